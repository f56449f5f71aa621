using System.Diagnostics;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Offers;

/// <summary>What each condition about a person asks, as SQL. It answers as <see cref="Condition.AboutPerson"/> does, row for row.</summary>
/// <param name="Db">Where the rows are.</param>
/// <param name="Day">The day it is asked on.</param>
internal sealed record PersonConditionSql(VejviserDb Db, DateOnly Day)
{
    /// <exception cref="UnreachableException">A kind of condition that nobody has written here.</exception>
    public SqlTruth<Person> Of(Condition.AboutPerson condition) => condition switch
    {
        Condition.Age c => Age(c.From, c.To),
        Condition.Interpreter c => SqlTruth<Person>.Known(p => p.NeedsInterpreter == c.Needed),
        Condition.OwnBusiness c => SqlTruth<Person>.Known(p => p.HadOwnBusiness == c.Had),
        Condition.Role c => SqlTruth<Person>.Known(p => c.AnyOf.Contains(p.Role)),
        Condition.Education c => new(p => c.AnyOf.Contains(p.Education), p => c.AnyOf.Contains(p.Education) || p.Education == EducationLevel.Unknown),
        Condition.EnglishFrom c => new(p => p.English != Proficiency.Unknown && p.English >= c.Least, p => p.English == Proficiency.Unknown || p.English >= c.Least),
        Condition.OfSex c => new(p => c.AnyOf.Contains(p.Sex), p => c.AnyOf.Contains(p.Sex) || p.Sex == Sex.Unknown),
        Condition.Language c => new(p => p.Language != null && c.AnyOf.Contains(p.Language), p => p.Language == null || c.AnyOf.Contains(p.Language)),
        Condition.Phase c => Phase(c),
        Condition.Track c => new(p => c.AnyOf.Contains(p.DanishTrack), p => c.AnyOf.Contains(p.DanishTrack) || p.DanishTrack == DanishTrack.Unknown),
        Condition.DenmarkMonths c => DenmarkMonths(c),
        Condition.WorkBackground c => WorkBackground(c.Wanted),
        Condition.OfOfferOnly c => OfOffer(c),
        _ => throw new UnreachableException($"{condition.Code} is not said as SQL."),
    };

    public static SqlTruth<Person> Basis(Condition.Basis c) =>
        new(p => c.AnyOf.Contains(p.Basis), p => c.AnyOf.Contains(p.Basis) || p.Basis == ResidenceBasis.Unknown);

    /// <summary>As <see cref="PersonFacts.AgeOn"/>: of a year alone two ages are possible.</summary>
    public SqlTruth<Person> Age(Figure? from, Figure? to)
    {
        var (least, most) = (from?.Value ?? 0, to?.Value ?? int.MaxValue);
        var last = Cutoff.LatestWithMonthsPassed(Day, 12L * least) ?? DateOnly.MinValue;
        var first = Cutoff.LatestWithMonthsPassed(Day, 12L * (most + 1L)) is { } tooOld ? tooOld.AddDays(1) : DateOnly.MinValue;
        var (surelyOld, perhapsOld, surelyYoung, perhapsYoung) = (Day.Year - 1 - least, Day.Year - least, Day.Year - most, Day.Year - 1 - most);
        // Most people fit an age: told by a value that is never null and not by the column, so that SQLite does not go through the index on it and look everybody up one by one, and a comparison with null is not lost
        // when it is negated. Not asked for null first: EF Core would know then that the value is the column's.
        return new(
            p => ((p.BirthDate ?? DateOnly.MaxValue) <= last && (p.BirthDate ?? DateOnly.MinValue) >= first)
                || (p.BirthDate == null && p.BirthYear != null && p.BirthYear <= surelyOld && p.BirthYear >= surelyYoung),
            p => ((p.BirthDate ?? DateOnly.MaxValue) <= last && (p.BirthDate ?? DateOnly.MinValue) >= first)
                || (p.BirthDate == null && (p.BirthYear == null || (p.BirthYear <= perhapsOld && p.BirthYear >= perhapsYoung))));
    }

    private static SqlTruth<Person> Phase(Condition.Phase c)
    {
        var permitFits = c.AnyOf.Contains(AsylumPhase.Permit);
        return new(
            p => (permitFits && (p.PermitDate != null || p.AllocationDate != null))
                || (p.PermitDate == null && p.AllocationDate == null && c.AnyOf.Contains(p.AsylumPhase)),
            p => (permitFits && (p.PermitDate != null || p.AllocationDate != null))
                || (p.PermitDate == null && p.AllocationDate == null && (c.AnyOf.Contains(p.AsylumPhase) || p.AsylumPhase == AsylumPhase.Unknown)));
    }

    private SqlTruth<Person> DenmarkMonths(Condition.DenmarkMonths c)
    {
        var latest = c.From is { } from ? Cutoff.LatestWithMonthsPassed(Day, from.Value) : DateOnly.MaxValue;
        var earliest = c.To is { } to ? Cutoff.EarliestWithinMonths(Day, to.Value) : DateOnly.MinValue;
        if (latest is not { } last || earliest is not { } first)
            return new(p => false, p => p.DenmarkSince == null);
        return new(p => p.DenmarkSince != null && p.DenmarkSince <= last && p.DenmarkSince >= first, p => p.DenmarkSince == null || (p.DenmarkSince <= last && p.DenmarkSince >= first));
    }

    private static SqlTruth<Person> WorkBackground(bool wanted) => wanted
        ? new(p => p.HadOwnBusiness || (p.Occupation != null && p.Occupation != ""), p => true)
        : new(p => false, p => !p.HadOwnBusiness && (p.Occupation == null || p.Occupation == ""));

    private SqlTruth<Person> OfOffer(Condition.OfOfferOnly condition) => condition switch
    {
        Condition.HasConsent c => new(
            p => Db.Consents.Any(s => s.PersonId == p.Id && s.Purpose == c.Purpose && s.WithdrawnOn == null),
            p => Db.Consents.Any(s => s.PersonId == p.Id && s.Purpose == c.Purpose && s.WithdrawnOn == null) || !Db.Consents.Any(s => s.PersonId == p.Id && s.Purpose == c.Purpose)),
        Condition.In c => InAnyOf(c.Practices, Taking.Part),
        Condition.NotIn c => InAnyOf(c.Practices, Taking.Part).Not(),
        Condition.Completed c => InAnyOf(c.Practices, Taking.Completed),
        Condition.Answered c => new(
            p => Db.PersonAnswers.Any(a => a.PersonId == p.Id && a.Question == c.Question && a.IsYes == c.Wanted),
            p => !Db.PersonAnswers.Any(a => a.PersonId == p.Id && a.Question == c.Question && a.IsYes != c.Wanted)),
        _ => throw new UnreachableException($"{condition.Code} is not said as SQL."),
    };

    /// <summary>
    /// In a practice of their own, or of their household. Said as sets, so that the plans are gone through once: asked for each person anew, SQLite goes
    /// through all plans of the practice for everybody.
    /// </summary>
    private SqlTruth<Person> InAnyOf(IReadOnlyList<string> practices, IReadOnlyList<PlanState> states)
    {
        var plans = Db.Plans.Where(l => practices.Contains(l.Practice) && states.Contains(l.State));
        var (own, homes) = (plans.Where(l => l.PersonId != null).Select(l => l.PersonId!.Value), plans.Where(l => l.PersonId == null).Select(l => l.HouseholdId));
        return SqlTruth<Person>.Known(p => own.Contains(p.Id) || homes.Contains(p.HouseholdId));
    }
}
