namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>Why a youth has moved out.</summary>
public enum StayEnd
{
    OwnHome = 1,
    FamilyFound,
    AnotherHome,
    Moved,
    Other,
}

/// <summary>A youth's room in a villa with their contact person: from the decision until they move out. At eighteen the room's lease can pass to the youth.</summary>
public sealed class VillaStay
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    public Guid VillaId { get; init; }

    public Guid ContactId { get; set; }

    public DateOnly DecidedOn { get; init; }

    /// <summary>The reason where staff chose it against the proposal.</summary>
    public string? ByHand { get; init; }

    /// <summary>Null until they have moved in: not before there is a custody holder.</summary>
    public DateOnly? MovedInOn { get; set; }

    /// <summary>The day the youth took over the lease of the room; not before the eighteenth birthday.</summary>
    public DateOnly? LeaseOn { get; set; }

    public DateOnly? EndedOn { get; private set; }

    public StayEnd? EndReason { get; private set; }

    /// <summary>The youth, for as long as the room is theirs: unique, so that nobody has a room in two villas.</summary>
    public Guid? HeldPersonId { get; private set; }

    public int Version { get; set; }

    internal VillaStay Held()
    {
        HeldPersonId = PersonId;
        return this;
    }

    /// <summary>The room is free again.</summary>
    internal void Free(DateOnly day, StayEnd why)
    {
        (EndedOn, EndReason, HeldPersonId) = (day, why, null);
        Version++;
    }

    /// <summary>Another person's when two turn out to be one.</summary>
    internal void Follow(Guid person)
    {
        PersonId = person;
        HeldPersonId = HeldPersonId is null ? null : person;
        Version++;
    }
}
