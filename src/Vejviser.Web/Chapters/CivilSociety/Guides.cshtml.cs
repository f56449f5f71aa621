using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.CivilSociety;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.CivilSociety;

/// <summary>The city guides: whose turn it is at the coming meetings, what they served, and the register.</summary>
public sealed class GuidesModel(ReadGuides read, AssignGuides assign, PersonWords people) : VejviserPage
{
    private const int MonthsAhead = 3;
    private const int MonthsBack = 2;
    private const int MinutesAnHour = 60;

    public GuideBoard Board { get; private set; } = null!;

    /// <summary>Meetings that have been and at which somebody's time is not noted.</summary>
    public IReadOnlyList<(GuideMeeting Meeting, GuideTurn Turn)> ToNote { get; private set; } = [];

    public PersonWords People => people;

    public bool MayEdit => Reader.May(Permissions.InitiativesEdit);

    public string MeetingTitle(string meeting) => Board.Definition!.TextsIn(Text.Language).Meetings[meeting].Title;

    public string NameOf(Guid guide) => Board.Guides.First(g => g.Guide.Id == guide).Guide.Name;

    /// <summary>7,5: hours as somebody writes them.</summary>
    public static string Hours(int minutes) => Math.Round(minutes / (decimal)MinutesAnHour, 2).ToString("0.##", System.Globalization.CultureInfo.CurrentCulture);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAssignAsync() =>
        await ToldAsync(await assign.RunAsync(Today, Today.AddMonths(MonthsAhead), Reader, Audit("guides.assign"), Cancel), count => Text.Count("guides.assigned", count));

    public async Task<IActionResult> OnPostChangeAsync(Guid turn, Guid guide) =>
        await ToldAsync(await assign.ChangeAsync(turn, guide, Reader, Audit("guides.change-turn"), Cancel), _ => Text["guides.saved"]);

    public async Task<IActionResult> OnPostNoteAsync(Guid turn, int? minutes)
    {
        if (minutes is { } served)
            return await ToldAsync(await assign.NoteAsync(turn, served, Reader, Audit("guides.note"), Cancel), _ => Text["guides.noted"]);
        ModelState.AddModelError("", Text["guides.minutes-needed"]);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(Guid? id, string? name, string? language) =>
        await ToldAsync(await ChangeGuide.RunAsync(Db, new ChangeGuide.Input(id, name, language), Reader, Audit("guides.change"), Cancel), _ => Text["guides.saved"]);

    public async Task<IActionResult> OnPostCloseAsync(Guid id) => await ToldAsync(await ChangeGuide.CloseAsync(Db, id, isClosed: true, Reader, Audit("guides.close"), Cancel), _ => Text["guides.saved"]);

    public async Task<IActionResult> OnPostReopenAsync(Guid id) => await ToldAsync(await ChangeGuide.CloseAsync(Db, id, isClosed: false, Reader, Audit("guides.reopen"), Cancel), _ => Text["guides.saved"]);

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, Func<T, string> told)
    {
        if (done.IsSuccess)
        {
            Tell(told(done.Value));
            return LocalRedirect("/guides");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Board = await read.RunAsync(Db, Today, Today.AddMonths(MonthsAhead), Cancel);
        var past = await read.RunAsync(Db, Today.AddMonths(-MonthsBack), Today, Cancel);
        ToNote = [.. past.Meetings.SelectMany(m => m.Places.Where(p => p.Turn is { Minutes: null }).Select(p => (m, p.Turn!)))];
        AddCrumb(Text["time-line.title"], "/time-line");
        AddCrumb(Text["guides.title"]);
    }
}
