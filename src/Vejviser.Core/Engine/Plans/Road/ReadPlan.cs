using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>One plan to print or take out.</summary>
public sealed record PlanSheet(PlanLine Plan, Guid HouseholdId, string? Reference, bool IsProtected, string? CaseWorker, string? ContactPerson, IReadOnlyList<MemberLine> Members, IReadOnlyList<TaskLine> Tasks)
{
    /// <summary>People as the paper names them: by given name only, so that a lost sheet says little.</summary>
    public required IReadOnlyDictionary<Guid, string> GivenNames { get; init; }
}

/// <summary>Reads one plan of a household the reader may see.</summary>
public static class ReadPlan
{
    /// <returns>Null where there is none, or none the reader may see.</returns>
    public static async Task<PlanSheet?> RunAsync(VejviserDb db, Reader who, Guid planId, DateTime now, CancellationToken cancel)
    {
        var householdId = await db.Plans.AsNoTracking().Where(p => p.Id == planId).Select(p => (Guid?)p.HouseholdId).SingleOrDefaultAsync(cancel);
        if (householdId is not { } id || await ReadHousehold.RunAsync(db, who, id, now, cancel) is not { } road)
            return null;
        var names = await db.People.AsNoTracking().Where(p => p.HouseholdId == id).Select(p => new { p.Id, p.GivenName }).ToDictionaryAsync(p => p.Id, p => p.GivenName, cancel);
        return new PlanSheet(
            road.Plans.Single(p => p.Id == planId), id, road.Household.Reference, road.IsProtected, road.CaseWorker, road.ContactPerson, road.Members, [.. road.TasksOf(planId)])
        {
            GivenNames = names,
        };
    }
}
