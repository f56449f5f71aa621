using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>Points of the policy by which hosts and households are put together: settings of the practice, changed by a manager where it is adapted.</summary>
/// <param name="Language">For each language both speak.</param>
/// <param name="Together">Where both want the same of everyday life.</param>
/// <param name="Area">For a home where the household would like to live.</param>
/// <param name="Transport">Lost for each kilometre to bus or train.</param>
/// <param name="Waiting">For each month the household has waited.</param>
/// <param name="HostWaiting">For each month the host has waited.</param>
public sealed record HostWeights(int Language, int Together, int Area, int Transport, int Waiting, int HostWaiting);

/// <summary>The figures of the practice <c>private-hosting</c> as the municipality has set them.</summary>
/// <param name="RentMostPercent">Of the market rent.</param>
/// <param name="ShareTarget">Of those in temporary housing who live with a host, per mille.</param>
public sealed record HostingRules(
    int LeaseMonths, int RentMostPercent, int ShareTarget, int HostsWaiting, int HouseholdMost, int EnquiryAnswerWorkdays, int AnswerWorkdays, int NextProposalWorkdays, int MeetingMinutes, HostWeights Weights)
{
    public const string Practice = "private-hosting";

    /// <summary>The ids of the meetings in the definition.</summary>
    public const string HomeVisit = "home-visit";

    public const string MatchMeeting = "match-meeting";

    /// <summary>The most the municipality pays for a room of this market rent, kroner a month without use.</summary>
    public int RentMost(int marketRent) => marketRent * RentMostPercent / 100;

    public DateOnly LastDay(DateOnly from) => from.AddMonths(LeaseMonths).AddDays(-1);

    public static async Task<HostingRules> LoadAsync(VejviserDb db, EffectivePractices practices, CancellationToken cancel)
    {
        var d = (await practices.InUseAsync(db, Practice, cancel))!;
        return new HostingRules(
            d.LimitOf("lease-months-most"), d.LimitOf("rent-most-percent-of-market"), d.LimitOf("share-private-target"), d.LimitOf("hosts-waiting-least"), d.LimitOf("household-most"),
            d.LimitOf("enquiry-answer-workdays"), d.LimitOf("answer-workdays"), d.LimitOf("next-proposal-workdays"), d.LimitOf("meeting-minutes"),
            new HostWeights(d.LimitOf("match-language"), d.LimitOf("match-together"), d.LimitOf("match-area"), d.LimitOf("match-transport"), d.LimitOf("match-waiting"), d.LimitOf("match-host-waiting")));
    }
}
