using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Tests.Assignment;

internal static class Rules
{
    /// <summary>The problem with no other rules than these of a conflict.</summary>
    public static AssignmentProblem Only(AssignmentProblem problem, IReadOnlyList<Reason> rules)
    {
        bool Has(string[] codes, string name, string id) => rules.Any(r => codes.Contains(r.Code) && r.Values.Contains(new ReasonValue(name, id)));
        return problem with
        {
            Seekers = [.. problem.Seekers.Select(s => Has(["pinned", "must-be-placed"], "seeker", s.Id) ? s : s with { Optional = true, Pinned = null })],
            Places = [.. problem.Places.Select(p => p with
            {
                Capacity = Has(["capacity"], "place", p.Id) ? p.Capacity : [.. p.Capacity.Select(_ => double.PositiveInfinity)],
                Minimum = Has(["minimum"], "place", p.Id) ? p.Minimum : null,
            })],
            Quotas = [.. problem.Quotas.Where(q => Has(["quota"], "quota", q.Name))],
        };
    }
}
