namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>A youth to whom other weights would give another villa.</summary>
/// <param name="Now">Null where they wait.</param>
public sealed record VillaMove(YouthFacts Youth, VillaHome? Now, VillaHome? Then);

/// <summary>
/// What other weights do with those who wait now and with those who got a room in the month that has passed, before anything is published. Of the month, choices by hand are left out on both sides, and youths and villas are as they
/// are today: what is told is what the weights do.
/// </summary>
/// <param name="Since">The month's first day; null for those who wait now.</param>
/// <param name="Youths">How many are shared out.</param>
public sealed record VillaEffect(DateOnly? Since, int Youths, IReadOnlyList<VillaMove> Moves)
{
    /// <param name="weights">Points by the name of their limit; what is left out stays.</param>
    public static IReadOnlyList<VillaEffect> Of(VillaBoard board, IReadOnlyDictionary<string, int> weights, DateOnly today, CancellationToken cancel)
    {
        var tried = board.Policy with { Weights = board.Policy.Weights.With(weights) };
        var since = today.AddMonths(-1);
        var month = Undone(board.Town, since);
        return [Of(null, board.Town, board.Proposal, tried, cancel), Of(since, month, ProposeVillas.Propose(month, board.Policy, cancel), tried, cancel)];
    }

    private static VillaEffect Of(DateOnly? since, VillaTown town, VillaProposal proposal, VillaPolicy tried, CancellationToken cancel)
    {
        var (now, then, seekers) = (proposal.ByYouth, ProposeVillas.Propose(town, tried, cancel).ByYouth, town.Seekers.ToList());
        return new VillaEffect(since, seekers.Count, [.. seekers.Select(y => new VillaMove(y, now.GetValueOrDefault(y.Id), then.GetValueOrDefault(y.Id))).Where(m => m.Now?.Id != m.Then?.Id)]);
    }

    /// <summary>The town as if those who got a room on that day or later waited for one, and nobody else did.</summary>
    private static VillaTown Undone(VillaTown town, DateOnly since)
    {
        bool IsUndone(YouthFacts youth) => youth.Stay?.DecidedOn >= since;
        ContactFacts Freed(ContactFacts contact) => contact with { Youths = contact.Youths - town.Youths.Count(y => IsUndone(y) && y.Stay!.ContactId == contact.Id) };
        return new VillaTown(
            [.. town.Youths.Where(y => y.Stay is not null).Select(y => IsUndone(y) ? y with { Stay = null, Chosen = null, ChosenReason = null } : y)],
            [.. town.Villas.Select(v => v with { Contacts = [.. v.Contacts.Select(Freed)], Living = [.. v.Living.Where(y => !IsUndone(y))] })]);
    }
}
