using System.Text.Json.Nodes;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Rules;

namespace Vejviser.Matching.Format;

/// <summary>Writes problems and answers as <c>docs/matching-format.md</c> describes them.</summary>
public static class ProblemWriter
{
    public static JsonObject Write(AssignmentProblem problem) => new()
    {
        ["name"] = problem.Name,
        ["sense"] = problem.Sense == Sense.Minimize ? "minimize" : "maximize",
        ["dimensions"] = Texts(problem.Dimensions),
        ["seekers"] = List(problem.Seekers, s => new JsonObject
        {
            ["id"] = s.Id, ["pinned"] = s.Pinned, ["optional"] = s.Optional, ["unplacedScore"] = s.UnplacedScore,
        }),
        ["places"] = List(problem.Places, p => new JsonObject { ["id"] = p.Id, ["capacity"] = Numbers(p.Capacity), ["minimum"] = p.Minimum is null ? null : Numbers(p.Minimum) }),
        ["options"] = List(problem.Options, Option),
        ["quotas"] = List(problem.Quotas, Quota),
    };

    /// <param name="seconds">How long the caller waited; the kernel has no clock.</param>
    public static JsonObject Write(AssignmentAnswer answer, double seconds) => new()
    {
        ["status"] = answer.Status.ToString().ToLowerInvariant(),
        ["score"] = answer.Score,
        ["bound"] = answer.Bound,
        ["gap"] = answer.Gap,
        ["seconds"] = Math.Round(seconds, 3),
        ["placements"] = List(answer.Placements, Placement),
        ["unplaced"] = List(answer.Unplaced, u => new JsonObject { ["seeker"] = u.Seeker, ["score"] = u.Score, ["reason"] = u.Reason.Code }),
        ["conflict"] = List(answer.Conflict, Write),
        ["conflictIsSmallest"] = answer.ConflictIsSmallest,
    };

    public static JsonObject Write(Reason reason)
    {
        var values = new JsonObject();
        foreach (var value in reason.Values)
            values[value.Name] = value.Text;
        return new JsonObject { ["rule"] = reason.Code, ["values"] = values };
    }

    private static JsonObject Placement(Placement placement) => new()
    {
        ["seeker"] = placement.Seeker,
        ["place"] = placement.Place,
        ["score"] = placement.Score,
        ["pinned"] = placement.IsPinned,
        ["parts"] = Parts(placement.Parts),
        ["runnerUp"] = placement.RunnerUp is { } next
            ? new JsonObject { ["place"] = next.Place, ["score"] = next.Score, ["priceAtLeast"] = Math.Round(next.Price, 9) } : null,
    };

    private static JsonObject Option(Option option)
    {
        var json = new JsonObject { ["seeker"] = option.Seeker, ["place"] = option.Place, ["score"] = option.Score, ["load"] = Numbers(option.Load) };
        if (option.Parts is { } parts)
            json["parts"] = Parts(parts);
        return json;
    }

    private static JsonArray Parts(IReadOnlyList<RuleScore> parts) =>
        List(parts, x => new JsonObject { ["rule"] = x.Rule, ["amount"] = x.Amount, ["unit"] = x.Unit, ["weight"] = x.Weight });

    private static JsonObject Quota(Quota quota) => new()
    {
        ["name"] = quota.Name,
        ["places"] = Texts(quota.Places),
        ["min"] = quota.Min,
        ["max"] = quota.Max,
        ["count"] = quota.Count,
        ["seekers"] = quota.Seekers is null ? null : Texts(quota.Seekers),
        ["share"] = quota.Share is not { } share ? null : new JsonObject
        {
            ["part"] = share.Part, ["of"] = share.Of, ["tolerance"] = share.Tolerance, ["within"] = share.Within is null ? null : Texts(share.Within),
        },
    };

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static JsonArray Numbers(IReadOnlyList<double> numbers) => new([.. numbers.Select(n => double.IsInfinity(n) ? null : (JsonNode)JsonValue.Create(n))]);

    private static JsonArray List<T>(IReadOnlyList<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);
}
