using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Insight.Outcomes;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>The catalogue in one look: nine areas, every practice with whether it runs here, how many are in it, and what it comes to.</summary>
public sealed class PracticesModel(ReadCatalogueGlance glance, PlanLaw law) : VejviserPage
{
    /// <summary>One of the nine areas; empty for all.</summary>
    [FromQuery]
    public string? Area { get; set; }

    /// <summary><c>yes</c>, <c>no</c> or empty.</summary>
    [FromQuery]
    public string? Adopted { get; set; }

    /// <summary>Words of a title or a summary.</summary>
    [FromQuery]
    public string? Q { get; set; }

    public CatalogueGlance Glance { get; private set; } = null!;

    /// <summary>Those the filter lets through.</summary>
    public IReadOnlyList<PracticeGlance> Shown { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrEmpty(Area) || !string.IsNullOrEmpty(Adopted) || !string.IsNullOrWhiteSpace(Q);

    public bool MayCount => Reader.May(Permissions.PracticesAdapt) || Reader.May(Permissions.Managers);

    public Task OnGetAsync() => LoadAsync();

    /// <summary>Counts the measures now.</summary>
    public async Task<IActionResult> OnPostCountAsync([FromServices] CountMeasures count)
    {
        if (!MayCount)
            return Forbid();
        await count.RunAsync(Audit("measures.count"), Cancel);
        Tell(Text["practices.measure.counted-now"]);
        return LocalRedirect("/practices");
    }

    public string Summary(PracticeDefinition definition) => Fill(definition, definition.TextsIn(Text.Language).Summary);

    private string Fill(PracticeDefinition definition, string words) => PracticeTexts.Fill(words, definition, name => law.NameOn(name, Today, Text.Language));

    private async Task LoadAsync()
    {
        Glance = await glance.RunAsync(Db, Cancel);
        Shown = [.. Glance.Practices.Where(Fits)];
    }

    private bool Fits(PracticeGlance practice)
    {
        var texts = practice.Definition.TextsIn(Text.Language);
        return (string.IsNullOrEmpty(Area) || practice.Definition.Chapter == Area)
            && (Adopted is not ("yes" or "no") || (practice.Version is not null) == (Adopted == "yes"))
            && (Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .All(word => $"{texts.Title} {texts.Summary} {string.Join(' ', practice.Definition.Origin.Municipalities)}".Contains(word, StringComparison.CurrentCultureIgnoreCase));
    }
}
