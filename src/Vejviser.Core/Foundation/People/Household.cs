namespace Vejviser.Core.Foundation.People;

/// <summary>People who are placed and planned for together.</summary>
public sealed class Household
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The allocating authority's reference, such as <c>H2026-020001</c>.</summary>
    public string? Reference { get; init; }

    /// <summary>What the household is called on screen: the head's name.</summary>
    public required string Name { get; set; }

    public ResidenceBasis Basis { get; set; }

    public DateOnly? AllocationDate { get; set; }

    /// <summary>The day responsibility passes to the municipality, by law or as a person decided; null while it must be asked.</summary>
    public DateOnly? TakeoverDate { get; set; }

    /// <summary>How <see cref="TakeoverDate"/> came about: a rule's id of <c>law/</c>, or <c>by-hand</c>.</summary>
    public string? TakeoverRule { get; set; }

    /// <summary>Registered in CPR as moved to the municipality: starts responsibility for quota refugees and reunified family.</summary>
    public DateOnly? RegisteredDate { get; set; }

    /// <summary>The day they are planned to move in, or moved in.</summary>
    public DateOnly? ArrivalDate { get; set; }

    public bool HasArrived { get; set; }

    public string? Centre { get; set; }

    public Guid? CaseWorkerId { get; set; }

    /// <summary>The steady contact person; others stand in <see cref="HouseholdContact"/>.</summary>
    public Guid? ContactPersonId { get; set; }

    /// <summary>The day the steady contact person was chosen; null where that was before it was kept.</summary>
    public DateOnly? ContactSince { get; set; }

    public string? Address { get; set; }

    public DateTime CreatedAt { get; init; }

    public int Version { get; set; }
}

/// <summary>A contact person beside the steady one, such as for job and home.</summary>
public sealed class HouseholdContact
{
    public Guid HouseholdId { get; init; }

    public Guid AccountId { get; init; }

    /// <summary>What they are asked about.</summary>
    public string? About { get; set; }

    public DateOnly Since { get; init; }
}

/// <summary>The legal ground of stay as the allocation file writes it, with the section of the Aliens Act.</summary>
public enum ResidenceBasis
{
    Unknown = 0,

    /// <summary>Convention refugee, § 7(1).</summary>
    Asylum71 = 1,

    /// <summary>Protection status, § 7(2).</summary>
    Asylum72,

    /// <summary>Temporary protection, § 7(3).</summary>
    Asylum73,

    /// <summary>Resettled by UNHCR quota, § 8.</summary>
    Quota8,

    /// <summary>Reunified with family, § 9.</summary>
    FamilyReunified,

    /// <summary>The special act on displaced persons from Ukraine, act 324 of 2022.</summary>
    UkraineAct,
}
