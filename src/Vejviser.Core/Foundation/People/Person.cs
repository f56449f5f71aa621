using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

public enum HouseholdRole
{
    Head = 1,
    Spouse,
    Child,

    /// <summary>An unaccompanied minor, alone in the household.</summary>
    Minor,
    Other,
}

public enum Sex
{
    Unknown = 0,
    Female,
    Male,
}

public enum Proficiency
{
    Unknown = 0,
    None,
    Basic,
    Good,
    Fluent,
}

public enum EducationLevel
{
    Unknown = 0,
    None,
    Primary,
    Secondary,
    Vocational,
    UniversityShort,
    University,
}

/// <summary>Where an asylum case stands: the Immigration Service's three phases, then the permit.</summary>
public enum AsylumPhase
{
    Unknown = 0,

    /// <summary>It is not yet decided whether the case is heard in Denmark.</summary>
    First,

    /// <summary>The case is heard in Denmark.</summary>
    Second,

    /// <summary>The application is finally refused.</summary>
    Third,
    Permit,
}

/// <summary>The three tracks of Danish education: little or no schooling, short, and middle or long.</summary>
public enum DanishTrack
{
    Unknown = 0,
    Du1,
    Du2,
    Du3,
}

/// <summary>A newcomer. Names stand as they are written, in any script; the CPR number stands in a table of its own.</summary>
public sealed class Person
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid HouseholdId { get; set; }

    /// <summary>The allocating authority's case reference; unique where known.</summary>
    public string? CaseRef { get; set; }

    public HouseholdRole Role { get; set; }

    public required string GivenName { get; set; }

    public required string FamilyName { get; set; }

    /// <summary>Given and family name folded for search: lower case, marks off, both orders; see <c>NameFolding</c>.</summary>
    public required string SearchName { get; set; }

    /// <summary>Null where unknown; with <see cref="BirthDate"/> null, the year is all that is known.</summary>
    public int? BirthYear { get; set; }

    public DateOnly? BirthDate { get; set; }

    public Sex Sex { get; set; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Nationality { get; set; }

    /// <summary>Mother tongue, BCP 47.</summary>
    public string? Language { get; set; }

    public bool NeedsInterpreter { get; set; }

    public Proficiency English { get; set; }

    public EducationLevel Education { get; set; }

    public string? Occupation { get; set; }

    public bool HadOwnBusiness { get; set; }

    public ResidenceBasis Basis { get; set; }

    public DateOnly? PermitDate { get; set; }

    public DateOnly? AllocationDate { get; set; }

    public DateOnly? DenmarkSince { get; set; }

    /// <summary>While the case is open; who has a permit or is allocated is past it.</summary>
    public AsylumPhase AsylumPhase { get; set; }

    public DanishTrack DanishTrack { get; set; }

    public bool IsUnaccompanied { get; set; }

    /// <summary>Name and address protection: masked everywhere but for those with the compartment.</summary>
    public bool HasProtectedAddress { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Note { get; set; }

    /// <summary>Set while this person is merged into another; undoing the merge clears it.</summary>
    public Guid? MergedIntoId { get; set; }

    public DateTime CreatedAt { get; init; }

    public int Version { get; set; }

    /// <summary>Age in whole years on a day; null where the year is unknown; by year alone where only that is known.</summary>
    public int? AgeOn(DateOnly day) => Age.On(day, BirthDate, BirthYear);
}

/// <summary>A CPR number, real or replacement, that a person has or had. Kept apart so that no list loads it by accident.</summary>
public sealed class PersonCpr
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    /// <summary>Ten digits without hyphen.</summary>
    public required string Number { get; init; }

    public bool IsReplacement { get; init; }

    public DateTime From { get; init; }

    /// <summary>Null for the number in force.</summary>
    public DateTime? Until { get; set; }
}

/// <summary>A further language a person speaks, beside the mother tongue.</summary>
public sealed class PersonLanguage
{
    public Guid PersonId { get; set; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public Proficiency Level { get; set; }
}

public enum RelationKind
{
    Spouse = 1,

    /// <summary>The first is parent of the second.</summary>
    ParentOf,
    Sibling,

    /// <summary>The first has custody of the second.</summary>
    CustodyHolderOf,
    OtherFamily,
}

public sealed class Relation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    public Guid OtherPersonId { get; set; }

    public RelationKind Kind { get; init; }
}

/// <summary>A consent: voluntary, specific, informed, and withdrawn whenever the person wishes.</summary>
public sealed class Consent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    /// <summary>What for, a code such as <c>health-information-to-doctor</c> or <c>contact-by-volunteers</c>.</summary>
    public required string Purpose { get; init; }

    public DateOnly GivenOn { get; init; }

    /// <summary>Who gave it: the person (from 15 years) or the custody holder; a person's id, or null for a custody holder outside the product.</summary>
    public Guid? GivenById { get; set; }

    /// <summary>The custody holder's name where that is nobody in the product.</summary>
    public string? GivenByName { get; set; }

    public DateOnly? WithdrawnOn { get; set; }

    public Guid? WithdrawnById { get; set; }

    public Guid RegisteredBy { get; init; }

    public int Version { get; set; }
}

/// <summary>The answer to a yes-or-no question that a practice asks about a person, such as whether a quick permit is expected.</summary>
public sealed class PersonAnswer
{
    public Guid PersonId { get; set; }

    /// <summary>The question's id in the practices' definitions; the same id is the same question.</summary>
    public required string Question { get; init; }

    public bool IsYes { get; set; }

    public DateTime At { get; set; }

    public Guid? ByAccountId { get; set; }
}

/// <summary>Two people a person said are not the same: they are not suggested again.</summary>
public sealed class NotDuplicate
{
    public Guid PersonId { get; init; }

    public Guid OtherPersonId { get; init; }

    public Guid ByAccountId { get; init; }

    public DateTime At { get; init; }
}

/// <summary>A merge of one person into another, with all that is needed to undo it.</summary>
public sealed class PersonMerge
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid KeptPersonId { get; init; }

    public Guid MergedPersonId { get; init; }

    /// <summary>JSON: the kept person's fields before, and which rows moved.</summary>
    public required string Snapshot { get; init; }

    public Guid ByAccountId { get; init; }

    public DateTime At { get; init; }

    public Guid? UndoneBy { get; set; }

    public DateTime? UndoneAt { get; set; }
}
