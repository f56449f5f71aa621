namespace Vejviser.Matching.Groups;

/// <summary>Why somebody waits, and what one more group would need.</summary>
internal static class GroupReasons
{
    public static IReadOnlyList<WaitingPerson> Waiting(GroupModel model, Seats seats)
    {
        var line = Alone(model, seats).OrderByDescending(p => model.Weights[p]).ThenBy(p => p).ToArray();
        return [.. line.Select((p, i) => new WaitingPerson(model.People[p].Id, i + 1, WhyWaiting(model, seats, p)))];
    }

    /// <summary>One reason for each language (or, where groups mix, one for all) that somebody waits in: the nearest a group is to being formed.</summary>
    public static IReadOnlyList<Reason> Lacks(GroupModel model, Seats seats)
    {
        var waiting = Alone(model, seats).ToHashSet();
        var lacks = new List<Reason>();
        if (waiting.Count == 0)
            return lacks;
        for (var language = model.Rules.OneLanguage ? 0 : -1; language < model.Languages.Length; language++)
        {
            var code = language < 0 ? "" : model.Languages[language];
            var who = waiting.Where(p => language < 0 || model.People[p].Languages.Contains(code, StringComparer.Ordinal)).ToArray();
            if (who.Length > 0)
                lacks.Add(Lack(model, seats, language, code, who));
        }

        return lacks;
    }

    private static IEnumerable<int> Alone(GroupModel model, Seats seats) => Enumerable.Range(0, model.People.Length).Where(p => seats.CandidateOf[p] < 0);

    private static Reason WhyWaiting(GroupModel model, Seats seats, int person)
    {
        var who = model.People[person];
        if (who.Wishes.Count == 0)
            return new Reason("no-session-fits", ("person", who.Id));
        foreach (var group in seats.Groups)
        {
            var candidate = model.Candidates[group];
            if (candidate.People.Contains(person) && seats.CandidateOf.Count(g => g == group) >= candidate.Capacity)
                return new Reason("group-full", ("person", who.Id), ("session", model.Sessions[candidate.Session].Id), ("capacity", candidate.Capacity));
        }

        return who.Pinned is { } pinned
            ? new Reason("pinned-session-has-no-group", ("person", who.Id), ("session", pinned))
            : new Reason("no-group-for-person", ("person", who.Id));
    }

    private static Reason Lack(GroupModel model, Seats seats, int language, string code, int[] waiting)
    {
        if (model.Leaders is not null && language >= 0 && !model.Leaders.Any(l => l.Most > 0 && l.Languages.Contains(code, StringComparer.Ordinal)))
            return new Reason("no-leader-speaks", ("language", code), ("waiting", waiting.Length));
        var taken = seats.Groups.Select(g => model.Candidates[g].Session).ToHashSet();
        var (most, where) = (0, -1);
        Reason? room = null;
        for (var s = 0; s < model.Sessions.Length; s++)
        {
            var there = Together(model, s, waiting);
            if (there > most)
                (most, where) = (there, s);
            if (there < model.Rules.Least)
                continue;
            var session = model.Sessions[s];
            if (session.Capacity < model.Rules.Least)
                room ??= new Reason("room-too-small", ("language", code), ("session", session.Id), ("capacity", session.Capacity), ("least", model.Rules.Least));
            else if (!taken.Contains(s))
                return new Reason("no-leader-free", ("language", code), ("session", session.Id), ("waiting", there));
            else
                room ??= new Reason("no-room-free", ("language", code), ("time", session.Time), ("waiting", there));
        }

        if (room is not null)
            return room;
        return where < 0
            ? new Reason("no-session-fits-anyone", ("language", code), ("waiting", waiting.Length))
            : new Reason("people-short", ("language", code), ("session", model.Sessions[where].Id), ("short", model.Rules.Least - most), ("waiting", most));
    }

    /// <summary>The most of these who could sit in one group at the session.</summary>
    private static int Together(GroupModel model, int session, int[] people)
    {
        var there = people.Where(p => model.FitIn(p, session) is not null).ToArray();
        if (model.Rules.LevelSpan is not { } span)
            return there.Length;
        return there.Length == 0 ? 0 : there.Max(low => there.Count(p => model.People[p].Level >= model.People[low].Level && model.People[p].Level <= model.People[low].Level + span));
    }
}
