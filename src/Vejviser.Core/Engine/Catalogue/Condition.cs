using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>What a condition answers. Ordered: of several that must all hold the least counts, of several that may hold the greatest.</summary>
public enum Truth
{
    No = 0,

    /// <summary>A fact is not known yet: ask, do not drop.</summary>
    Unknown,
    Yes,
}

/// <summary>A condition's answer and why.</summary>
/// <param name="Code">The condition as it is written, such as <c>age</c>; its sentence stands under <c>condition.{Code}</c>.</param>
/// <param name="Values">What it wanted and what it found, by name; ids, codes and numbers.</param>
public sealed record Answer(Truth Truth, string Code, IReadOnlyDictionary<string, object?> Values);

/// <summary>
/// Whom a step is for, or a practice is offered to, in one respect. A step is asked on its plan's law date, an offer on the day itself.
/// The kinds are closed: whoever shows them, or says them as SQL, can name them all.
/// </summary>
public abstract partial record Condition
{
    private Condition()
    {
    }

    public abstract string Code { get; }

    /// <summary>The kind and what it wants, for comparing: a record's own equality does not look into its lists.</summary>
    internal virtual string Written => ToString();

    internal virtual Condition With(IReadOnlyDictionary<string, int> settings) => this;

    private Answer Say(Truth truth, params (string Name, object? Value)[] values) =>
        new(truth, Code, values.ToDictionary(v => v.Name, v => v.Value));

    private string Listed<T>(IEnumerable<T> wanted) => $"{Code} {string.Join(',', wanted)}";

    private static Truth Is(bool holds) => holds ? Truth.Yes : Truth.No;

    private static Truth Within((int Youngest, int Oldest)? age, Figure? from, Figure? to)
    {
        if (age is not { } a)
            return Truth.Unknown;
        var (least, most) = (from?.Value ?? 0, to?.Value ?? int.MaxValue);
        if (a.Youngest >= least && a.Oldest <= most)
            return Truth.Yes;
        return a.Oldest < least || a.Youngest > most ? Truth.No : Truth.Unknown;
    }

    /// <summary>A condition about one person. On a step of the household it asks whether there is such a person.</summary>
    public abstract record AboutPerson : Condition
    {
        internal abstract Answer Ask(PersonFacts person, DateOnly day);
    }

    /// <summary>A condition about the household as a whole.</summary>
    public abstract record AboutHousehold : Condition
    {
        internal abstract Answer Ask(HouseholdFacts household, DateOnly day);
    }

    public sealed record Age(Figure? From, Figure? To) : AboutPerson
    {
        public override string Code => "age";

        internal override Answer Ask(PersonFacts person, DateOnly day)
        {
            var age = person.AgeOn(day);
            return Say(Within(age, From, To), ("from", From?.Value), ("to", To?.Value), ("age", age?.Oldest));
        }

        internal override Condition With(IReadOnlyDictionary<string, int> settings) =>
            new Age(From?.With(settings), To?.With(settings));
    }

    public sealed record Interpreter(bool Needed) : AboutPerson
    {
        public override string Code => "interpreter";

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(Is(person.NeedsInterpreter == Needed), ("wanted", Needed), ("found", person.NeedsInterpreter));
    }

    public sealed record OwnBusiness(bool Had) : AboutPerson
    {
        public override string Code => "own-business";

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(Is(person.HadOwnBusiness == Had), ("wanted", Had), ("found", person.HadOwnBusiness));
    }

    public sealed record Role(IReadOnlyList<HouseholdRole> AnyOf) : AboutPerson
    {
        public override string Code => "role";

        internal override string Written => Listed(AnyOf);

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(Is(AnyOf.Contains(person.Role)), ("wanted", string.Join(',', AnyOf)), ("found", person.Role));
    }

    public sealed record Education(IReadOnlyList<EducationLevel> AnyOf) : AboutPerson
    {
        public override string Code => "education";

        internal override string Written => Listed(AnyOf);

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(person.Education == EducationLevel.Unknown ? Truth.Unknown : Is(AnyOf.Contains(person.Education)), ("wanted", string.Join(',', AnyOf)), ("found", person.Education));
    }

    public sealed record EnglishFrom(Proficiency Least) : AboutPerson
    {
        public override string Code => "english";

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(person.English == Proficiency.Unknown ? Truth.Unknown : Is(person.English >= Least), ("wanted", Least), ("found", person.English));
    }

    /// <summary>The ground of stay: the person's on a person's step, the household's on a household's.</summary>
    public sealed record Basis(IReadOnlyList<ResidenceBasis> AnyOf) : Condition
    {
        public override string Code => "basis";

        internal override string Written => Listed(AnyOf);

        internal Answer Ask(ResidenceBasis basis) =>
            Say(basis == ResidenceBasis.Unknown ? Truth.Unknown : Is(AnyOf.Contains(basis)), ("wanted", string.Join(',', AnyOf)), ("found", basis));
    }

    public sealed record Unaccompanied(bool Wanted) : AboutHousehold
    {
        public override string Code => "unaccompanied";

        internal override Answer Ask(HouseholdFacts household, DateOnly day)
        {
            var found = household.People.Any(p => p.IsUnaccompanied);
            return Say(Is(found == Wanted), ("wanted", Wanted), ("found", found));
        }
    }

    /// <summary>Whether a child under 18 belongs to the household; an unaccompanied minor is nobody's child here.</summary>
    public sealed record HasChildren(bool Wanted) : AboutHousehold
    {
        internal const int LastYearAsChild = Foundation.Common.Age.OfMajority - 1;

        public override string Code => "has-children";

        internal override Answer Ask(HouseholdFacts household, DateOnly day)
        {
            var found = household.People.Where(p => p.Role == HouseholdRole.Child)
                .Select(p => Within(p.AgeOn(day), null, LastYearAsChild)).DefaultIfEmpty(Truth.No).Max();
            return Say(Wanted ? found : Truth.Yes - (int)found, ("wanted", Wanted));
        }
    }

    /// <summary>Whether there is a child, or an unaccompanied minor, of such an age in the household.</summary>
    public sealed record ChildrenAge(Figure? From, Figure? To) : AboutHousehold
    {
        public override string Code => "children-age";

        internal override Answer Ask(HouseholdFacts household, DateOnly day) => Say(
            household.People.Where(p => p.IsChild).Select(p => Within(p.AgeOn(day), From, To)).DefaultIfEmpty(Truth.No).Max(),
            ("from", From?.Value),
            ("to", To?.Value));

        internal override Condition With(IReadOnlyDictionary<string, int> settings) =>
            new ChildrenAge(From?.With(settings), To?.With(settings));
    }

    public sealed record Size(Figure? From, Figure? To) : AboutHousehold
    {
        public override string Code => "size";

        internal override Answer Ask(HouseholdFacts household, DateOnly day)
        {
            var size = household.People.Count;
            return Say(Within((size, size), From, To), ("from", From?.Value), ("to", To?.Value), ("found", size));
        }

        internal override Condition With(IReadOnlyDictionary<string, int> settings) =>
            new Size(From?.With(settings), To?.With(settings));
    }
}
