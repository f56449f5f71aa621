using Vejviser.Core.Foundation.Common;
using Vejviser.Matching;
using Vejviser.Matching.Assignment;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>What the kernel answered, in the meeting's own households and homes.</summary>
internal sealed class AllocationAnswer(
    AllocationFacts facts, AllocationProblems problems, AssignmentAnswer answer, IReadOnlyDictionary<Guid, string> reasons, IReadOnlyDictionary<Guid, double?> costs, IReadOnlySet<Guid> waits)
{
    private readonly Dictionary<string, HomeFacts> homes = facts.Homes.ToDictionary(h => AllocationProblems.Id(h.Id), StringComparer.Ordinal);

    public AllocationProposal Build(IReadOnlyList<Reason> conflict)
    {
        var placed = answer.Placements.ToDictionary(p => p.Seeker, StringComparer.Ordinal);
        var unplaced = answer.Unplaced.ToDictionary(u => u.Seeker, StringComparer.Ordinal);
        IReadOnlyList<ProposedHome> lines = [.. facts.Seekers.Select(s => Line(s, placed.GetValueOrDefault(AllocationProblems.Id(s.Id)), unplaced.GetValueOrDefault(AllocationProblems.Id(s.Id))))];
        var count = lines.Count(l => l.Home is not null);
        var key = facts.Key.Select(k => new KeyLine(
            k, facts.Homes.Count(h => h.AssociationId == k.AssociationId), lines.Count(l => l.Home?.AssociationId == k.AssociationId), facts.PartOf(k.AssociationId, count))).ToList();
        return new AllocationProposal(lines, key, conflict, answer.Status, answer.Score, answer.Bound, Fingerprint.Of(lines.Select(l => (l.Seeker.Id, l.Home?.Id))));
    }

    private ProposedHome Line(SeekerFacts seeker, Placement? placement, Unplaced? unplaced)
    {
        var (fits, refusals) = (problems.Fits[seeker.Id], problems.Refusals[seeker.Id]);
        if (placement is null)
        {
            var why = waits.Contains(seeker.Id) ? "by-hand" : unplaced?.Reason.Code ?? "no-option";
            return new ProposedHome(seeker, null, 0, [], null, null, why == "by-hand" ? reasons[seeker.Id] : null, null, fits, refusals, why);
        }

        var isByHand = placement.IsPinned;
        return new ProposedHome(
            seeker, homes[placement.Place], placement.Score, placement.Parts, placement.RunnerUp is { } next ? homes[next.Place] : null, placement.RunnerUp?.Price,
            isByHand ? reasons[seeker.Id] : null, isByHand ? costs.GetValueOrDefault(seeker.Id) : null, fits, refusals, null);
    }
}
