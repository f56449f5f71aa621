using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Reception;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Reception;

/// <summary>Arrivals: who is coming, how ready each household is, what is missing and who has it.</summary>
public sealed class ArrivalsModel(TaskWords words, ReadArrivalChoices choices, ReadAudit reads) : VejviserPage
{
    /// <summary>So many of the missing tasks stand on the board; the rest are on the household's page.</summary>
    public const int MissingShown = 3;

    [BindProperty(SupportsGet = true, Name = "")]
    public ArrivalsQuery Query { get; set; } = new();

    public Arrivals Board { get; private set; } = null!;

    public ArrivalChoices Choices { get; private set; } = null!;

    public TaskWords Words => words;

    /// <summary>Households by the Monday of the week they are expected; one group without a date where there is none.</summary>
    public IEnumerable<IGrouping<DateOnly?, Arrival>> Weeks => Board.Rows.GroupBy(r => r.ExpectedDate is { } day ? (DateOnly?)day.Monday() : null);

    public bool HasNext => Query.PageNumber * Query.ToFilter().PageSize < Board.Total;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    /// <summary>They came: on the day the form names, or today.</summary>
    public async Task<IActionResult> OnPostArrivedAsync(Guid household, DateOnly? day, [FromServices] MarkArrived mark)
    {
        if (!Reader.May(Permissions.PlansEdit))
            return Forbid();
        if (!await Db.Households.VisibleTo(Db, Reader, Clock.Now()).AnyAsync(h => h.Id == household, Cancel))
            return NotFound();
        var marked = await mark.RunAsync(new MarkArrivedInput(household, day ?? Today), Today, Audit("reception.mark-arrived"), Cancel);
        if (marked.IsSuccess)
        {
            Tell(Text["arrivals.marked", ("date", day ?? Today)]);
            return LocalRedirect(Query.Link());
        }

        TellFailure(marked.Failure);
        return await ShowAsync();
    }

    /// <summary>The household's name, or its reference where a name in it is protected from this reader.</summary>
    public string NameOf(Arrival row) => Reader.MaySeeAddress(row.IsProtected) ? row.Name : row.Reference ?? Text["plan.protected"];

    private async Task<IActionResult> ShowAsync()
    {
        Board = await ReadArrivals.RunAsync(Db, Reader, Query.ToFilter(), Today, Clock.Now(), Cancel, missing: MissingShown);
        Choices = await choices.RunAsync(Reader, Cancel);
        await words.LoadAsync(Board.Rows.SelectMany(r => r.Missing).Select(t => t.VersionId), Cancel);
        await reads.ListAsync(Reader.AccountId, "arrivals.read", new ListRead([.. Board.Rows.Select(r => r.HouseholdId)], null, Query.Codes), Cancel);
        return Page();
    }
}
