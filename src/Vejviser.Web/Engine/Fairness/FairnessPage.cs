using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Fairness;

/// <summary>
/// Whether something scarce is shared out alike: waiting and share placed by language, sex and size of household, and how often a proposal was not followed. Each match has its page with the permission of its own; the file asks for
/// the permission to export beside it.
/// </summary>
public abstract class FairnessPage : VejviserPage
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public FairnessView View { get; private set; } = null!;

    /// <summary>The words of the match, under <c>fairness.of</c>.</summary>
    protected abstract string Key { get; }

    /// <summary>The match's own page and title: where the reader came from.</summary>
    protected abstract (string Address, string Title) Match { get; }

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnGetExportAsync(string? format)
    {
        if (!Reader.May(Permissions.Export))
            return Forbid();
        await ShowAsync();
        return await HttpContext.RequestServices.GetRequiredService<FairnessWords>().FileAsync(View, format, Cancel);
    }

    protected abstract Task<FairnessFigures> ReadAsync(DateOnly from);

    private async Task ShowAsync()
    {
        ModelState.Clear();
        var address = Match.Address + "/fairness";
        View = new FairnessView(Key, address, address + "?handler=Export&", await ReadAsync(FairnessView.FirstOf(Year, Today)), Today);
        AddCrumb(Match.Title, Match.Address);
        AddCrumb(Text["fairness.title"]);
    }
}
