using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Offers;

/// <summary>Practices, conditions and offers in the reader's words. Load it once a request before asking.</summary>
public sealed class OfferWords(VejviserDb db, EffectivePractices practices, ConditionWords conditions, PageTexts text)
{
    private Dictionary<string, PracticeDefinition> byId = new(StringComparer.Ordinal);

    /// <summary>Practices as the municipality runs them, by title.</summary>
    public IEnumerable<(string Id, string Title)> Practices => byId.Keys.Select(id => (id, Title(id))).OrderBy(p => p.Item2, StringComparer.CurrentCulture);

    public async Task LoadAsync(CancellationToken cancel)
    {
        byId = (await practices.AllAsync(db, cancel)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var (id, practice) in await practices.AdoptedAsync(db, cancel))
            byId[id] = practice;
    }

    public PracticeDefinition? Find(string practice) => byId.GetValueOrDefault(practice);

    public string Title(string practice) => byId.TryGetValue(practice, out var known) ? known.TextsIn(text.Language).Title : practice;

    public string Role(PracticeDefinition practice, string role) => practice.TextsIn(text.Language).Roles.GetValueOrDefault(role, role);

    /// <summary>A condition's answer as a sentence.</summary>
    public string Say(Answer answer, PracticeDefinition practice) => conditions.Say(answer, practice, Title, text.Language);

    public string Consent(string purpose) => text[$"people.consent.{purpose}.title"];

    /// <summary>Such as <c>none</c>, <c>waits</c>, <c>begun</c>: the key of the state's words and its chip.</summary>
    public static string State(OfferLine offer) => offer switch
    {
        { Answer: OfferAnswer.Yes, PlanId: not null } => "begun",
        { Answer: OfferAnswer.Yes } => "waits",
        { Answer: OfferAnswer.No } => "no",
        { Answer: OfferAnswer.Later } => "later",
        _ => "none",
    };
}
