namespace Vejviser.Core.Engine.Catalogue;

/// <summary>Whom a practice runs for.</summary>
public enum PracticeFor
{
    Household = 0,
    Person,
}

/// <summary>To whom a practice is offered, and how it is decided.</summary>
/// <param name="If">All must hold; what is not known is asked.</param>
/// <param name="DecidedBy">The role that decides.</param>
/// <param name="IsVoluntary">False where the programme requires it of the person.</param>
/// <param name="Consent">The purpose of a consent that must be in force before it begins, or null.</param>
/// <param name="IsByReferral">True: never proposed from facts, only where somebody refers.</param>
/// <param name="ReferredBy">Roles that refer.</param>
public sealed record OfferRule(StepConditions If, string DecidedBy, bool IsVoluntary, string? Consent, bool IsByReferral, IReadOnlyList<string> ReferredBy);

public enum CapacityPer
{
    Municipality = 0,
    Group,
}

/// <summary>How many run at once; who comes later waits in line.</summary>
public sealed record Capacity(Figure Seats, CapacityPer Per);

/// <summary>A figure that a rule in code asks for by its id, such as <c>contact-persons-most</c>.</summary>
public sealed record Limit(string Id, Figure Value);

/// <summary>An organisation that takes part; its name and part stand in the texts.</summary>
public sealed record PracticePartner(string Id, Foundation.Organisation.PartnerKind Kind);

/// <summary>What must stand in the municipality before the practice can run: an agreement, a named person, a room.</summary>
public sealed record SetupItem(string Id, string Owner);

/// <summary>How a course of the practice ends.</summary>
/// <param name="Completed">Steps that must be done or skipped before it can be completed.</param>
/// <param name="BrokenOff">Reasons it is broken off for, by id.</param>
/// <param name="MovesOnTo">Practices a person goes on to.</param>
public sealed record Ending(IReadOnlyList<string> Completed, IReadOnlyList<string> BrokenOff, IReadOnlyList<string> MovesOnTo);

public enum EffectOn
{
    Started = 1,
    Completed,
    BrokenOff,
    MovedOn,
    FamilyArrived,
}

public enum EffectKind
{
    SkipSteps = 1,
    OfferPractice,
    StartPractice,
    EndPractice,

    /// <summary>The person's progression and qualification card goes along to the practice.</summary>
    CarryCard,
}

/// <summary>What the practice changes elsewhere.</summary>
/// <param name="Practice">The practice that is offered, started, ended, has steps skipped, or gets the card.</param>
/// <param name="Steps">Of that practice, where steps are skipped.</param>
public sealed record PracticeEffect(string Id, EffectOn On, EffectKind Do, string Practice, IReadOnlyList<string> Steps);
