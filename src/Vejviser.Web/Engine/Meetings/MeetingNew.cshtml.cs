using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Meetings;

/// <summary>
/// A new meeting: of staff alone, or about a household (<c>?household=</c>), one of its people (<c>?person=</c>), or one that a plan proposes
/// (<c>?plan=&amp;meeting=&amp;on=</c>), filled in from the practice.
/// </summary>
public sealed class MeetingNewModel(BookMeeting book, TaskWords words) : VejviserPage
{
    private const int UsualMinutes = 60;

    [BindProperty(Name = "Form")]
    public MeetingForm Form { get; set; } = new();

    /// <summary>The household it is about; null for a meeting about nobody in particular.</summary>
    public HouseholdRoad? Road { get; private set; }

    public string? AboutName => Road is null ? null : Road.Members.FirstOrDefault(m => m.Id == Form.Person)?.Name ?? Road.Household.Name;

    public string Back => Form switch { { Person: { } person } => $"/people/{person}", { Household: { } home } => $"/households/{home}", _ => "/meetings" };

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public IReadOnlyList<PartnerOrganisation> Partners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? household, Guid? person, Guid? plan, string? meeting, DateOnly? on)
    {
        if (!ModelState.IsValid)
            return NotFound();
        if (plan is { } planId)
            household = await Db.Plans.Where(p => p.Id == planId).Select(p => (Guid?)p.HouseholdId).SingleOrDefaultAsync(Cancel) ?? Guid.Empty;
        if (person is { } personId)
        {
            if (!(await FindPersonAsync(personId)).IsHere(out var found, out var otherwise))
                return otherwise;
            household = found.HouseholdId;
        }

        Form = new MeetingForm { Household = household, Person = person, Day = on ?? Today, Minutes = UsualMinutes, Staff = [Reader.AccountId], People = person is { } one ? [one] : [], Proposed = on };
        if (await LoadAsync() is { } instead)
            return instead;
        if (plan is not null && meeting is not null && !await FillInAsync(plan.Value, meeting))
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } instead)
            return instead;
        if (Unreadable.Tell(this))
            return Page();
        if (Form.Missing is { } missing)
        {
            ModelState.AddModelError($"Form.{missing.Field}", Text[missing.Key]);
            return Page();
        }

        var booked = await book.RunAsync(Form.ToInput(), Reader, Audit("meetings.book"), Cancel);
        if (!booked.IsSuccess)
        {
            TellFailure(booked.Failure);
            return Page();
        }

        var (id, count, leftOut) = booked.Value;
        Tell((count == 1 ? Text["meetings.booking.done"] : Text["meetings.booking.done-series", ("count", count)])
            + (leftOut.Count == 0 ? "" : " " + Text["meetings.booking.left-out", ("days", string.Join(", ", leftOut.Select(d => Text.Day(d, Today))))]));
        return LocalRedirect($"/meetings/{id}");
    }

    /// <returns>What to answer instead; null where the household may be seen.</returns>
    private async Task<IActionResult?> LoadAsync()
    {
        if (Form.Household is { } home)
        {
            Road = await ReadHousehold.RunAsync(Db, Reader, home, Clock.Now(), Cancel);
            if (Road is null)
                return (await FindHouseholdAsync(home)).IsHere(out _, out var otherwise) ? NotFound() : otherwise;
            AddCrumb(Text["nav.people"], "/people");
            AddCrumb(AboutName!, Back);
        }
        else
        {
            AddCrumb(Text["meetings.title"], "/meetings");
        }

        AddCrumb(Text["meetings.booking.title"]);
        Staff = await ReadStaff.RunAsync(Db, Cancel);
        Rooms = await Db.Rooms.AsNoTracking().Where(r => !r.IsClosed).OrderBy(r => r.Name).ToListAsync(Cancel);
        Partners = await Db.PartnerOrganisations.AsNoTracking().Where(p => !p.IsClosed).OrderBy(p => p.Name).ToListAsync(Cancel);
        return null;
    }

    /// <returns>False where the plan proposes no such meeting.</returns>
    private async Task<bool> FillInAsync(Guid planId, string id)
    {
        if (Road?.Plans.FirstOrDefault(p => p.Id == planId && p.EndedAt is null) is not { } plan)
            return false;
        await words.LoadAsync([plan.VersionId], Cancel);
        var definition = words.Definition(plan.VersionId)!;
        if (definition.Meetings.FirstOrDefault(m => m.Id == id) is not { } meeting)
            return false;
        var fillers = await RoleFillers.ReadAsync(Db, Cancel);
        (Form.Plan, Form.Meeting, Form.Person, Form.Title) = (planId, id, plan.PersonId, definition.TextsIn(Text.Language).Meetings[id].Title);
        (Form.At, Form.Minutes, Form.Where) = (meeting.At?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), meeting.Minutes?.Value ?? UsualMinutes, meeting.Room);
        Form.People = [.. Road.Members.Where(m => (plan.PersonId is null || m.Id == plan.PersonId || meeting.Invites == MeetingGuests.Household) && PlanCalendar.IsAsked(meeting, m.Role)).Select(m => m.Id)];
        Form.Staff = [.. meeting.With.Select(role => fillers.Find(plan.Practice, role)?.AccountId).OfType<Guid>().Append(Reader.AccountId).Distinct()];
        return true;
    }
}
