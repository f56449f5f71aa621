using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Messages;

/// <summary>Somebody to call the day before.</summary>
/// <param name="IsProtected">Name and number are not for this reader.</param>
/// <param name="Answer">Null where a plan proposes it and nobody has booked it.</param>
public sealed record Call(Appointment Appointment, string Name, bool IsProtected, string? Phone, string? Language, bool NeedsInterpreter, Invited? Answer, bool IsReminded);

/// <summary>Whom to call today, for what they come to until the next workday is over, booked or proposed; or to send a reminder to instead. On paper too.</summary>
public sealed class CallsModel(IAppointments appointments, RemindOfAppointment remind, OutboxWords words, PlanLaw law, ReadAudit reads) : VejviserPage
{
    /// <summary>Of everybody's, whose plans are asked; more than anybody calls in a day. Those with a booked meeting are asked for all the same.</summary>
    public const int MostHouseholds = 400;

    /// <summary>One day; without it the days from tomorrow to the next workday, for what is on a Saturday is called about on the Friday.</summary>
    [BindProperty(SupportsGet = true, Name = "date")]
    public DateOnly? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "whose")]
    public string? Whose { get; set; }

    public OutboxWords Words => words;

    public DateOnly From => Asked ?? Today.AddDays(1);

    public DateOnly Until { get; private set; }

    public IReadOnlyList<Call> Calls { get; private set; } = [];

    /// <summary>There are more households than the page asks about.</summary>
    public bool IsCut { get; private set; }

    /// <inheritdoc cref="AppointmentQuery.IsShared"/>
    public bool IsShared { get; private set; }

    public async Task OnGetAsync()
    {
        Until = Asked ?? (await law.CalendarAsync(Db, Cancel)).NextOrSame(From);
        var homes = await HomesAsync();
        IsCut = homes.Count > MostHouseholds && Whose == "all";
        var asked = new AppointmentQuery(await AskedAsync(), From, Until) { Households = IsCut ? homes[..MostHouseholds] : homes };
        IsShared = asked.IsShared;
        var found = (await appointments.OfAsync(Db, asked, Cancel)).OrderBy(a => a.Date).ThenBy(a => a.At is null).ThenBy(a => a.At).ThenBy(a => a.Key, StringComparer.Ordinal).ToList();
        var ids = found.Select(a => a.PersonId).Distinct().ToList();
        var people = await Db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, Cancel);
        var meetings = found.Select(a => a.MeetingId).OfType<Guid>().Distinct().ToList();
        var answers = (await Db.MeetingParticipants.AsNoTracking().Where(g => meetings.Contains(g.MeetingId) && g.PersonId != null).ToListAsync(Cancel)).ToDictionary(g => (g.MeetingId, g.PersonId!.Value), g => g.Answer);
        var keys = found.ConvertAll(RemindOfAppointment.KeyOf);
        var reminded = await Db.Messages.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToHashSetAsync(Cancel);
        Calls = found.ConvertAll(a =>
        {
            var person = people[a.PersonId];
            var isShown = Reader.MaySeeAddress(person);
            return new Call(
                a, isShown ? $"{person.GivenName} {person.FamilyName}" : person.CaseRef ?? Text["plan.protected"], !isShown, person.Phone, person.Language, person.NeedsInterpreter,
                a.MeetingId is { } meeting ? answers[(meeting, a.PersonId)] : null, reminded.Contains(RemindOfAppointment.KeyOf(a)));
        });
        await reads.ListAsync(Reader.AccountId, "messages.calls.read", new ListRead([.. people.Values.Select(p => p.HouseholdId).Distinct()], ids, Whose), Cancel);
        AddCrumb(Text["messages.title"], "/messages");
        AddCrumb(Text["messages.tab.calls"]);
    }

    public async Task<IActionResult> OnPostAsync(string? key, Guid person, DateOnly on)
    {
        if (!Reader.May(Permissions.MessagesSend))
            return Forbid();
        var invited = await Invitee.Among(Db.People.Where(p => p.Id == person)).ToListAsync(Cancel);
        if ((await appointments.OfAsync(Db, new AppointmentQuery(invited, on, on), Cancel)).FirstOrDefault(a => a.Key == key) is not { } appointment)
            return NotFound();
        var place = OutboxWords.Kebab(appointment.Place.ToString());
        var reminded = await remind.RunAsync(appointment, place, Reader, Audit("messages.remind"), Cancel);
        if (reminded.IsSuccess)
        {
            Tell(Text["messages.reminder-queued"]);
            return LocalRedirect($"/messages/calls?date={Asked:O}&whose={Whose}");
        }

        TellFailure(reminded.Failure);
        await OnGetAsync();
        return Page();
    }

    public string PlaceOf(Appointment appointment) =>
        appointment.Place == AppointmentPlace.OnSite && appointment.Where is { } room ? room : Text[$"meetings.where.{OutboxWords.Kebab(appointment.Place.ToString())}"];

    /// <summary>Mine, or of those in sight the first with a running plan; one more than the page asks about where there are so many.</summary>
    private async Task<List<Guid>> HomesAsync()
    {
        var account = Reader.AccountId;
        if (Whose != "all")
            return await Db.Households.Where(h => h.CaseWorkerId == account || h.ContactPersonId == account).Select(h => h.Id).ToListAsync(Cancel);
        var running = Db.Households.VisibleTo(Db, Reader, Clock.Now()).Where(h => Db.Plans.Any(p => p.HouseholdId == h.Id && p.State == PlanState.Running));
        return await running.OrderBy(h => h.Id).Select(h => h.Id).Take(MostHouseholds + 1).ToListAsync(Cancel);
    }

    /// <summary>Those in sight who are called to a meeting of these days, of mine or of everybody's.</summary>
    private Task<List<Invitee>> AskedAsync()
    {
        var account = Reader.AccountId;
        var meetings = Db.Meetings.Where(m => m.Day >= From && m.Day <= Until && m.State == MeetingState.Planned);
        if (Whose != "all")
            meetings = meetings.Where(m => m.OrganiserId == account || Db.MeetingParticipants.Any(s => s.MeetingId == m.Id && s.AccountId == account));
        return Invitee.Among(Db.People.VisibleTo(Db, Reader, Clock.Now()).Where(p => Db.MeetingParticipants.Where(g => meetings.Select(m => m.Id).Contains(g.MeetingId)).Select(g => g.PersonId).Contains(p.Id)))
            .ToListAsync(Cancel);
    }
}
