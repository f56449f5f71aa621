using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>Somebody the person is related to.</summary>
/// <param name="IsFirst">True where the person is the first of the relation: the parent, the custody holder.</param>
/// <param name="IsVisible">False where the reader may not open the other: the name is left out.</param>
public sealed record RelationLine(RelationKind Kind, bool IsFirst, Guid OtherId, string? OtherName, bool IsVisible);

/// <summary>Who works for the person, and how many open tasks each has here.</summary>
public sealed record HelperLine(string Name, string Role, int Open, int Late);

/// <summary>A person with the road: own tasks and the household's.</summary>
public sealed record PersonRoad(
    Person Person, Household Household, string? CaseWorker, string? ContactPerson, IReadOnlyList<PersonLanguage> Languages, IReadOnlyList<Consent> Consents,
    IReadOnlyList<RelationLine> Relations, IReadOnlyList<MemberLine> Others, IReadOnlyList<PlanLine> Plans, IReadOnlyList<TaskLine> Tasks)
{
    /// <summary>The day the weeks of the time line count from: the arrival, agreed or expected.</summary>
    public DateOnly? Arrival => Household.ArrivalDate ?? Household.TakeoverDate;
}

/// <summary>Reads the road of a person the reader may see.</summary>
public static class ReadPerson
{
    /// <returns>Null where there is none, none the reader may see, or the person is merged into another.</returns>
    public static async Task<PersonRoad?> RunAsync(VejviserDb db, Reader who, Guid personId, DateTime now, CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking().VisibleTo(db, who, now).SingleOrDefaultAsync(p => p.Id == personId && p.MergedIntoId == null, cancel);
        if (person is null || await ReadHousehold.HeadAsync(db, who, person.HouseholdId, now, cancel) is not { } home)
            return null;
        var household = person.HouseholdId;
        var members = await ReadHousehold.MembersAsync(db, household, cancel);
        var plans = await ReadHousehold.Plans(db, db.Plans.AsNoTracking().Where(p => p.HouseholdId == household && (p.PersonId == null || p.PersonId == personId))).ToListAsync(cancel);
        var tasks = await db.Lines(db.PlanTasks.AsNoTracking().Where(t => t.HouseholdId == household && (t.PersonId == null || t.PersonId == personId))).ToListAsync(cancel);
        var languages = await db.PersonLanguages.AsNoTracking().Where(l => l.PersonId == personId).OrderBy(l => l.Language).ToListAsync(cancel);
        var consents = await db.Consents.AsNoTracking().Where(c => c.PersonId == personId).OrderByDescending(c => c.GivenOn).ThenBy(c => c.Id).ToListAsync(cancel);
        return new PersonRoad(
            person, home.Household, home.CaseWorker, home.ContactPerson, languages, consents, await RelationsAsync(db, who, personId, now, cancel),
            [.. members.Where(m => m.Id != personId)], plans, tasks);
    }

    private static async Task<IReadOnlyList<RelationLine>> RelationsAsync(VejviserDb db, Reader who, Guid personId, DateTime now, CancellationToken cancel)
    {
        var visible = db.People.VisibleTo(db, who, now);
        var rows = await db.Relations.AsNoTracking().Where(r => r.PersonId == personId || r.OtherPersonId == personId).Select(r => new
        {
            r.Kind,
            IsFirst = r.PersonId == personId,
            OtherId = r.PersonId == personId ? r.OtherPersonId : r.PersonId,
        }).Select(r => new { r.Kind, r.IsFirst, r.OtherId, Name = visible.Where(p => p.Id == r.OtherId).Select(p => p.GivenName + " " + p.FamilyName).FirstOrDefault() })
            .ToListAsync(cancel);
        return [.. rows.Select(r => new RelationLine(r.Kind, r.IsFirst, r.OtherId, r.Name, r.Name is not null)).OrderBy(r => r.Kind).ThenBy(r => r.OtherName, StringComparer.CurrentCulture)];
    }
}
