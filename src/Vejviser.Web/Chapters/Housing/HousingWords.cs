using System.Globalization;
using System.Text.Json;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Matching;
using Vejviser.Matching.Rules;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>Homes, rules and reasons in the reader's words.</summary>
public sealed class HousingWords(PageTexts text)
{
    private CultureInfo Culture => CultureInfo.GetCultureInfo(text.Language == "da" ? "da-DK" : "en-GB");

    /// <summary>8.400 kr.</summary>
    public string Kroner(int kroner) => text["housing.kroner", ("kroner", kroner.ToString("N0", Culture))];

    /// <summary>12,4: one decimal at most.</summary>
    public string Number(double number) => Math.Round(number, 1).ToString("0.#", Culture);

    public string Kind(DwellingKind kind) => text[$"housing.kind.{Kebab(kind)}"];

    public string State(DwellingState state) => text[$"housing.state.{Kebab(state)}"];

    public string State(NominationState state) => text[$"housing.nomination.{Kebab(state)}"];

    public string Right(NominationRight right) => text[$"housing.right.{Kebab(right)}"];

    /// <summary>2 voksne, 3 børn.</summary>
    public string People(int adults, int children) => children == 0 ? text.Count("housing.adults", adults) : $"{text.Count("housing.adults", adults)}, {text.Count("housing.children", children)}";

    /// <summary>A rule's part of a score: what there is, and the points it gives.</summary>
    public string Part(RuleScore part) => text[$"housing.part.{part.Rule}", ("amount", Number(part.Amount)), ("points", Signed(part.Score))];

    public string Signed(double points) => (points >= 0 ? "+" : "−") + Number(Math.Abs(points));

    /// <summary>Why homes do not fit, most first: "12 er for dyre, 4 er for små".</summary>
    public string Refusals(IReadOnlyDictionary<string, int> refusals) =>
        string.Join(", ", refusals.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => text.Count($"housing.refusal.{r.Key}", r.Value)));

    /// <summary>The rules that cannot all hold: the associations' parts and choices by hand one by one, households together, homes as a count.</summary>
    public IEnumerable<string> Conflict(IReadOnlyList<Reason> reasons, AllocationFacts facts)
    {
        foreach (var reason in reasons.Where(r => r.Code == "quota"))
        {
            if (Find(reason, "quota", facts.Key, k => k.AssociationId) is { } association && facts.PartOf(association.AssociationId, facts.Seekers.Count) is { } part)
                yield return text["housing.conflict.quota", ("association", association.Name), ("part", Number(part)), ("tolerance", facts.KeyTolerance)];
        }

        foreach (var reason in reasons.Where(r => r.Code == "pinned"))
            yield return text["housing.conflict.pinned", ("household", Find(reason, "seeker", facts.Seekers, s => s.Id)?.Label), ("home", Find(reason, "place", facts.Homes, h => h.Id)?.Address)];
        if (reasons.Where(r => r.Code == "must-be-placed").Select(r => Find(r, "seeker", facts.Seekers, s => s.Id)?.Label).OfType<string>().ToList() is { Count: > 0 } households)
            yield return text["housing.conflict.must-be-placed", ("households", string.Join(", ", households))];
        if (reasons.Count(r => r.Code == "capacity") is > 0 and var homes)
            yield return text.Count("housing.conflict.capacity", homes);
    }

    private static T? Find<T>(Reason reason, string name, IReadOnlyList<T> among, Func<T, Guid> id)
        where T : class => reason.Values.Where(v => v.Name == name).Select(v => v.Text).FirstOrDefault() is { } written ? among.FirstOrDefault(a => id(a).ToString("N") == written) : null;

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
