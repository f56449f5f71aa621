using Vejviser.Core.Foundation.Common;
using Vejviser.Matching;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>What stands in the way of one pair, by the rules of both sides.</summary>
internal static class PairRefusals
{
    /// <returns>Null where no rule refuses.</returns>
    public static Failure? Of(PairPractice practice, PairPolicy policy, DateOnly day, PairSeekerFacts seeker, VolunteerFacts volunteer) =>
        practice.AsksOfVolunteer(policy).Judge(seeker, volunteer).Refusals.Concat(practice.AsksOfNewcomer(policy, day).Judge(volunteer, seeker).Refusals).Select(Told).FirstOrDefault();

    private static Failure Told(Reason reason) => Failure.Of(
        reason.Code switch
        {
            "not-eligible" => "pairs.refused-not-eligible",
            "no-consent" => "pairs.refused-no-consent",
            "certificate" => "pairs.refused-certificate",
            "other-town" => "pairs.refused-other-town",
            "town-unknown" => "pairs.refused-town-unknown",
            _ => "pairs.refused-too-few-hours",
        },
        [.. reason.Values.Select(v => (v.Name, (object?)v.Text))]);
}
