using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Organisation;

/// <summary>The municipality's own closing days beside the public holidays, a year at a glance.</summary>
public sealed class ClosingDaysModel(LawBook law, UsualClosingDays usual) : VejviserPage
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public string YearText => Year.ToString(CultureInfo.InvariantCulture);

    public bool MayEdit => Reader.MayEverywhere(Permissions.OrganisationEdit);

    public IReadOnlyList<ClosingDay> Own { get; private set; } = [];

    /// <summary>The usual days that this year does not have.</summary>
    public IReadOnlyList<ClosingDay> Missing { get; private set; } = [];

    internal IReadOnlyDictionary<DateOnly, Mark> Marked { get; private set; } = new Dictionary<DateOnly, Mark>();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAddAsync(DateOnly? date, string? name) => await AnswerAsync(
        date is { } day ? await ChangeClosingDays.AddAsync(Db, day, name ?? "", Reader, Audit("organisation.add-closing-day"), Cancel) : Failure.Of("organisation.closing-day-date-missing"),
        Text["access.saved"]);

    public async Task<IActionResult> OnPostRemoveAsync(DateOnly date) => await AnswerAsync(
        await ChangeClosingDays.RemoveAsync(Db, date, Reader, Audit("organisation.remove-closing-day"), Cancel), Text["organisation.closing-days.removed"]);

    public async Task<IActionResult> OnPostUsualAsync()
    {
        Settle();
        var added = await ChangeClosingDays.AddUsualAsync(Db, usual, Year, Reader, Audit("organisation.add-usual-closing-days"), Cancel);
        return added.IsSuccess
            ? await AnswerAsync(Done.Result, Text.Count("organisation.closing-days.usual-added", added.Value))
            : await AnswerAsync(added.Failure, "");
    }

    private async Task<IActionResult> AnswerAsync(Result<Done> result, string told)
    {
        Settle();
        if (result.IsSuccess)
        {
            Tell(told);
            return LocalRedirect($"/organisation/closing-days?year={YearText}");
        }

        TellFailure(result.Failure);
        await LoadAsync();
        return Page();
    }

    /// <summary>This year where none was asked for, or one outside the calendar.</summary>
    private void Settle() => Year = Year is >= FirstYear and <= LastYear ? Year : Today.Year;

    private async Task LoadAsync()
    {
        Settle();
        AddCrumb(Text["organisation.units.title"], "/organisation");
        AddCrumb(Text["organisation.closing-days.title"]);
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        Own = await Db.ClosingDays.AsNoTracking().Where(d => d.Date >= first && d.Date <= last).OrderBy(d => d.Date).ToListAsync(Cancel);
        Missing = [.. usual.Of(Year).Where(u => Own.All(o => o.Date != u.Date))];
        var marked = law.PublicHolidays(Year).GroupBy(h => h.Date).ToDictionary(g => g.Key, g => new Mark(g.First().Name.In(Text.Language), IsOwn: false));
        foreach (var day in Own)
            marked[day.Date] = new Mark(day.Name, IsOwn: true);
        Marked = marked;
    }

    internal sealed record Mark(string Name, bool IsOwn);
}
