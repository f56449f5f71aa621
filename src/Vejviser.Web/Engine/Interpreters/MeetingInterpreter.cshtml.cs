using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Interpreters;

/// <summary>The interpreter of one meeting: what is wanted, who comes, how it went, and the code of conduct.</summary>
public sealed class MeetingInterpreterModel(
    EffectivePractices practices, InterpreterWords words, ReadAudit reads, RequestInterpreter request, ReleaseInterpreter release, NoteInterpreting note) : VejviserPage
{
    public static IReadOnlyList<string> Conduct { get; } = ["everything", "silence", "neutral", "first-person", "short", "camera", "alone", "no-family"];

    [FromRoute]
    public Guid Id { get; set; }

    public InterpreterWords Words => words;

    public Meeting Meeting { get; private set; } = null!;

    public InterpreterBooking? Booking { get; private set; }

    public string? InterpreterName { get; private set; }

    public string? RunnerUpName { get; private set; }

    /// <summary>What was asked for, else the mother tongue of a newcomer who needs an interpreter.</summary>
    public string? ChosenLanguage { get; private set; }

    public int MostInView { get; private set; }

    public int Guests { get; private set; }

    public bool MayEdit => Reader.May(Permissions.MeetingsEdit);

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public Task<IActionResult> OnPostRequestAsync(string? language, string? dialect, InterpretingMode? mode, Sex sex, InterpretingField field) => ChangeAsync(
        () => request.RunAsync(new RequestInterpreterInput(Id, language, dialect, mode, sex, field), Reader, Audit("interpreters.request"), Cancel), "interpreters.booking.requested");

    public Task<IActionResult> OnPostReleaseAsync() => ChangeAsync(
        async () => await release.RunAsync(await BookingIdAsync(), Reader, Audit("interpreters.release"), Cancel), "interpreters.booking.released");

    public Task<IActionResult> OnPostNoteAsync(InterpretingOutcome outcome, string? complaint, bool notAgain) => ChangeAsync(
        async () => await note.RunAsync(new NoteInterpretingInput(await BookingIdAsync(), outcome, complaint, notAgain), Reader, Audit("interpreters.note"), Cancel), "interpreters.booking.noted");

    private async Task<IActionResult> ChangeAsync<T>(Func<Task<Result<T>>> change, string told)
    {
        if (!MayEdit)
            return Forbid();
        var changed = await change();
        if (!changed.IsSuccess)
        {
            TellFailure(changed.Failure);
            return await ShowAsync();
        }

        Tell(Text[told]);
        return LocalRedirect($"/meetings/{Id}/interpreter");
    }

    /// <summary>Only of a meeting the reader may see; else an id nobody has.</summary>
    private Task<Guid> BookingIdAsync() => Db.InterpreterBookings.Where(b => b.MeetingId == Id && Db.Meetings.VisibleTo(Db, Reader, Clock.Now()).Any(m => m.Id == Id)).Select(b => b.Id).SingleOrDefaultAsync(Cancel);

    private async Task<IActionResult> ShowAsync()
    {
        if (await Db.Meetings.AsNoTracking().VisibleTo(Db, Reader, Clock.Now()).SingleOrDefaultAsync(m => m.Id == Id, Cancel) is not { } meeting)
            return NotFound();
        Meeting = meeting;
        Booking = await Db.InterpreterBookings.AsNoTracking().SingleOrDefaultAsync(b => b.MeetingId == Id, Cancel);
        InterpreterName = await NameAsync(Booking?.InterpreterId);
        RunnerUpName = await NameAsync(Booking?.RunnerUpId);
        MostInView = (await InterpretingRules.LoadAsync(Db, practices, Cancel)).MostInView;
        Guests = await Db.MeetingParticipants.CountAsync(p => p.MeetingId == Id, Cancel);
        ChosenLanguage = Booking?.Language ?? await Db.MeetingParticipants.Where(p => p.MeetingId == Id).Join(Db.People, p => p.PersonId, p => (Guid?)p.Id, (_, person) => person)
            .Where(p => p.NeedsInterpreter).OrderBy(p => p.Id).Select(p => p.Language).FirstOrDefaultAsync(Cancel);
        await reads.RecordAsync(Reader.AccountId, "interpreters.read", [new AuditSubject(meeting.PersonId, meeting.HouseholdId, "meeting", meeting.Id)], Cancel);
        AddCrumb(Text["meetings.title"], "/meetings");
        AddCrumb(meeting.Title, $"/meetings/{Id}");
        AddCrumb(Text["interpreters.booking.title"]);
        return Page();
    }

    private async Task<string?> NameAsync(Guid? interpreter) => interpreter is { } id ? await words.NameAsync(Db, id, Cancel) : null;
}
