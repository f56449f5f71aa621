using System.Text.Json;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Rules;

namespace Vejviser.Matching.Format;

/// <summary>Reads a problem as <c>docs/matching-format.md</c> describes it. A field it does not know is an error: a typing mistake must not loosen a rule.</summary>
public static class ProblemReader
{
    /// <exception cref="BadProblemException">Not JSON, or not a problem; says where.</exception>
    public static AssignmentProblem Read(Stream json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            return Problem(new Fields(document.RootElement, "$", null));
        }
        catch (JsonException e)
        {
            throw new BadProblemException(new Reason("not-json", ("line", (e.LineNumber ?? 0) + 1), ("column", (e.BytePositionInLine ?? 0) + 1)));
        }
        catch (InvalidOperationException e) when (e.InnerException is System.Text.DecoderFallbackException)
        {
            // Half a surrogate pair, escaped: it is no text.
            throw new BadProblemException(new Reason("not-text"));
        }
    }

    private static AssignmentProblem Problem(Fields all)
    {
        var problem = new AssignmentProblem(
            all.Text("name", "") ?? "",
            all.Word("sense", ("minimize", Sense.Minimize), ("maximize", Sense.Maximize)),
            all.Texts("dimensions") ?? [],
            all.List("seekers", SeekerOf),
            all.List("places", PlaceOf),
            all.List("options", OptionOf),
            all.List("quotas", QuotaOf));
        all.End();
        return Complete(problem);
    }

    /// <summary>A load or capacity left out: none, or no limit.</summary>
    private static AssignmentProblem Complete(AssignmentProblem problem)
    {
        var none = new double[problem.Dimensions.Count];
        return problem with { Options = [.. problem.Options.Select(o => o.Load.Count == 0 ? o with { Load = none } : o)] };
    }

    private static Seeker SeekerOf(Fields one)
    {
        var seeker = new Seeker(one.Id("id"), one.Text("pinned", null), one.Flag("optional"), one.Number("unplacedScore") ?? 0);
        one.End();
        return seeker;
    }

    private static Place PlaceOf(Fields one)
    {
        var place = new Place(one.Id("id"), one.Numbers("capacity", double.PositiveInfinity) ?? [], one.Numbers("minimum", 0));
        one.End();
        return place;
    }

    private static Option OptionOf(Fields one)
    {
        var option = new Option(
            one.Id("seeker"), one.Id("place"), one.Number("score") ?? 0, one.Numbers("load", null) ?? [], one.OptionalList("parts", PartOf));
        one.End();
        return option;
    }

    private static RuleScore PartOf(Fields one)
    {
        var part = new RuleScore(one.Id("rule"), one.Number("amount") ?? 0, one.Text("unit", "") ?? "", one.Number("weight") ?? 1);
        one.End();
        return part;
    }

    private static Quota QuotaOf(Fields one)
    {
        var quota = new Quota(
            one.Id("name"), one.Texts("places") ?? [], one.Number("min"), one.Number("max"), one.Text("count", null) ?? Quota.CountSeekers,
            one.Texts("seekers"), one.Nested("share", ShareOf));
        one.End();
        return quota;
    }

    private static Share ShareOf(Fields one)
    {
        var share = new Share(one.Number("part") ?? 0, one.Number("of") ?? 1, one.Number("tolerance") ?? 0, one.Texts("within"));
        one.End();
        return share;
    }
}
