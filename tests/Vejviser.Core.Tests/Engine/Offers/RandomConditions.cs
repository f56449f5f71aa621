using CsCheck;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Tests.Engine.Offers;

/// <summary>Conditions of every kind, with wants that cut the random town in two.</summary>
internal static class RandomConditions
{
    private static readonly Gen<bool> Either = Gen.Bool;

    /// <summary>A generator for each kind; a test fails where a kind has none.</summary>
    public static readonly IReadOnlyDictionary<Type, Gen<Condition>> ByKind = new Dictionary<Type, Gen<Condition>>
    {
        [typeof(Condition.Age)] = Range(-2, 70, (from, to) => new Condition.Age(from, to)),
        [typeof(Condition.Interpreter)] = Either.Select(b => (Condition)new Condition.Interpreter(b)),
        [typeof(Condition.OwnBusiness)] = Either.Select(b => (Condition)new Condition.OwnBusiness(b)),
        [typeof(Condition.Role)] = Some(Enum.GetValues<HouseholdRole>(), some => new Condition.Role(some)),
        [typeof(Condition.Education)] = Some(Known(EducationLevel.Unknown), some => new Condition.Education(some)),
        [typeof(Condition.EnglishFrom)] = Gen.OneOf(Known(Proficiency.Unknown)).Select(p => (Condition)new Condition.EnglishFrom(p)),
        [typeof(Condition.Basis)] = Some(Known(ResidenceBasis.Unknown), some => new Condition.Basis(some)),
        [typeof(Condition.Unaccompanied)] = Either.Select(b => (Condition)new Condition.Unaccompanied(b)),
        [typeof(Condition.HasChildren)] = Either.Select(b => (Condition)new Condition.HasChildren(b)),
        [typeof(Condition.ChildrenAge)] = Range(0, 20, (from, to) => new Condition.ChildrenAge(from, to)),
        [typeof(Condition.Size)] = Range(0, 6, (from, to) => new Condition.Size(from, to)),
        [typeof(Condition.OfSex)] = Some(Known(Sex.Unknown), some => new Condition.OfSex(some)),
        [typeof(Condition.Language)] = Some(RandomTown.Languages, some => new Condition.Language(some)),
        [typeof(Condition.Phase)] = Some(Known(AsylumPhase.Unknown), some => new Condition.Phase(some)),
        [typeof(Condition.Track)] = Some(Known(DanishTrack.Unknown), some => new Condition.Track(some)),
        [typeof(Condition.DenmarkMonths)] = Range(0, 40, (from, to) => new Condition.DenmarkMonths(from, to)),
        [typeof(Condition.WorkBackground)] = Either.Select(b => (Condition)new Condition.WorkBackground(b)),
        [typeof(Condition.HasConsent)] = Gen.OneOf(RandomTown.Purposes).Select(p => (Condition)new Condition.HasConsent(p)),
        [typeof(Condition.In)] = Some(RandomTown.Practices, some => new Condition.In(some)),
        [typeof(Condition.NotIn)] = Some(RandomTown.Practices, some => new Condition.NotIn(some)),
        [typeof(Condition.Completed)] = Some(RandomTown.Practices, some => new Condition.Completed(some)),
        [typeof(Condition.Answered)] = Gen.Select(Gen.OneOf(RandomTown.Questions), Either, (q, wanted) => (Condition)new Condition.Answered(q, wanted)),
        [typeof(Condition.AtCentre)] = Either.Select(b => (Condition)new Condition.AtCentre(b)),
        [typeof(Condition.Arrived)] = Either.Select(b => (Condition)new Condition.Arrived(b)),
        [typeof(Condition.ArrivalDays)] = Range(-120, 400, (from, to) => new Condition.ArrivalDays(from, to)),
        [typeof(Condition.Single)] = Either.Select(b => (Condition)new Condition.Single(b)),
    };

    public static readonly Gen<Condition> Any = Gen.OneOf([.. ByKind.Values]);

    /// <summary>One to four conditions.</summary>
    public static readonly Gen<StepConditions> Several = Any.List[1, 4].Select(list => new StepConditions(list));

    /// <summary>A bound below, above, or both; now and then one that lies beyond the calendar.</summary>
    private static Gen<Condition> Range(int least, int most, Func<Figure?, Figure?, Condition> make)
    {
        var bound = Gen.Frequency((12, Gen.Int[least, most]), (1, Gen.OneOf(Figure.Most, -Figure.Most))).Select(n => (Figure?)new Figure(n));
        return Gen.OneOf(
            bound.Select(from => make(from, null)),
            bound.Select(to => make(null, to)),
            Gen.Select(bound, bound, make));
    }

    private static Gen<Condition> Some<T>(IReadOnlyList<T> all, Func<IReadOnlyList<T>, Condition> make) =>
        Gen.OneOf([.. all]).List[1, 3].Select(some => make([.. some.Distinct()]));

    private static T[] Known<T>(T unknown)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(v => !v.Equals(unknown))];
}
