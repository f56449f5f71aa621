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

    /// <summary>One of the rules that cannot all hold.</summary>
    public string Conflict(Reason reason, AllocationFacts facts)
    {
        var values = reason.Values.ToDictionary(v => v.Name, v => v.Text, StringComparer.Ordinal);
        var seeker = Find(values, "seeker", facts.Seekers, s => s.Id)?.Label;
        var home = Find(values, "place", facts.Homes, h => h.Id)?.Address;
        var association = Find(values, "quota", facts.Key, k => k.AssociationId);
        var part = association is null ? null : facts.PartOf(association.AssociationId, facts.Seekers.Count);
        return text[$"housing.conflict.{reason.Code}", ("household", seeker), ("home", home), ("association", association?.Name), ("part", part is { } p ? Number(p) : ""), ("tolerance", facts.KeyTolerance), ("options", values.GetValueOrDefault("options"))];
    }

    private static T? Find<T>(Dictionary<string, string> values, string name, IReadOnlyList<T> among, Func<T, Guid> id)
        where T : class => values.TryGetValue(name, out var written) ? among.FirstOrDefault(a => id(a).ToString("N") == written) : null;

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
