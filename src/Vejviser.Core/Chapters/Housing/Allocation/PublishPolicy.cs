using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>The figures of a policy that somebody proposes.</summary>
public sealed record PolicyFigures(
    int WorkWeight, int SchoolWeight, int TransportWeight, int YouthWeight, int SpareRoomWeight, int WaitingWeight, int PeoplePerRoom, int SpareRoomsMost, int KeptPerAdult, int KeptPerChild, int MostDaysAhead)
{
    private const int MostRooms = 10;
    private const int MostKept = 20_000;
    private const int MostAhead = 366;

    public static PolicyFigures Of(HousingPolicy p) => new(
        p.WorkWeight, p.SchoolWeight, p.TransportWeight, p.YouthWeight, p.SpareRoomWeight, p.WaitingWeight, p.PeoplePerRoom, p.SpareRoomsMost, p.KeptPerAdult, p.KeptPerChild, p.MostDaysAhead);

    public HousingPolicy AsPolicy(int number, DateTime at = default, Guid? by = null, string? reason = null) => new()
    {
        Number = number, WorkWeight = WorkWeight, SchoolWeight = SchoolWeight, TransportWeight = TransportWeight, YouthWeight = YouthWeight, SpareRoomWeight = SpareRoomWeight, WaitingWeight = WaitingWeight,
        PeoplePerRoom = PeoplePerRoom, SpareRoomsMost = SpareRoomsMost, KeptPerAdult = KeptPerAdult, KeptPerChild = KeptPerChild, MostDaysAhead = MostDaysAhead, PublishedAt = at, ByAccountId = by, Reason = reason,
    };

    internal bool IsWithinBounds =>
        new[] { WorkWeight, SchoolWeight, TransportWeight, YouthWeight, SpareRoomWeight, WaitingWeight }.All(w => w is >= 0 and <= HousingPolicy.MostWeight)
        && PeoplePerRoom is >= 1 and <= MostRooms && SpareRoomsMost is >= 0 and <= MostRooms && KeptPerAdult is >= 0 and <= MostKept && KeptPerChild is >= 0 and <= MostKept && MostDaysAhead is >= 0 and <= MostAhead;
}

/// <summary>Publishes a new policy; the former stays as it was. Failures: <c>housing.forbidden</c>, <c>housing.policy-bounds</c>, <c>housing.reason-missing</c>, <c>housing.policy-same</c>, <c>housing.changed-meanwhile</c>.</summary>
public static class PublishPolicy
{
    /// <param name="Replaces">The number of the policy that was looked at.</param>
    public sealed record Input(PolicyFigures Figures, int Replaces, string? Reason);

    public static async Task<Result<int>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.PracticesAdapt))
            return Failure.Of("housing.forbidden");
        if (!input.Figures.IsWithinBounds)
            return Failure.Of("housing.policy-bounds");
        if (string.IsNullOrWhiteSpace(input.Reason))
            return Failure.Of("housing.reason-missing");
        var now = await ReadPolicy.InForceAsync(db, cancel);
        if (await db.IsHandledAsync(audit, cancel))
            return now.Number;
        if (now.Number != input.Replaces)
            return Failure.Of("housing.changed-meanwhile");
        if (PolicyFigures.Of(now) == input.Figures)
            return Failure.Of("housing.policy-same");
        var next = input.Figures.AsPolicy(now.Number + 1, audit.At, audit.Actor, input.Reason.Trim());
        db.HousingPolicies.Add(next);
        try
        {
            await db.SaveAsync(audit, new AuditSubject(Entity: "housing-policy", Details: $$"""{"number":{{next.Number}}}"""), cancel);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("housing_policy"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("housing.changed-meanwhile");
        }

        return next.Number;
    }
}
