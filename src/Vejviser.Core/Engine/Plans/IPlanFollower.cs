using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Plans;

/// <summary>
/// What a higher room does when plans of a practice have begun, got other dates or ended. Told after the plan's own transaction is committed; what is missed
/// then (a node that stopped in between) the room's worker finds later.
/// </summary>
public interface IPlanFollower
{
    Task FollowAsync(IReadOnlyCollection<string> practices, AuditContext audit, CancellationToken cancel);
}

internal static class PlanFollowing
{
    public static async Task TellAsync(this IEnumerable<IPlanFollower>? followers, IEnumerable<string> practices, AuditContext audit, CancellationToken cancel)
    {
        var changed = practices.ToHashSet(StringComparer.Ordinal);
        foreach (var follower in changed.Count == 0 ? [] : followers ?? [])
            await follower.FollowAsync(changed, audit, cancel);
    }
}
