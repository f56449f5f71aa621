using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.Cases;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>What estates and neighbours have rung about, the most pressing first.</summary>
public sealed class CasesModel : VejviserPage
{
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public IReadOnlyList<CaseLine> Cases { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid @case, string? answer, bool close)
    {
        if (!MayEdit)
            return Forbid();
        var answered = await AnswerCase.RunAsync(Db, @case, answer, close, Reader, Audit("housing.answer-case"), Cancel);
        if (answered.IsSuccess)
        {
            Tell(Text["housing.case.answered"]);
            return LocalRedirect("/housing/cases");
        }

        TellFailure(answered.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Cases = await CaseList.ReadAsync(Db, null, null, isOpenOnly: Show != "all", Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.cases"]);
    }
}
