using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <summary>
/// What other sizes do with those who wait now and with the groups formed in the month that has passed, before anything is published. Of the month, choices by hand are left out on both sides, and people, rooms and trainers are as
/// they are today: what is told is what the sizes do.
/// </summary>
/// <param name="Since">The month's first day; null for those who wait now.</param>
/// <param name="People">How many there are groups to be made of.</param>
public sealed record GroupEffect(DateOnly? Since, int People, GroupProposal Now, GroupProposal Then)
{
    public static async Task<IReadOnlyList<GroupEffect>> ReadAsync(VejviserDb db, GroupBoard board, int least, int most, DateOnly today, CancellationToken cancel)
    {
        var tried = board.Policy with { Least = least, Most = most };
        var since = today.AddMonths(-1);
        var month = await ReadGroups.FactsAsync(db, board.Policy, today, cancel, since);
        return
        [
            new GroupEffect(null, board.Facts.Seekers.Count, board.Proposal, ProposeGroups.Propose(board.Facts, tried, cancel)),
            new GroupEffect(since, month.Seekers.Count, ProposeGroups.Propose(month, board.Policy, cancel), ProposeGroups.Propose(month, tried, cancel)),
        ];
    }
}
