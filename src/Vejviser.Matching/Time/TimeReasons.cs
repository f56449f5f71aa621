namespace Vejviser.Matching.Time;

/// <summary>Why a meeting is not held, not by video, and what else there was.</summary>
internal static class TimeReasons
{
    public static Reason Unmet(TimeModel model, int meeting)
    {
        var what = model.Meetings[meeting];
        return model.Ways[meeting].Length == 0 ? WhyNever(model, what) : new Reason("all-times-taken", ("meeting", what.Id), ("ways", model.Ways[meeting].Length));
    }

    public static Reason NotByVideo(TimeModel model, int meeting)
    {
        var what = model.Meetings[meeting];
        if (!what.Modes.Contains(MeetingMode.Video))
            return new Reason("video-not-wanted", ("meeting", what.Id));
        if (what.People.Count > model.Rules.MostInView)
            return TooManyInView(model, what);
        return model.Ways[meeting].Any(w => w.Mode == MeetingMode.Video)
            ? new Reason("video-times-taken", ("meeting", what.Id))
            : new Reason("no-interpreter-by-video", ("meeting", what.Id), ("language", what.Language ?? ""));
    }

    /// <summary>By video first, then the shortest way, then the earliest.</summary>
    public static OtherWay? RunnerUp(TimeModel model, TimePlan plan, Way chosen) => model.Ways[chosen.Meeting]
        .Where(w => w != chosen && plan.HasRoomFor(w, model))
        .OrderBy(w => w.Mode != MeetingMode.Video).ThenBy(w => w.Travel).ThenBy(w => w.Start).ThenBy(w => w.Interpreter)
        .Select(w => new OtherWay(w.Start, w.Mode, model.InterpreterId(w), w.Travel - chosen.Travel))
        .FirstOrDefault();

    /// <summary>The last thing that stood in the way, in the order a coordinator would ask.</summary>
    private static Reason WhyNever(TimeModel model, Meeting meeting)
    {
        if (meeting.Starts.Count == 0)
            return new Reason("no-time-given", ("meeting", meeting.Id));
        if (meeting.Rooms is { } rooms && !model.Rooms.Any(r => rooms.Contains(r.Id, StringComparer.Ordinal) && r.Seats >= meeting.People.Count))
            return new Reason("no-room-large-enough", ("meeting", meeting.Id), ("people", meeting.People.Count));
        var modes = meeting.Modes.Where(m => m != MeetingMode.Video || meeting.People.Count <= model.Rules.MostInView).ToArray();
        if (modes.Length == 0)
            return TooManyInView(model, meeting);
        string[] order = ["interpreter-lacks-language", "interpreter-under-age", "interpreter-lacks-mode", "interpreter-cannot-travel", "interpreter-not-free"];
        var nearest = model.Interpreters
            .SelectMany(i => modes.Select(mode => model.Refusal(meeting, i, mode) is { } refusal ? Array.IndexOf(order, refusal) : order.Length))
            .DefaultIfEmpty(0)
            .Max();
        return nearest == order.Length
            ? new Reason("pinned-not-possible", ("meeting", meeting.Id), ("start", meeting.Pinned?.Start ?? 0))
            : new Reason(order[nearest], ("meeting", meeting.Id), ("language", meeting.Language ?? ""));
    }

    private static Reason TooManyInView(TimeModel model, Meeting meeting) =>
        new("too-many-in-view", ("meeting", meeting.Id), ("people", meeting.People.Count), ("most", model.Rules.MostInView));
}
