using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
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

    public async Task OnGetAsync()
    {
        var (from, today) = (First, Today);
        Show(await HttpContext.RequestServices.GetRequiredService<FairnessShare>().ReadAsync(Key, from, db => ReadAsync(db, from, today, CancellationToken.None), Cancel));
    }

    public async Task<IActionResult> OnGetExportAsync(string? format)
    {
        if (!Reader.May(Permissions.Export))
            return Forbid();
        // What is taken home is counted anew.
        Show(new CountedFairness(await ReadAsync(Db, First, Today, Cancel), Clock.Now()));
        return await HttpContext.RequestServices.GetRequiredService<FairnessWords>().FileAsync(View, format, Cancel);
    }

    protected abstract Task<FairnessFigures> ReadAsync(VejviserDb db, DateOnly from, DateOnly today, CancellationToken cancel);

    private DateOnly First => FairnessView.FirstOf(Year, Today);

    private void Show(CountedFairness counted)
    {
        ModelState.Clear();
        var address = Match.Address + "/fairness";
        View = new FairnessView(Key, address, address + "?handler=Export&", counted.Figures, counted.At, Today);
        AddCrumb(Match.Title, Match.Address);
        AddCrumb(Text["fairness.title"]);
    }
}
