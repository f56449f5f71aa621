namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>A cell that differs from what is registered. <c>Before</c> and <c>After</c> are empty where the reader may not see them.</summary>
public sealed record FieldChange(string Column, string Before, string After);

/// <param name="File">As the file has them.</param>
/// <param name="PersonId">Null for somebody new.</param>
/// <param name="Changes">Empty for somebody new, and for somebody unchanged.</param>
public sealed record ComparedPerson(AllocatedPerson File, Guid? PersonId, IReadOnlyList<FieldChange> Changes)
{
    public bool IsNew => PersonId is null;

    public bool IsUnchanged => PersonId is not null && Changes.Count == 0;
}

/// <param name="File">As the file has it.</param>
/// <param name="HouseholdId">Null for a new household.</param>
public sealed record ComparedHousehold(AllocatedHousehold File, Guid? HouseholdId, IReadOnlyList<ComparedPerson> People)
{
    public bool IsNew => HouseholdId is null;

    public bool IsUnchanged => !IsNew && People.All(p => p.IsUnchanged);
}

/// <summary>A checked file beside what is registered.</summary>
/// <param name="Households">The good ones, in the file's order.</param>
/// <param name="Problems">All of the file's, also those that only the register can tell.</param>
public sealed record ComparedAllocations(int Rows, IReadOnlyList<ComparedHousehold> Households, IReadOnlyList<AllocationProblem> Problems)
{
    public IEnumerable<AllocationProblem> Errors => Problems.Where(p => p.IsError);

    public IEnumerable<AllocationProblem> Warnings => Problems.Where(p => !p.IsError);

    /// <summary>People, not households.</summary>
    public int Unchanged => Households.Sum(h => h.People.Count(p => p.IsUnchanged));

    public IEnumerable<ComparedHousehold> ToTake => Households.Where(h => !h.IsUnchanged);

    /// <summary>New and changed people.</summary>
    public int PeopleToTake => Households.Sum(h => h.People.Count(p => !p.IsUnchanged));
}
