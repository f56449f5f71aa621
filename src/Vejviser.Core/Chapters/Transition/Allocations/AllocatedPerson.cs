using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>A row that was read and found good. What the file leaves empty is null, unknown or an empty text.</summary>
public sealed record AllocatedPerson
{
    public required int Row { get; init; }

    public required string CaseRef { get; init; }

    public required string HouseholdRef { get; init; }

    public required HouseholdRole Role { get; init; }

    public required string GivenName { get; init; }

    public required string FamilyName { get; init; }

    public CprNumber? Cpr { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>Set also where the whole date is known.</summary>
    public int? BirthYear { get; init; }

    public Sex Sex { get; init; }

    public string Nationality { get; init; } = "";

    public string Language { get; init; } = "";

    public bool NeedsInterpreter { get; init; }

    public Proficiency English { get; init; }

    public EducationLevel Education { get; init; }

    public string Occupation { get; init; } = "";

    public bool HadOwnBusiness { get; init; }

    public required ResidenceBasis Basis { get; init; }

    public DateOnly? PermitDate { get; init; }

    public required DateOnly AllocationDate { get; init; }

    public string Centre { get; init; } = "";

    public bool IsUnaccompanied { get; init; }

    public DateOnly? DenmarkSince { get; init; }

    public string Note { get; init; } = "";
}

/// <summary>The people of one household, in the file's order, none of them refused.</summary>
public sealed record AllocatedHousehold(string Reference, IReadOnlyList<AllocatedPerson> People)
{
    /// <summary>The head, else the first: whose name, dates and basis are the household's.</summary>
    public AllocatedPerson Head { get; } = People.FirstOrDefault(p => p.Role == HouseholdRole.Head) ?? People[0];
}

/// <summary>A file that was read and checked: the good households, and what is wrong or doubtful with rows.</summary>
public sealed record CheckedAllocations(int Rows, IReadOnlyList<AllocatedHousehold> Households, IReadOnlyList<AllocationProblem> Problems);
