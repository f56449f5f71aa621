namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>What another villa would cost the whole, everybody else at their best.</summary>
/// <param name="Fewer">How many fewer would have a room.</param>
/// <param name="Points">Points fewer.</param>
/// <param name="IsExact">Else it costs no more than this.</param>
public sealed record OtherVilla(VillaHome Villa, int Fewer, long Points, bool IsExact);

/// <summary>A youth's proposed villa and contact person, and why.</summary>
/// <param name="Mates">Those they would live with, those who live there already among them.</param>
/// <param name="RunnerUp">The second best villa; null where no other can be, or staff chose.</param>
/// <param name="HandCost">What the choice by hand costs the whole; null where staff chose nothing.</param>
public sealed record PlacedYouth(YouthFacts Youth, ContactFacts Contact, IReadOnlyList<YouthFacts> Mates, OtherVilla? RunnerUp = null, OtherVilla? HandCost = null)
{
    public string? ByHand => Youth.Chosen is null ? null : Youth.ChosenReason;

    /// <summary>How many of the mates speak a language the youth speaks.</summary>
    public int SharesLanguageWith => Mates.Count(m => HousemateProblem.ShareLanguage(m, Youth));

    public bool IsOwnWish(VillaHome villa) => Youth.Wished == villa.Id;

    public IEnumerable<YouthFacts> FriendsThere => Mates.Where(m => Youth.Friends.Contains(m.Id));
}

public sealed record VillaLine(VillaHome Villa, IReadOnlyList<PlacedYouth> Proposed)
{
    public int FreeAfter(int most) => Villa.FreeRooms(most) - Proposed.Count;
}

/// <param name="Why">
/// <c>held</c>, <c>no-contact</c> (nobody in an open villa speaks the mother tongue), <c>no-room</c> (where somebody does, all rooms are taken), <c>chosen-impossible</c>, or <c>no-group</c> (too few together, too far apart in age, or those
/// who must not live together).
/// </param>
public sealed record WaitingYouth(YouthFacts Youth, string Why);

/// <summary>The whole proposal.</summary>
/// <param name="Points">Of all pairs of housemates that it makes, and of wishes.</param>
/// <param name="IsProven">No other sharing out ends more weeks of waiting, or as many with more points.</param>
/// <param name="Fingerprint">Who goes where with which contact person, shortly: a decision names it (ADR 0030).</param>
public sealed record VillaProposal(IReadOnlyList<VillaLine> Villas, IReadOnlyList<WaitingYouth> Waiting, long Points, bool IsProven, string Fingerprint)
{
    public int Placed => Villas.Sum(v => v.Proposed.Count);

    /// <summary>The villa proposed to each; who waits is not in it.</summary>
    public IReadOnlyDictionary<Guid, VillaHome> ByYouth => Villas.SelectMany(l => l.Proposed.Select(p => (p.Youth.Id, l.Villa))).ToDictionary(p => p.Id, p => p.Villa);
}
