using Vejviser.Core.Engine.Plans;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>What the form asks.</summary>
public sealed class EnrolForm
{
    private const string FromPractice = "practice:";
    private const string FromPartner = "partner:";

    /// <summary>The practice's own dates, by anchor.</summary>
    public Dictionary<string, DateOnly?> Dates { get; set; } = [];

    /// <summary>Who led here: <c>staff</c>, <c>practice:{plan}</c> or <c>partner:{organisation}</c>.</summary>
    public string Source { get; set; } = "staff";

    /// <summary>Why somebody outside the target group is taken in all the same.</summary>
    public string? Despite { get; set; }

    public (PlanSource Source, Guid? Id) From =>
        Id(FromPractice) is { } plan ? (PlanSource.Practice, plan) : Id(FromPartner) is { } partner ? (PlanSource.Partner, partner) : (PlanSource.Staff, null);

    public static string Practice(Guid plan) => FromPractice + plan;

    public static string Partner(Guid organisation) => FromPartner + organisation;

    private Guid? Id(string kind) => Source.StartsWith(kind, StringComparison.Ordinal) && Guid.TryParse(Source[kind.Length..], out var id) ? id : null;
}
