using System.Text.Json;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>Who looks for a volunteer: only what decides whom they are proposed. No name.</summary>
/// <param name="PlanId">Theirs in the practice.</param>
/// <param name="Label">The case reference.</param>
/// <param name="IsEligible">All conditions of the practice's offer hold today.</param>
/// <param name="HasConsent">Agrees to be contacted by volunteers; of a household each grown-up does.</param>
/// <param name="Languages">BCP 47; English where they get by in it.</param>
/// <param name="ChildAges">Of those under age; the youngest each can be where only the year is known, null where not even that is.</param>
/// <param name="ProposeBy">The day by which somebody is to be proposed; null where the plan has none.</param>
public sealed record PairSeekerFacts(
    Guid PlanId, string Label, bool IsEligible, bool HasConsent, string? Town, string? MotherTongue, IReadOnlyList<string> Languages, IReadOnlyList<string> Industries, int People, IReadOnlyList<int?> ChildAges,
    DateOnly? ProposeBy, int DaysWaited);

/// <summary>A volunteer who can be proposed.</summary>
/// <param name="CertificateTo">The last day the certificate's declaration holds; null where there is none.</param>
/// <param name="Free">Places free now.</param>
/// <param name="Before">Newcomers had before, who count in the turn.</param>
public sealed record VolunteerFacts(
    Guid Id, string Name, IReadOnlyList<string> Towns, IReadOnlyList<string> Languages, IReadOnlyList<string> Industries, IReadOnlyList<string> Networks, int HoursAMonth, bool HasChildren, DateOnly? CertificateTo, int Free, int Before);

/// <summary>A pair that was tried: it is not proposed again.</summary>
public sealed record TriedPair(Guid PlanId, Guid VolunteerId, bool NewcomerSaidNo);

/// <summary>All that a match rests on but the policy and the choices by hand.</summary>
public sealed record PairFacts(DateOnly Day, IReadOnlyList<PairSeekerFacts> Seekers, IReadOnlyList<VolunteerFacts> Volunteers, IReadOnlyList<TriedPair> Tried)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static PairFacts FromJson(string json) => JsonSerializer.Deserialize<PairFacts>(json, Format)!;
}
