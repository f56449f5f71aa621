namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>Somebody in the practice.</summary>
/// <param name="Label">Their number.</param>
/// <param name="MotherTongue">Null while nobody has written it.</param>
/// <param name="Languages">All they speak fluently, mother tongue among them.</param>
/// <param name="Age">Null while the birth date is not known.</param>
/// <param name="GrownUpOn">The eighteenth birthday; null while the date is not known.</param>
/// <param name="HasCustody">A custody holder is known, or none is needed any more: they are of age.</param>
/// <param name="Friends">Those they would like to live with.</param>
/// <param name="Apart">Those they must not live with.</param>
/// <param name="Stay">The room they have; null where they have none.</param>
public sealed record YouthFacts(
    Guid Id, Guid HouseholdId, string Label, string? MotherTongue, IReadOnlyList<string> Languages, int? Age, DateOnly? GrownUpOn, DateOnly? AssessedOn, bool Fits, bool HasCustody, string? CustodyHolder, DateOnly Since, int WeeksWaited,
    Guid? Wished, IReadOnlySet<Guid> Friends, IReadOnlySet<Guid> Apart, Guid? Chosen, string? ChosenReason, StayFacts? Stay)
{
    /// <summary>Waits by hand: <see cref="ChosenReason"/> says why.</summary>
    public bool Held => ChosenReason is not null && Chosen is null;

    /// <summary>What is missing before a villa can be proposed: <c>custody</c>, <c>assessment</c>, <c>birth-date</c>, <c>language</c>; or that a villa does not fit: <c>does-not-fit</c>.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. HasCustody ? Array.Empty<string>() : ["custody"],
        .. AssessedOn is null ? ["assessment"] : Fits ? Array.Empty<string>() : ["does-not-fit"],
        .. Age is null ? ["birth-date"] : Array.Empty<string>(),
        .. MotherTongue is null ? ["language"] : Array.Empty<string>(),
    ];
}

/// <param name="ContactSpeaks">The contact person speaks the youth's mother tongue.</param>
/// <param name="NextGrownUpStep">The day the next open step towards the eighteenth birthday is due; null where none is open.</param>
public sealed record StayFacts(Guid Id, Guid VillaId, Guid ContactId, string Contact, bool ContactSpeaks, DateOnly DecidedOn, DateOnly? MovedInOn, DateOnly? LeaseOn, DateOnly? NextGrownUpStep);

/// <param name="Youths">How many they are contact person of.</param>
public sealed record ContactFacts(Guid Id, string Name, IReadOnlyList<string> Languages, int Youths, Guid? AccountId);

/// <param name="Contacts">Those who can be given youths.</param>
/// <param name="Living">Youths who have a room here, moved in or not.</param>
public sealed record VillaHome(Guid Id, string Name, string? Area, string Phone, int Rooms, bool IsClosed, IReadOnlyList<ContactFacts> Contacts, IReadOnlyList<YouthFacts> Living)
{
    /// <summary>Rooms that can be given, where the practice lets no more than <paramref name="most"/> live together.</summary>
    public int FreeRooms(int most) => IsClosed ? 0 : Math.Max(0, Math.Min(Rooms, most) - Living.Count);

    public bool HasContactFor(YouthFacts youth) => youth.MotherTongue is { } tongue && Contacts.Any(c => c.Languages.Contains(tongue, StringComparer.Ordinal));
}

/// <summary>Everything that is shared out.</summary>
/// <param name="Youths">Who has waited longest first.</param>
public sealed record VillaTown(IReadOnlyList<YouthFacts> Youths, IReadOnlyList<VillaHome> Villas)
{
    /// <summary>Who has no room, and lacks nothing.</summary>
    public IEnumerable<YouthFacts> Seekers => Youths.Where(y => y.Stay is null && y.Missing.Count == 0);

    /// <summary>Who has no room, and lacks something first: no custody holder before all else.</summary>
    public IEnumerable<YouthFacts> Lacking => Youths.Where(y => y.Stay is null && y.Missing.Count > 0).OrderBy(y => y.HasCustody);

    /// <summary>Youths with a room whose birthday is to be prepared now, is past without a lease of their own, or is not known; the first birthday first.</summary>
    public IEnumerable<YouthFacts> Growing(VillaPolicy policy, DateOnly today) =>
        Villas.SelectMany(v => v.Living).Where(y => y.Stay!.LeaseOn is null && (y.GrownUpOn is null || y.GrownUpOn <= today.AddMonths(policy.PrepareMonths))).OrderBy(y => y.GrownUpOn ?? DateOnly.MaxValue);
}
