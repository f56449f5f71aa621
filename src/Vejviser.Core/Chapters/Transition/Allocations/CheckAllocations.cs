namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>
/// The rows of a file against the rules: which households can be taken, and what is wrong or doubtful. Pure: asks no database and no clock.
/// </summary>
public static class CheckAllocations
{
    /// <summary>A household with one bad row is refused whole; its other rows are told because of which.</summary>
    public static CheckedAllocations Run(IReadOnlyList<AllocationRow> rows, AllocationRules rules, DateOnly today)
    {
        var problems = new List<AllocationProblem>();
        var people = new Dictionary<int, AllocatedPerson>();
        foreach (var row in rows)
        {
            var (person, found) = CheckRow.Run(row, rules, today);
            problems.AddRange(found);
            if (person is not null)
                people[row.Number] = person;
        }

        problems.AddRange(Twins(rows));
        problems.AddRange(SharedCprNumbers(people.Values));
        var households = new List<AllocatedHousehold>();
        var bad = problems.Where(p => p.IsError).Select(p => p.Row).ToHashSet();
        foreach (var group in rows.Where(r => r[AllocationColumns.HouseholdRef].Length > 0).GroupBy(r => r[AllocationColumns.HouseholdRef], StringComparer.Ordinal))
        {
            var first = group.FirstOrDefault(r => bad.Contains(r.Number))?.Number;
            if (first is null)
            {
                var household = new AllocatedHousehold(group.Key, [.. group.Select(r => people[r.Number])]);
                var found = CheckHousehold.Run(household).ToList();
                problems.AddRange(found);
                bad.UnionWith(found.Where(p => p.IsError).Select(p => p.Row));
                first = found.Find(p => p.IsError)?.Row;
                if (first is null)
                    households.Add(household);
            }

            if (first is { } because)
                problems.AddRange(group.Where(r => !bad.Contains(r.Number)).Select(r => ToldWhy(r.Number, because)));
        }

        return new CheckedAllocations(rows.Count, households, InOrder(problems));
    }

    internal static IReadOnlyList<AllocationProblem> InOrder(IEnumerable<AllocationProblem> problems) => [.. problems.OrderBy(p => p.Order)];

    internal static AllocationProblem ToldWhy(int row, int because) =>
        AllocationProblem.Error(row, AllocationColumns.HouseholdRef, "household-refused", ("other", because));

    private static IEnumerable<AllocationProblem> Twins(IReadOnlyList<AllocationRow> rows)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(r => r[AllocationColumns.CaseRef].Length > 0))
            if (!seen.TryAdd(row[AllocationColumns.CaseRef], row.Number))
                yield return AllocationProblem.Error(row.Number, AllocationColumns.CaseRef, "case-ref-twice", ("other", seen[row[AllocationColumns.CaseRef]]));
    }

    private static IEnumerable<AllocationProblem> SharedCprNumbers(IEnumerable<AllocatedPerson> people)
    {
        foreach (var same in people.Where(p => p.Cpr is not null).GroupBy(p => p.Cpr).Where(g => g.Count() > 1))
            foreach (var later in same.Skip(1))
                yield return AllocationProblem.Warning(later.Row, AllocationColumns.Cpr, "cpr-twice", ("other", same.First().Row));
    }
}
