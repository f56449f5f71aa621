using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>Takes an association's list of homes as a file: all of it, or, where a line has a fault, nothing.</summary>
public sealed class HomesImportModel(EffectivePractices practices) : VejviserPage
{
    public IReadOnlyList<DwellingFault> Faults { get; private set; } = [];

    public void OnGet() => Crumb();

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        Crumb();
        if (file is null || file.Length == 0)
        {
            ModelState.AddModelError("file", Text["failure.housing.file-empty"]);
            return Page();
        }

        if (file.Length > DwellingFile.MostBytes)
        {
            ModelState.AddModelError("file", Text["failure.housing.file-too-large", ("rows", DwellingFile.MostRows)]);
            return Page();
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, Cancel);
        var taken = await TakeDwellings.RunAsync(Db, practices, content.ToArray(), Reader, Audit("housing.take-homes"), Cancel);
        if (!taken.IsSuccess)
        {
            TellFailure(taken.Failure);
            return Page();
        }

        if (taken.Value.Faults.Count > 0)
        {
            Faults = taken.Value.Faults;
            ModelState.AddModelError("", Text["housing.import.nothing-taken"]);
            return Page();
        }

        Tell(Text["housing.import.taken", ("added", taken.Value.Added), ("changed", taken.Value.Changed), ("same", taken.Value.Same)]);
        return LocalRedirect("/housing");
    }

    private void Crumb()
    {
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.import.title"]);
    }
}
