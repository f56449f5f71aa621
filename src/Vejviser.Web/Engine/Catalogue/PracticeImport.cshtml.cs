using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>Brings a practice in from a file: looked through first, taken when somebody says so. The file travels in the form; nothing is kept before.</summary>
public sealed class PracticeImportModel(TakePractice take, PlanLaw law) : VejviserPage
{
    /// <summary>The file's text, base64, from the look to the taking.</summary>
    [BindProperty]
    public string? Carried { get; set; }

    public PracticeToTake? Found { get; private set; }

    public IActionResult OnGet() => Show();

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (file is null || file.Length == 0)
            return Refuse(Failure.Of("practices.file-missing"));
        if (file.Length > PracticeBundle.MostBytes)
            return Refuse(Failure.Of("practices.file-too-large", ("most", PracticeBundle.MostBytes / 1024)));
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Cancel);
        return await LookAsync(bytes.ToArray());
    }

    public async Task<IActionResult> OnPostTakeAsync()
    {
        var bytes = new byte[PracticeBundle.MostBytes];
        if (!Convert.TryFromBase64String(Carried ?? "", bytes, out var length))
            return Refuse(Failure.Of("practices.file-not-a-practice"));
        var bundle = PracticeBundle.Read(bytes[..length]);
        if (!bundle.IsSuccess)
            return Refuse(bundle.Failure);
        var taken = await take.RunAsync(bundle.Value, Text["practices.file.note"], Audit("practices.take"), Cancel);
        if (!taken.IsSuccess)
            return Refuse(taken.Failure);
        Tell(Text[taken.Value.IsChanges ? "practices.file.was-published" : "practices.file.was-taken", ("number", taken.Value.Version)]);
        return LocalRedirect($"/practices/{taken.Value.Practice}");
    }

    public string Say(CatalogueProblem problem) => Text[$"catalogue.problem.{problem.Code}", [.. problem.Values.Select(v => (v.Key, v.Value))]];

    public string Fill(string words, PracticeDefinition definition) => PracticeTexts.Fill(words, definition, name => law.NameOn(name, Today, Text.Language));

    private async Task<IActionResult> LookAsync(byte[] bytes)
    {
        var bundle = PracticeBundle.Read(bytes);
        if (!bundle.IsSuccess)
            return Refuse(bundle.Failure);
        var preview = await take.PreviewAsync(bundle.Value, Cancel);
        if (!preview.IsSuccess)
            return Refuse(preview.Failure);
        (Found, Carried) = (preview.Value, Convert.ToBase64String(Encoding.UTF8.GetBytes(bundle.Value.Write())));
        ModelState.Clear();
        return Show();
    }

    private PageResult Refuse(Failure failure)
    {
        TellFailure(failure);
        return Show();
    }

    private PageResult Show()
    {
        AddCrumb(Text["nav.practices"], "/practices");
        AddCrumb(Text["practices.import"]);
        return Page();
    }
}
