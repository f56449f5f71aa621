namespace Vejviser.Matching.Time;

/// <summary>How and where each meeting is held.</summary>
/// <param name="Ways">Null: unmet.</param>
/// <param name="Rooms">-1: none.</param>
internal sealed record TimePlan(Way?[] Ways, int[] Rooms)
{
    public static TimePlan Empty(TimeModel model)
    {
        var rooms = new int[model.Meetings.Length];
        Array.Fill(rooms, -1);
        return new TimePlan(new Way?[rooms.Length], rooms);
    }

    public TimeCost Cost(TimeModel model)
    {
        var held = Ways.OfType<Way>().ToArray();
        return new TimeCost(
            Ways.Zip(model.Meetings).Where(w => w.First is null).Sum(w => (long)w.Second.Weight),
            held.Count(w => w.Mode != MeetingMode.Video),
            held.Sum(w => (long)w.Travel));
    }

    /// <summary>Could the meeting be held this way with all others where they are?</summary>
    public bool HasRoomFor(Way way, TimeModel model)
    {
        var others = Ways.OfType<Way>().Where(w => w.Meeting != way.Meeting).ToArray();
        if (others.Any(w => w.Overlaps(way) && TimeModel.ShareSomebody(model.Meetings[w.Meeting], model.Meetings[way.Meeting])))
            return false;
        if (way.Interpreter >= 0 && others.Any(w => w.Interpreter == way.Interpreter && model.TooClose(w, way)))
            return false;
        return model.RoomsOf[way.Meeting] is not { } rooms || rooms.Any(room => !others.Any(w => Rooms[w.Meeting] == room && w.Overlaps(way)));
    }
}
