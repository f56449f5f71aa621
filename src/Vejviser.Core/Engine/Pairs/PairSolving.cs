using Vejviser.Core.Foundation.Common;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Pairs;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>Proposes pairs with the matching kernel: as many as can be, then the most points; proven.</summary>
public static class PairSolving
{
    public static PairProposal Propose(PairPractice practice, PairPolicy policy, PairFacts facts, IReadOnlyList<HandPair> chosen)
    {
        var waits = chosen.Where(c => c.Volunteer is null).Select(c => c.Plan).ToHashSet();
        var problem = Problem(practice, policy, facts, waits);
        var pairing = Pairing.Start(problem);
        var options = problem.Options.Select(o => (o.Seeker, o.Giver)).ToHashSet();
        foreach (var tried in facts.Tried.Where(t => options.Remove((Id(t.PlanId), Id(t.VolunteerId)))))
            pairing.Decline(Id(tried.PlanId), Id(tried.VolunteerId), tried.NewcomerSaidNo ? PairSide.Seeker : PairSide.Giver);
        var byHand = new Dictionary<Guid, (string Reason, PairAlternative Price)>();
        // A choice that a rule refuses by now, or a volunteer who has no place left, is none any more.
        foreach (var choice in chosen.Where(c => c.Volunteer is { } v && options.Contains((Id(c.Plan), Id(v)))))
            if (TryChoose(pairing, choice) is { } price)
                byHand[choice.Plan] = (choice.Reason, price);
        return Build(facts, problem, pairing.Answer(), options.ToLookup(o => o.Seeker, StringComparer.Ordinal), byHand, chosen.Where(c => c.Volunteer is null).ToDictionary(c => c.Plan, c => c.Reason));
    }

    /// <summary>The match as the kernel is asked it. Public for the test that judges the answer by another solver.</summary>
    public static PairProblem Problem(PairPractice practice, PairPolicy policy, PairFacts facts, IReadOnlySet<Guid> waits) => PairProblem.Judge(
        practice.Id,
        [.. facts.Seekers.Where(s => !waits.Contains(s.PlanId)).Select(s => (new PairSeeker(Id(s.PlanId)), s))],
        [.. facts.Volunteers.Select(v => (new PairGiver(Id(v.Id), v.Free, v.Before), v))],
        practice.AsksOfVolunteer(policy), practice.AsksOfNewcomer(policy, facts.Day)) with
    { SpreadPrice = practice.TurnPrice(policy) };

    public static string Id(Guid id) => id.ToString("N");

    private static PairAlternative? TryChoose(Pairing pairing, HandPair choice)
    {
        var (seeker, volunteer) = (Id(choice.Plan), Id(choice.Volunteer!.Value));
        if (pairing.PriceOf(seeker, volunteer) is not { } price)
            return null;
        try
        {
            pairing.Choose(seeker, volunteer);
            return price;
        }
        catch (BadProblemException)
        {
            return null;
        }
    }

    private static PairProposal Build(
        PairFacts facts, PairProblem problem, PairAnswer answer, ILookup<string, (string Seeker, string Giver)> options, Dictionary<Guid, (string Reason, PairAlternative Price)> byHand, Dictionary<Guid, string> waits)
    {
        var volunteers = facts.Volunteers.ToDictionary(v => Id(v.Id), StringComparer.Ordinal);
        var pairs = answer.Pairs.ToDictionary(p => p.Seeker, StringComparer.Ordinal);
        var alone = answer.Unpaired.ToDictionary(u => u.Seeker, StringComparer.Ordinal);
        var refusals = (problem.Refusals ?? []).ToLookup(r => r.Seeker, r => r.Reasons[0].Code, StringComparer.Ordinal);
        IReadOnlyList<ProposedPair> lines = [.. facts.Seekers.Select(seeker =>
        {
            var id = Id(seeker.PlanId);
            // The first that stands in the way of a volunteer is what staff hear of it: each counts once.
            var refused = refusals[id].GroupBy(r => r, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
            var fits = options[id].Count();
            if (!pairs.TryGetValue(id, out var pair))
                return new ProposedPair(seeker, null, 0, [], null, null, 0, waits.GetValueOrDefault(seeker.PlanId), 0, 0, fits, refused, waits.ContainsKey(seeker.PlanId) ? "by-hand" : alone[id].Reason.Code);
            var hand = byHand.TryGetValue(seeker.PlanId, out var chosen) ? chosen : default;
            var next = hand.Reason is null ? pair.RunnerUp : null;
            return new ProposedPair(
                seeker, volunteers[pair.Giver], pair.Score, pair.Parts, next is null ? null : volunteers[next.Giver], next?.Price, next?.MoreAlone ?? 0, hand.Reason, hand.Price?.Price ?? 0, hand.Price?.MoreAlone ?? 0, fits, refused, null);
        })];
        return new PairProposal(lines, answer.Score, Fingerprint.Of(lines.Select(l => (l.Seeker.PlanId, l.Volunteer?.Id))));
    }
}
