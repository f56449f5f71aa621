namespace Vejviser.Matching.Time;

/// <summary>Why a meeting is not held, or not by video.</summary>
internal static class TimeReasons
{
    public static UnmetMeeting Unmet(TimeModel model, int[] best, int meeting)
    {
        var what = model.Meetings[meeting];
        if (model.Slots[meeting].Length == 0)
            return new UnmetMeeting(what.Id, WhyNever(model, what), []);
        // The way that fewest bookings stand in the way of: moving those would make it possible.
        string[]? fewest = null;
        Slot? way = null;
        foreach (var slot in model.Slots[meeting])
        {
            var blockers = Enumerable.Range(0, best.Length)
                .Where(m => m != meeting && best[m] >= 0 && model.Clash(slot, model.Slots[m][best[m]]))
                .Select(m => model.Meetings[m].Id)
                .ToArray();
            if (fewest is null || blockers.Length < fewest.Length)
                (fewest, way) = (blockers, slot);
        }

        var who = way!.Interpreter < 0 ? "" : model.Interpreters[way.Interpreter].Id;
        return new UnmetMeeting(what.Id, new Reason("all-times-taken", ("meeting", what.Id), ("ways", model.Slots[meeting].Length), ("start", way.Start), ("interpreter", who)), fewest!);
    }

    public static Reason NotByVideo(TimeModel model, int meeting)
    {
        var what = model.Meetings[meeting];
        if (!what.Modes.Contains(MeetingMode.Video))
            return new Reason("video-not-wanted", ("meeting", what.Id));
        if (what.People.Count > model.Rules.MostInView)
            return new Reason("too-many-in-view", ("meeting", what.Id), ("people", what.People.Count), ("most", model.Rules.MostInView));
        return model.Slots[meeting].Any(s => s.Mode == MeetingMode.Video)
            ? new Reason("video-times-taken", ("meeting", what.Id))
            : new Reason("no-interpreter-by-video", ("meeting", what.Id), ("language", what.Language ?? ""));
    }

    /// <summary>The last thing that stood in the way, in the order a coordinator would ask.</summary>
    private static Reason WhyNever(TimeModel model, Meeting meeting)
    {
        if (meeting.Starts.Count == 0)
            return new Reason("no-time-given", ("meeting", meeting.Id));
        if (meeting.Rooms is { } rooms && !model.Rooms.Any(r => rooms.Contains(r.Id, StringComparer.Ordinal) && r.Seats >= meeting.People.Count))
            return new Reason("no-room-large-enough", ("meeting", meeting.Id), ("people", meeting.People.Count));
        var modes = meeting.Modes.Where(m => m != MeetingMode.Video || meeting.People.Count <= model.Rules.MostInView).ToArray();
        if (modes.Length == 0)
            return new Reason("too-many-in-view", ("meeting", meeting.Id), ("people", meeting.People.Count), ("most", model.Rules.MostInView));
        string[] order = ["interpreter-lacks-language", "interpreter-under-age", "interpreter-lacks-mode", "interpreter-cannot-travel", "interpreter-not-free"];
        var nearest = model.Interpreters
            .SelectMany(i => modes.Select(mode => Array.IndexOf(order, model.Refusal(meeting, i, mode))))
            .DefaultIfEmpty(0)
            .Max();
        return meeting.Pinned is not null && nearest < 0
            ? new Reason("pinned-not-possible", ("meeting", meeting.Id), ("start", meeting.Pinned.Start))
            : new Reason(order[Math.Max(0, nearest)], ("meeting", meeting.Id), ("language", meeting.Language ?? ""));
    }
}
