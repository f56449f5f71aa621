namespace Vejviser.Matching.Groups;

/// <summary>Leaders to groups that are decided on: each group one who can, no leader twice at a time or over their most.</summary>
internal static class Staffing
{
    /// <returns>The leader of each group, or null where they do not suffice.</returns>
    public static int[]? Staff(GroupModel model, IReadOnlyList<int> groups)
    {
        var leaders = new int[groups.Count];
        Array.Fill(leaders, -1);
        if (model.Leaders is null)
            return leaders;
        var load = new int[model.Leaders.Length];
        for (var g = 0; g < groups.Count; g++)
        {
            if (!Find(model, groups, leaders, load, g, []))
                return null;
        }

        return leaders;
    }

    /// <summary>
    /// Gives the group a leader, others changing theirs where they must. A leader is entered at most once for each time: what is asked of the leader then
    /// (free one group of that time, or any group) is the same for every group of that time.
    /// </summary>
    private static bool Find(GroupModel model, IReadOnlyList<int> groups, int[] leaders, int[] load, int group, HashSet<(int Leader, string Time)> entered)
    {
        var candidate = model.Candidates[groups[group]];
        var time = model.Sessions[candidate.Session].Time;
        for (var leader = 0; leader < load.Length; leader++)
        {
            if (!model.CanLead(leader, candidate.Session, candidate.Language) || !entered.Add((leader, time)))
                continue;
            var atThatTime = -1;
            for (var g = 0; g < groups.Count; g++)
            {
                if (leaders[g] == leader && model.Sessions[model.Candidates[groups[g]].Session].Time == time)
                    atThatTime = g;
            }

            if (atThatTime < 0 && load[leader] < model.Leaders![leader].Most)
            {
                leaders[group] = leader;
                load[leader]++;
                return true;
            }

            for (var g = 0; g < groups.Count; g++)
            {
                if (leaders[g] != leader || (atThatTime >= 0 && g != atThatTime))
                    continue;
                leaders[g] = -1;
                leaders[group] = leader;
                if (Find(model, groups, leaders, load, g, entered))
                    return true;
                leaders[g] = leader;
                leaders[group] = -1;
            }
        }

        return false;
    }
}
