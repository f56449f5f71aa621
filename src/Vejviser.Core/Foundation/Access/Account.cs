using Microsoft.AspNetCore.Identity;

namespace Vejviser.Core.Foundation.Access;

public enum AccountKind
{
    Employee = 1,
    Partner,
}

/// <summary>One human who works in the product: an employee, or a partner organisation's user.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public AccountKind Kind { get; init; } = AccountKind.Employee;

    public required string DisplayName { get; set; }

    public Guid? JobFunctionId { get; set; }

    /// <summary>Set for a partner's user.</summary>
    public Guid? PartnerId { get; set; }

    /// <summary>BCP 47, <c>da</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "da";

    /// <summary>A closed account cannot sign in and owns no new task; its past stays.</summary>
    public bool IsClosed { get; set; }

    public bool MustChangePassword { get; set; }

    /// <summary>The subject at the municipality's identity provider, once seen.</summary>
    public string? ExternalSubject { get; set; }
}

/// <summary>A role is data: a name and the permissions it carries.</summary>
public sealed class Role
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public List<RolePermission> Permissions { get; init; } = [];
}

public sealed class RolePermission
{
    public Guid RoleId { get; init; }

    /// <summary>A code of <c>Permissions</c>, such as <c>people.read</c>.</summary>
    public required string Permission { get; init; }
}

/// <summary>A role given to an account, for the whole municipality or for one unit and those below it.</summary>
public sealed class RoleAssignment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid RoleId { get; init; }

    public Guid? UnitId { get; init; }

    /// <summary>Given by the municipality's identity provider: it comes and goes with the groups seen at sign-in.</summary>
    public bool IsExternal { get; init; }
}

/// <summary>Which role a group or privilege of the municipality's identity provider gives.</summary>
public sealed class ExternalRole
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Claim { get; set; }

    public Guid RoleId { get; set; }

    public Guid? UnitId { get; set; }
}

/// <summary>Need-to-know: this unit, or this account, works with this household.</summary>
public sealed class HouseholdAccess
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid HouseholdId { get; init; }

    public Guid? UnitId { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary>Why, as a code: <c>case-worker</c>, <c>contact-person</c>, <c>task-owner</c>, <c>by-hand</c>.</summary>
    public required string Why { get; init; }
}

/// <summary>Somebody opened a person outside their need-to-know, said why, and the person's case worker sees it.</summary>
public sealed class BreakGlass
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid HouseholdId { get; init; }

    public Guid PersonId { get; init; }

    public required string Reason { get; init; }

    public DateTime At { get; init; }

    public DateTime Until { get; init; }

    public Guid? SeenBy { get; set; }

    public DateTime? SeenAt { get; set; }
}

/// <summary>A personal calendar feed's secret address; only its SHA-256 is kept.</summary>
public sealed class CalendarFeed
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public required byte[] TokenHash { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? RevokedAt { get; set; }
}
