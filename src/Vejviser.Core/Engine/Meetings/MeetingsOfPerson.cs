using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>
/// A person's meetings follow when two people turn out to be one. Where both were asked to one meeting, or are to be at two places at once, the merged
/// person's place stays where it is: nobody is booked twice by a merge either.
/// </summary>
public sealed class MeetingsOfPerson : IPersonPart
{
    public string Code => "meetings";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var had = await sides.Db.MeetingParticipants.Where(p => p.PersonId == kept).Select(p => p.MeetingId).ToListAsync(cancel);
        var taken = await sides.Db.MeetingSlots.Where(s => s.SubjectId == kept).Select(s => s.Quarter).ToHashSetAsync(cancel);
        var slots = (await sides.Db.MeetingSlots.Where(s => s.SubjectId == merged).ToListAsync(cancel)).ToLookup(s => s.MeetingId);
        var places = (await sides.Db.MeetingParticipants.Where(p => p.PersonId == merged && !had.Contains(p.MeetingId)).ToListAsync(cancel))
            .Where(p => !slots[p.MeetingId].Any(s => taken.Contains(s.Quarter))).ToList();
        var about = await sides.Db.Meetings.Where(m => m.PersonId == merged).ToListAsync(cancel);
        Move(sides, places, slots, about, kept);
        return places.Count + about.Count == 0 ? null : JsonSerializer.SerializeToNode(new Moved([.. places.Select(p => p.Id)], [.. about.Select(m => m.Id)]));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var (places, about) = moved.Deserialize<Moved>()!;
        var participants = await sides.Db.MeetingParticipants.Where(p => places.Contains(p.Id)).ToListAsync(cancel);
        var meetings = participants.ConvertAll(p => p.MeetingId);
        var slots = (await sides.Db.MeetingSlots.Where(s => s.SubjectId == sides.Kept.Id && meetings.Contains(s.MeetingId)).ToListAsync(cancel)).ToLookup(s => s.MeetingId);
        Move(sides, participants, slots, await sides.Db.Meetings.Where(m => about.Contains(m.Id)).ToListAsync(cancel), sides.Merged.Id);
    }

    private static void Move(MergeSides sides, List<MeetingParticipant> places, ILookup<Guid, MeetingSlot> slots, List<Meeting> about, Guid to)
    {
        about.ForEach(m => m.PersonId = to);
        foreach (var place in places)
        {
            place.PersonId = to;
            sides.Db.MeetingSlots.RemoveRange(slots[place.MeetingId]);
            sides.Db.MeetingSlots.AddRange(slots[place.MeetingId].Select(s => new MeetingSlot { SubjectId = to, Quarter = s.Quarter, MeetingId = s.MeetingId }));
        }
    }

    private sealed record Moved(List<Guid> Places, List<Guid> About);
}
