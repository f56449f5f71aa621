using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Messages;

/// <summary>Somebody to call the day before.</summary>
/// <param name="IsProtected">Name and number are not for this reader.</param>
/// <param name="Answer">Null where a plan proposes it and nobody has booked it.</param>
public sealed record Call(Appointment Appointment, string Name, bool IsProtected, string? Phone, string? Language, bool NeedsInterpreter, Invited? Answer, bool IsReminded);

/// <summary>Whom to call today, for what they come to until the next workday is over, booked or proposed; or to send a reminder to instead. On paper too.</summary>
public sealed class CallsModel(IAppointments appointments, RemindOfAppointment remind, OutboxWords words, PlanLaw law, ReadAudit reads) : VejviserPage
{
    /// <summary>More than anybody calls in a day; those with a booked meeting come first.</summary>
    public const int MostPeople = 400;

    /// <summary>One day; without it the days from tomorrow to the next workday, for what is on a Saturday is called about on the Friday.</summary>
    [BindProperty(SupportsGet = true, Name = "date")]
    public DateOnly? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "whose")]
    public string? Whose { get; set; }

    public OutboxWords Words => words;

    public DateOnly From => Asked ?? Today.AddDays(1);

    public DateOnly Until { get; private set; }

    public IReadOnlyList<Call> Calls { get; private set; } = [];

    /// <summary>There are more people than the page asks about.</summary>
    public bool IsCut { get; private set; }

    public async Task OnGetAsync()
    {
        Until = Asked ?? (await law.CalendarAsync(Db, Cancel)).NextOrSame(From);
        var asked = await PeopleAsync();
        IsCut = asked.Count > MostPeople;
        var found = (await OfAsync([.. asked.Take(MostPeople)], From, Until)).OrderBy(a => a.Date).ThenBy(a => a.At is null).ThenBy(a => a.At).ThenBy(a => a.Key, StringComparer.Ordinal).ToList();
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
        if ((await OfAsync([person], on, on)).FirstOrDefault(a => a.Key == key) is not { } appointment)
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

    private Task<IReadOnlyList<Appointment>> OfAsync(IReadOnlyList<Guid> people, DateOnly from, DateOnly until) => appointments.OfAsync(Db, new AppointmentQuery(people, from, until), Cancel);

    /// <summary>Those in sight who are asked to a meeting of these days, then those with a running plan; mine are those of my households and those asked to my meetings.</summary>
    private async Task<IReadOnlyList<Guid>> PeopleAsync()
    {
        var account = Reader.AccountId;
        var isMine = Whose != "all";
        var people = Db.People.AsNoTracking().VisibleTo(Db, Reader, Clock.Now()).Where(p => p.MergedIntoId == null);
        var ofHomes = isMine ? people.Where(p => Db.Households.Where(h => h.CaseWorkerId == account || h.ContactPersonId == account).Select(h => h.Id).Contains(p.HouseholdId)) : people;
        var meetings = Db.Meetings.Where(m => m.Day >= From && m.Day <= Until && m.State == MeetingState.Planned);
        var mine = meetings.Where(m => m.OrganiserId == account || Db.MeetingParticipants.Any(s => s.MeetingId == m.Id && s.AccountId == account));
        var asked = await AskedAsync(people, isMine ? mine : meetings);
        if (isMine)
            asked.UnionWith(await AskedAsync(ofHomes, meetings));
        var planned = await ofHomes.Where(p => Db.Plans.Any(l => l.HouseholdId == p.HouseholdId && l.State == PlanState.Running)).OrderBy(p => p.Id).Select(p => p.Id).Take(MostPeople + 1).ToListAsync(Cancel);
        return [.. asked.Order(), .. planned.Where(p => !asked.Contains(p))];
    }

    private Task<HashSet<Guid>> AskedAsync(IQueryable<Person> people, IQueryable<Meeting> meetings) =>
        people.Where(p => Db.MeetingParticipants.Where(g => meetings.Select(m => m.Id).Contains(g.MeetingId)).Select(g => g.PersonId).Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(Cancel);
}
