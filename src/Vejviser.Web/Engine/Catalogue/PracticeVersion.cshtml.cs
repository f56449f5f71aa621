using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>A published version: how it differs from the catalogue, and from the version before.</summary>
public sealed class PracticeVersionModel(EffectivePractices practices, PlanLaw law) : PracticePage(practices, law)
{
    [FromRoute]
    public int Number { get; set; }

    public PracticeVersion Version { get; private set; } = null!;

    public DifferenceList FromCatalogue { get; private set; } = null!;

    /// <summary>Null for the first version.</summary>
    public DifferenceList? FromPrevious { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync() || Versions.FirstOrDefault(v => v.Number == Number) is not { } version)
            return NotFound();
        Version = version;
        var changes = PracticeChanges.FromJson(version.Changes);
        var definition = await OfAsync(version);
        FromCatalogue = new DifferenceList(await CatalogueAsync(changes.CatalogueVersion), definition, this);
        FromPrevious = Versions.FirstOrDefault(v => v.Number == Number - 1) is { } before ? new DifferenceList(await OfAsync(before), definition, this) : null;
        AddCrumb(Texts.Title, $"/practices/{Practice}");
        AddCrumb(Text["practices.version-number", ("number", Number)]);
        return Page();
    }
}
