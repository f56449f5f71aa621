using System.Globalization;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Matching.Rules;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>Pairs, rules and reasons in the reader's words.</summary>
public sealed class PairWords(PageTexts text, PersonWords people)
{
    private const int MinutesInHour = 60;

    private CultureInfo Culture => CultureInfo.GetCultureInfo(text.Language == "da" ? "da-DK" : "en-GB");

    /// <summary>What stands differently for mentors and for families.</summary>
    public string Of(PairPractice practice, string key) => text[$"pairs.{practice.Key}.{key}"];

    public string Count(PairPractice practice, string key, int count) => text.Count($"pairs.{practice.Key}.{key}", count);

    public string Number(double number) => Math.Round(number, 1).ToString("0.#", Culture);

    /// <summary>2,5 timer.</summary>
    public string Hours(int minutes) => Math.Round(minutes / (decimal)MinutesInHour, 2).ToString("0.##", Culture);

    /// <summary>A rule's part of a score: what there is, and the points it gives.</summary>
    public string Part(RuleScore part) => text[$"pairs.part.{part.Rule}", ("amount", Number(part.Amount)), ("points", (part.Score >= 0 ? "+" : "−") + Number(Math.Abs(part.Score)))];

    /// <summary>Why volunteers do not fit, most first.</summary>
    public string Refusals(IReadOnlyDictionary<string, int> refusals) =>
        string.Join(", ", refusals.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => text.Count($"pairs.refusal.{r.Key}", r.Value)));

    public string Languages(IEnumerable<string> codes) => string.Join(", ", codes.Select(c => people.Language(c)));

    /// <summary>arabisk, Havneby, it og data; 2 børn.</summary>
    public string About(PairSeekerFacts seeker, PairPractice practice)
    {
        var parts = new List<string>();
        if (seeker.People > 1)
            parts.Add(text.Count("pairs.people", seeker.People));
        if (seeker.ChildAges.Count > 0)
            parts.Add(text["pairs.children-of", ("ages", string.Join(", ", seeker.ChildAges.Select(a => a?.ToString(Culture) ?? "?")))]);
        parts.Add(Languages(seeker.Languages));
        parts.Add(seeker.Town ?? text["pairs.no-town"]);
        if (practice.HasIndustries)
            parts.Add(seeker.Industries.Count == 0 ? text["pairs.no-industry"] : string.Join(", ", seeker.Industries));
        return string.Join(" · ", parts.Where(p => p.Length > 0));
    }

    public string About(VolunteerFacts volunteer)
    {
        string[] parts = [string.Join(", ", volunteer.Towns), Languages(volunteer.Languages), string.Join(", ", volunteer.Industries), volunteer.Networks.Count == 0 ? "" : text["pairs.knows-in", ("industries", string.Join(", ", volunteer.Networks))]];
        return string.Join(" · ", parts.Where(p => p.Length > 0));
    }

    public string State(PairState state) => text[$"pairs.state.{state.ToString().ToLowerInvariant()}"];

    public static string Chip(PairState state) => state switch { PairState.Agreed or PairState.Closed => "chip-done", PairState.Asked => "chip-soon", _ => "" };

    /// <summary>The certificate's status with its day, and whether it holds.</summary>
    public string Certificate(Volunteer volunteer, DateOnly? holdsTo, DateOnly today) => volunteer.Certificate switch
    {
        CertificateState.None => text["pairs.certificate.none"],
        CertificateState.Requested => text["pairs.certificate.requested", ("day", text.Date(volunteer.CertificateOn))],
        _ => text[holdsTo >= today ? "pairs.certificate.seen" : "pairs.certificate.over", ("day", text.Date(volunteer.CertificateOn)), ("to", text.Date(holdsTo))],
    };

    /// <summary>A weight's own words in the practice.</summary>
    public string Weight(PracticeDefinition definition, string setting) => definition.TextsIn(text.Language).Settings.GetValueOrDefault(setting, setting);
}
