using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>A member of a household, as the household's page shows.</summary>
public sealed record MemberLine(
    Guid Id, string Name, HouseholdRole Role, DateOnly? BirthDate, int? BirthYear, string? Language, bool NeedsInterpreter, string? Phone, bool IsProtected, bool IsUnaccompanied)
{
    public int? AgeOn(DateOnly day) => Age.On(day, BirthDate, BirthYear);
}

/// <summary>A plan with its version's number and dates.</summary>
/// <param name="NewestNumber">The newest published version: greater than <paramref name="Number"/> where the plan could be moved.</param>
public sealed record PlanLine(
    Guid Id, string Practice, Guid VersionId, int Number, int NewestNumber, DateOnly LawDate, DateTime StartedAt, DateTime? EndedAt, IReadOnlyList<PlanAnchor> Anchors)
{
    /// <summary>The person it runs for; null where it is the household's.</summary>
    public Guid? PersonId { get; init; }

    public PlanState State { get; init; }

    public DateOnly? PausedUntil { get; init; }

    public DateOnly? DateOf(string anchor) => Anchors.FirstOrDefault(a => a.Name == anchor)?.Date;
}

internal sealed record HouseholdHead(Household Household, string? CaseWorker, string? ContactPerson);

/// <summary>A household with its people, its plans and their tasks.</summary>
public sealed record HouseholdRoad(
    Household Household, string? CaseWorker, string? ContactPerson, IReadOnlyList<MemberLine> Members, IReadOnlyList<PlanLine> Plans, IReadOnlyList<TaskLine> Tasks)
{
    public bool IsProtected => Members.Any(m => m.IsProtected);

    public IEnumerable<TaskLine> TasksOf(Guid planId) => Tasks.Where(t => t.PlanId == planId);
}

/// <summary>Reads a household the reader may see.</summary>
public static class ReadHousehold
{
    /// <returns>Null where there is none, or none the reader may see.</returns>
    public static async Task<HouseholdRoad?> RunAsync(VejviserDb db, Reader who, Guid householdId, DateTime now, CancellationToken cancel)
    {
        if (await HeadAsync(db, who, householdId, now, cancel) is not { } found)
            return null;
        var members = await MembersAsync(db, householdId, cancel);
        var plans = await Plans(db, db.Plans.AsNoTracking().Where(p => p.HouseholdId == householdId)).ToListAsync(cancel);
        var tasks = await db.Lines(db.PlanTasks.AsNoTracking().Where(t => t.HouseholdId == householdId)).ToListAsync(cancel);
        return new HouseholdRoad(found.Household, found.CaseWorker, found.ContactPerson, members, plans, tasks);
    }

    /// <summary>The household with who works for it, where the reader may see it.</summary>
    internal static Task<HouseholdHead?> HeadAsync(VejviserDb db, Reader who, Guid householdId, DateTime now, CancellationToken cancel) =>
        db.Households.AsNoTracking().VisibleTo(db, who, now).Where(h => h.Id == householdId).Select(h => new HouseholdHead(
            h,
            db.Users.Where(a => a.Id == h.CaseWorkerId).Select(a => a.DisplayName).FirstOrDefault(),
            db.Users.Where(a => a.Id == h.ContactPersonId).Select(a => a.DisplayName).FirstOrDefault())).SingleOrDefaultAsync(cancel);

    internal static async Task<IReadOnlyList<MemberLine>> MembersAsync(VejviserDb db, Guid householdId, CancellationToken cancel) =>
        await db.People.AsNoTracking().Where(p => p.HouseholdId == householdId && p.MergedIntoId == null)
            .OrderBy(p => p.Role).ThenBy(p => p.BirthYear).ThenBy(p => p.Id)
            .Select(p => new MemberLine(
                p.Id, p.GivenName + " " + p.FamilyName, p.Role, p.BirthDate, p.BirthYear, p.Language, p.NeedsInterpreter, p.Phone, p.HasProtectedAddress, p.IsUnaccompanied))
            .ToListAsync(cancel);

    internal static IQueryable<PlanLine> Plans(VejviserDb db, IQueryable<Plan> plans) =>
        from p in plans
        join v in db.PracticeVersions on p.PracticeVersionId equals v.Id
        orderby p.EndedAt != null, p.StartedAt, p.Id
        select new PlanLine(
            p.Id, p.Practice, p.PracticeVersionId, v.Number, db.PracticeVersions.Where(n => n.Practice == p.Practice).Max(n => n.Number), p.LawDate, p.StartedAt, p.EndedAt,
            p.Anchors.OrderBy(a => a.Date).ThenBy(a => a.Name).ToList())
        {
            PersonId = p.PersonId, State = p.State, PausedUntil = p.PausedUntil,
        };
}
