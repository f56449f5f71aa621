using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Interpreters;

/// <summary>One interpreter of the register; <c>/interpreters/register/new</c> adds one.</summary>
public sealed class InterpreterPageModel(InterpreterWords words) : VejviserPage
{
    public const int LanguageRows = 4;

    public static IReadOnlyList<DayOfWeek> Weekdays { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>An interpreter's id, or <c>new</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public InterpreterWords Words => words;

    public bool IsNew => Id == "new";

    public Interpreter Shown { get; private set; } = new() { Name = "", ByVideo = true };

    public IEnumerable<(InterpretingMode Mode, bool Can)> Modes => [(InterpretingMode.Video, Shown.ByVideo), (InterpretingMode.Phone, Shown.ByPhone), (InterpretingMode.OnSite, Shown.OnSite)];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Show() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string? name, DateOnly? birth, Sex sex, string? travelBase, int? travel, string? email, string? phone, InterpretingMode[] modes, bool certified, string?[] languages, string?[] dialects, string?[] hoursFrom, string?[] hoursUntil)
    {
        if (!await LoadAsync())
            return NotFound();
        var hours = Hours(hoursFrom, hoursUntil);
        if (!ModelState.IsValid || hours is null)
        {
            ModelState.Clear();
            ModelState.AddModelError("", Text["interpreters.edit.unreadable"]);
            return Show();
        }

        var spoken = languages.Zip(dialects).Where(l => !string.IsNullOrEmpty(l.First)).Select(l => (l.First!, l.Second)).ToList();
        var input = new ChangeInterpreter.Input(
            IsNew ? null : Shown.Id, name, birth, sex, certified, modes.Contains(InterpretingMode.Video), modes.Contains(InterpretingMode.Phone), modes.Contains(InterpretingMode.OnSite),
            travelBase, travel, email, phone, spoken, hours);
        var saved = await ChangeInterpreter.RunAsync(Db, input, Audit("interpreters.change"), Cancel);
        if (!saved.IsSuccess)
        {
            Keep(input);
            TellFailure(saved.Failure);
            return Show();
        }

        Tell(Text["interpreters.edit.saved"]);
        return LocalRedirect($"/interpreters/register/{saved.Value}");
    }

    public Task<IActionResult> OnPostCloseAsync() => CloseAsync(isClosed: true);

    public Task<IActionResult> OnPostReopenAsync() => CloseAsync(isClosed: false);

    private async Task<IActionResult> CloseAsync(bool isClosed)
    {
        if (!Guid.TryParse(Id, out var id))
            return NotFound();
        var closed = await ChangeInterpreter.CloseAsync(Db, id, isClosed, Audit(isClosed ? "interpreters.close" : "interpreters.reopen"), Cancel);
        if (!closed.IsSuccess)
            return NotFound();
        Tell(Text["interpreters.edit.saved"]);
        return LocalRedirect($"/interpreters/register/{id}");
    }

    private async Task<bool> LoadAsync()
    {
        if (IsNew)
            return true;
        if (!Guid.TryParse(Id, out var id) || await Db.Interpreters.AsNoTracking().Include(i => i.Languages).Include(i => i.Hours).AsSplitQuery().SingleOrDefaultAsync(i => i.Id == id, Cancel) is not { } found)
            return false;
        Shown = found;
        return true;
    }

    /// <summary>What was written stays in the fields where a rule said no.</summary>
    private void Keep(ChangeInterpreter.Input input) => Shown = new Interpreter
    {
        Id = Shown.Id, Name = input.Name ?? "", BirthDate = input.BirthDate, Sex = input.Sex, IsCertified = input.IsCertified, ByVideo = input.ByVideo, ByPhone = input.ByPhone, OnSite = input.OnSite,
        TravelBase = input.TravelBase, TravelMinutes = input.TravelMinutes, Email = input.Email, Phone = input.Phone, IsClosed = Shown.IsClosed,
        Languages = [.. input.Languages.Select(l => new InterpreterLanguage { Language = l.Language, Dialect = l.Dialect ?? "" })],
        Hours = [.. input.Hours.Select(h => new InterpreterHours { Weekday = h.Weekday, From = h.From, Until = h.Until })],
    };

    /// <returns>Null where a time cannot be read, or only one end of a day is given.</returns>
    private static List<(DayOfWeek, TimeOnly, TimeOnly)>? Hours(string?[] from, string?[] until)
    {
        var hours = new List<(DayOfWeek, TimeOnly, TimeOnly)>();
        foreach (var (day, (start, end)) in Weekdays.Zip(from.Zip(until)))
        {
            if (string.IsNullOrEmpty(start) && string.IsNullOrEmpty(end))
                continue;
            if (!TimeOnly.TryParse(start, CultureInfo.InvariantCulture, out var opens) || !TimeOnly.TryParse(end, CultureInfo.InvariantCulture, out var closes))
                return null;
            hours.Add((day, opens, closes));
        }

        return hours;
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show()
    {
        AddCrumb(Text["interpreters.title"], "/interpreters");
        AddCrumb(Text["interpreters.list.title"], "/interpreters/register");
        AddCrumb(IsNew ? Text["interpreters.list.add"] : Shown.Name);
        return Page();
    }
}
