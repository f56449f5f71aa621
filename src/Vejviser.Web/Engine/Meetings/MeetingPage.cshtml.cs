using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Meetings;

/// <summary>One meeting: who takes part and answers, agenda, minutes, decisions; moved and called off here.</summary>
public sealed partial class MeetingPageModel(EffectivePractices practices, ReadAudit reads) : VejviserPage
{
    private const string AttendanceField = "attendance-";

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The fields of moving it. Named, so that no other form's fields are taken for its own.</summary>
    [BindProperty(Name = "Form")]
    public MeetingTimeForm Form { get; set; } = new();

    public MeetingView View { get; private set; } = null!;

    public Meeting Meeting => View.Meeting;

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public IReadOnlyList<StaffUnit> Units { get; private set; } = [];

    public bool MayEdit => Reader.May(Permissions.MeetingsEdit);

    /// <summary>From its day on it can be told how it went.</summary>
    public bool CanBeHeld => MayEdit && Meeting.State != MeetingState.Cancelled && Meeting.Day <= Today;

    public bool CanBeDecidedAt => MayEdit && Meeting.State != MeetingState.Cancelled && View.HouseholdName is not null;

    public string? HouseholdName => View.HouseholdName is null ? null : Reader.MaySeeAddress(View.IsProtected) ? View.HouseholdName : View.Reference ?? Text["plan.protected"];

    public string NameOf(GuestLine guest) => Text.Guest(guest, Reader);

    /// <summary>The practice that holds it; null for one that somebody called on their own.</summary>
    public PracticeDefinition? Practice { get; private set; }

    public string? PracticeTitle => Practice?.TextsIn(Text.Language).Title;

    /// <summary>Open coordination points stand on its agenda by themselves.</summary>
    public bool Gathers => Practice?.Meetings.Any(m => m.Id == Meeting.PracticeMeeting && m.GathersPoints) == true;

    public IReadOnlyList<PointLine> Points { get; private set; } = [];

    /// <summary>As a person wrote it, or the product's own reason in words.</summary>
    public string? CancelReason => Meeting.CancelReason is { } reason && reason.StartsWith("kept:", StringComparison.Ordinal) ? Text[$"meetings.kept.{reason["kept:".Length..]}"] : Meeting.CancelReason;

    /// <summary>The practice's roles they are asked as; null where they are asked as no role.</summary>
    public string? RolesOf(GuestLine guest) => guest.Role is { Length: > 0 } roles && Practice is { } practice
        ? string.Join(", ", roles.Split(',').Select(r => guest.Kind == GuestKind.Partner ? practice.TextsIn(Text.Language).Partners.GetValueOrDefault(r)?.Name ?? r : practice.RoleOf(Text.Language, r))) : null;

    public static string FieldOf(GuestLine guest) => AttendanceField + guest.Id;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(isOpened: true);

    public async Task<IActionResult> OnPostMoveAsync(int? version, [FromServices] MoveMeeting move)
    {
        if (!MayEdit)
            return Forbid();
        if (Unreadable.Tell(this))
            return await ShowAsync(isOpened: false);
        if (Form.Missing is { } missing)
        {
            ModelState.AddModelError($"Form.{missing.Field}", Text[missing.Key]);
            return await ShowAsync(isOpened: false);
        }

        return await ToldAsync(await move.RunAsync(new MoveMeetingInput(Id, Form.Read(), version), Reader, Audit("meetings.move"), Cancel), _ => Text["meetings.page.was-moved"]);
    }

    public async Task<IActionResult> OnPostCancelAsync(string? reason, bool following, [FromServices] CancelMeeting call) => MayEdit
        ? await ToldAsync(await call.RunAsync(new CancelMeetingInput(Id, reason, following), Reader, Audit("meetings.cancel"), Cancel), count => Text.Count("meetings.page.was-cancelled", count))
        : Forbid();

    public async Task<IActionResult> OnPostHoldAsync(string? minutes, int? version, [FromServices] HoldMeeting hold)
    {
        if (!MayEdit)
            return Forbid();
        var attendance = new Dictionary<Guid, Attendance>();
        foreach (var field in Request.Form.Where(f => f.Key.StartsWith(AttendanceField, StringComparison.Ordinal)))
            if (Guid.TryParse(field.Key[AttendanceField.Length..], out var participant) && Enum.TryParse<Attendance>(field.Value, out var noted) && Enum.IsDefined(noted))
                attendance[participant] = noted;
        return await ToldAsync(await hold.RunAsync(new HoldMeetingInput(Id, attendance, minutes, version), Reader, Audit("meetings.hold"), Cancel), _ => Text["meetings.page.was-held"]);
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid participant, Invited said, [FromServices] AnswerInvitation answer) => MayEdit
        ? await ToldAsync(await answer.RunAsync(new AnswerInvitationInput(Id, participant, said), Reader, Audit("meetings.answer"), Cancel), _ => Text["meetings.page.was-answered"])
        : Forbid();

    public async Task<IActionResult> OnPostAddPointAsync(string? point, [FromServices] ChangeAgenda agenda) => MayEdit
        ? await ToldAsync(await agenda.AddAsync(Id, point, Reader, Audit("meetings.add-point"), Cancel), _ => Text["meetings.page.agenda-changed"])
        : Forbid();

    public async Task<IActionResult> OnPostRemovePointAsync(Guid point, [FromServices] ChangeAgenda agenda) => MayEdit
        ? await ToldAsync(await agenda.RemoveAsync(Id, point, Reader, Audit("meetings.remove-point"), Cancel), _ => Text["meetings.page.agenda-changed"])
        : Forbid();

    public async Task<IActionResult> OnPostAnswerPointAsync(Guid point, string? answer, [FromServices] ChangePoints points) => MayEdit
        ? await ToldAsync(await points.AnswerAsync(point, Id, answer, Reader, Audit("points.answer"), Cancel), _ => Text["meetings.points.was-answered"])
        : Forbid();

    public async Task<IActionResult> OnPostDecideAsync(string? decision, DateOnly? due, string? owner, [FromServices] AddDecision decide)
    {
        if (!MayEdit)
            return Forbid();
        if (Unreadable.Tell(this))
            return await ShowAsync(isOpened: false);
        if (due is not { } day)
        {
            ModelState.AddModelError("", Text["household.new.due-needed"]);
            return await ShowAsync(isOpened: false);
        }

        var id = Guid.TryParse(owner?.Length > 2 ? owner[2..] : "", out var read) ? read : (Guid?)null;
        var isUnit = owner?.StartsWith("u:", StringComparison.Ordinal) == true;
        var input = new AddDecisionInput(Id, decision, day, isUnit ? id : null, isUnit ? null : id);
        return await ToldAsync(await decide.RunAsync(input, Reader, Audit("meetings.decide"), Cancel), _ => Text["meetings.page.was-decided"]);
    }

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, Func<T, string> told)
    {
        if (!done.IsSuccess)
        {
            TellFailure(done.Failure);
            return await ShowAsync(isOpened: false);
        }

        Tell(told(done.Value));
        return LocalRedirect($"/meetings/{Id}");
    }

    private async Task<IActionResult> ShowAsync(bool isOpened)
    {
        Db.ChangeTracker.Clear();
        if (await ReadMeeting.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } view)
            return NotFound();
        View = view;
        if (view.Meeting.Practice is { } practice && await EffectivePractices.NewestAsync(Db, practice, Cancel) is { } newest)
            Practice = await practices.OfAsync(Db, newest, Cancel);
        if (IsOpenHouse)
            await ReadOpenHouseAsync();
        if (Gathers)
            Points = await GatheredPoints.OfMeetingAsync(Db, Reader, view.Meeting, Clock.Now(), Cancel);
        Rooms = await Db.Rooms.AsNoTracking().Where(r => !r.IsClosed || r.Id == view.Meeting.RoomId).OrderBy(r => r.Name).ToListAsync(Cancel);
        if (CanBeDecidedAt)
            (Staff, Units) = (await ReadStaff.RunAsync(Db, Cancel), await ReadStaff.UnitsAsync(Db, Cancel));
        if (!Request.HasFormContentType || !Request.Form.ContainsKey("Form.Day"))
            Form = Standing(view.Meeting);
        if (isOpened)
        {
            await reads.RecordAsync(
                Reader.AccountId, "meetings.read",
                [
                    new AuditSubject(view.Meeting.PersonId, view.Meeting.HouseholdId, "meeting", Id),
                    .. Questions.Select(q => new AuditSubject(q.PersonId, null, "meeting", Id)),
                    .. view.Guests.Where(g => g is { Kind: GuestKind.Person, Name: not null } && g.SubjectId != view.Meeting.PersonId).Select(g => new AuditSubject(g.SubjectId, null, "meeting", Id)),
                ],
                Cancel);
        }

        AddCrumb(Text["meetings.title"], "/meetings");
        AddCrumb(view.Meeting.Title);
        return Page();
    }

    private static MeetingTimeForm Standing(Meeting meeting) => new()
    {
        Day = meeting.Day, At = TimeZones.ToDanish(meeting.StartsAt).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), Minutes = (int)(meeting.EndsAt - meeting.StartsAt).TotalMinutes,
        Where = meeting.Where, Room = meeting.RoomId, Link = meeting.Link,
    };
}
