namespace Vejviser.Core.Chapters.Housing.Letting;

public enum TenantKind
{
    /// <summary>A newcomer's household.</summary>
    Household = 1,

    /// <summary>A student, of whom the municipality knows no more.</summary>
    Student,
}

/// <summary>A home let, from a day and, where it is for a time, to one.</summary>
public sealed class Lease
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DwellingId { get; init; }

    public TenantKind Tenant { get; init; }

    /// <summary>Null where the tenant is a student.</summary>
    public Guid? HouseholdId { get; init; }

    public DateOnly From { get; init; }

    /// <summary>The last day where it is for a time; null where it is permanent.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Kroner a month as agreed, without use.</summary>
    public int Rent { get; init; }

    public int Use { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>The home, for as long as the lease holds it: unique, so that of many who claim a home one gets it.</summary>
    public Guid? HeldDwellingId { get; private set; }

    public DateTime MadeAt { get; init; }

    public int Version { get; set; }

    internal Lease Held()
    {
        HeldDwellingId = DwellingId;
        return this;
    }

    /// <summary>The home is free again.</summary>
    internal void End(DateOnly day)
    {
        (EndedOn, HeldDwellingId) = (day, null);
        Version++;
    }
}
