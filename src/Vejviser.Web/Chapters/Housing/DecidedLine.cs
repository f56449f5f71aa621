using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Data;
using Vejviser.Matching.Rules;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>A line of a decided meeting's minutes, from the facts as they were that day.</summary>
/// <param name="State">How the nomination stands now; null where they waited.</param>
public sealed record DecidedLine(Guid Household, string Label, SeekerFacts Seeker, HomeFacts? Home, IReadOnlyList<RuleScore> Parts, HomeFacts? RunnerUp, double? Price, string? ByHand, NominationState? State)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<DecidedLine>> ReadAsync(VejviserDb db, AllocationMeeting meeting, CancellationToken cancel)
    {
        var facts = AllocationFacts.FromJson(meeting.Facts!);
        var placements = await db.AllocationPlacements.AsNoTracking().Where(p => p.MeetingId == meeting.Id).ToDictionaryAsync(p => p.HouseholdId, cancel);
        var states = await db.Nominations.AsNoTracking().Where(n => n.MeetingId == meeting.Id).ToDictionaryAsync(n => n.Id, n => n.State, cancel);
        var homes = facts.Homes.ToDictionary(h => h.Id);
        return
        [
            .. from seeker in facts.Seekers
               where placements.ContainsKey(seeker.Id)
               let p = placements[seeker.Id]
               select new DecidedLine(
                   seeker.Id, seeker.Label, seeker, p.DwellingId is { } home ? homes[home] : null, JsonSerializer.Deserialize<List<RuleScore>>(p.Parts, Format)!, p.RunnerUpId is { } next ? homes.GetValueOrDefault(next) : null,
                   p.Price, p.ByHand, p.NominationId is { } n ? states[n] : null),
        ];
    }
}
