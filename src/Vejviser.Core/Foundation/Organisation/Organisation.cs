namespace Vejviser.Core.Foundation.Organisation;

/// <summary>The municipality whose database this is: one row.</summary>
public sealed class Municipality
{
    public int Id { get; init; } = 1;

    /// <summary>Four digits with leading zero, such as 0999.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary>Demo sign-ins exist only where this is true.</summary>
    public bool IsDemo { get; init; }
}

/// <summary>A department (no parent) or a team in one.</summary>
public sealed class Unit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid? ParentId { get; set; }

    public required string Name { get; set; }

    public string? Email { get; set; }

    public bool IsClosed { get; set; }
}

/// <summary>An employee's place in a team or department; an employee may have several.</summary>
public sealed class UnitMember
{
    public Guid UnitId { get; init; }

    public Guid AccountId { get; init; }

    public bool IsLeader { get; set; }
}

/// <summary>What an employee is by trade, such as employment advisor, and the role that usually goes with it.</summary>
public sealed class JobFunction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public Guid? DefaultRoleId { get; set; }
}

public enum PartnerKind
{
    AsylumCentre = 1,
    HousingAssociation,
    Association,
    LanguageCentre,
    MedicalPractice,
    Company,
    OtherAuthority,
}

/// <summary>An organisation that takes part: its users see what concerns them and no more.</summary>
public sealed class PartnerOrganisation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public PartnerKind Kind { get; set; }

    /// <summary>A private organisation never sees a CPR number (databeskyttelsesloven § 11).</summary>
    public bool IsPrivate { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public bool IsClosed { get; set; }
}

/// <summary>A day the municipality itself is closed though the law has no holiday, such as 24 December.</summary>
public sealed class ClosingDay
{
    public DateOnly Date { get; init; }

    public required string Name { get; set; }
}

/// <summary>Who fills a role here, in one practice or in all: a unit, or one employee in it.</summary>
public sealed class PracticeRole
{
    /// <summary>Stands for every practice that has the role and nobody of its own for it.</summary>
    public const string Everywhere = "";

    /// <summary>The practice's id, such as <c>reception-plan</c>, or <see cref="Everywhere"/>.</summary>
    public required string Practice { get; init; }

    /// <summary>The role's id in the definition, such as <c>employment-advisor</c>.</summary>
    public required string Role { get; init; }

    public Guid? UnitId { get; set; }

    public Guid? AccountId { get; set; }
}
