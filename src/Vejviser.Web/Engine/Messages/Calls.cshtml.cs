using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Messages;

/// <summary>Somebody to call the day before.</summary>
public sealed record Call(Appointment Appointment, string Name, string? Phone, string? Language, bool NeedsInterpreter, bool IsReminded);

/// <summary>Whom to call today, for what they come to on the next workday; or to send a reminder to instead.</summary>
public sealed class CallsModel(IEnumerable<IAppointments> sources, RemindOfAppointment remind, OutboxWords words, PlanLaw law, ReadAudit reads) : VejviserPage
{
    /// <summary>More than anybody calls in a day.</summary>
    private const int MostPeople = 400;

    [BindProperty(SupportsGet = true, Name = "date")]
    public DateOnly Date { get; set; }

    [BindProperty(SupportsGet = true, Name = "whose")]
    public string? Whose { get; set; }

    public OutboxWords Words => words;

    public IReadOnlyList<Call> Calls { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (Date == default)
            Date = (await CalendarAsync()).NextOrSame(Today.AddDays(1));
        var appointments = await AppointmentsAsync(await PeopleAsync());
        var ids = appointments.Select(a => a.PersonId).Distinct().ToList();
        var people = await Db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, Cancel);
        var keys = appointments.Select(RemindOfAppointment.KeyOf).ToList();
        var reminded = await Db.Messages.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToHashSetAsync(Cancel);
        Calls = [.. appointments.Select(a => (Appointment: a, Person: people[a.PersonId])).Select(c => new Call(
            c.Appointment, Reader.MaySeeAddress(c.Person) ? $"{c.Person.GivenName} {c.Person.FamilyName}" : c.Person.CaseRef ?? Text["plan.protected"], c.Person.Phone, c.Person.Language, c.Person.NeedsInterpreter,
            reminded.Contains(RemindOfAppointment.KeyOf(c.Appointment))))];
        await reads.ListAsync(Reader.AccountId, "messages.calls.read", new ListRead([.. people.Values.Select(p => p.HouseholdId).Distinct()], ids, Whose), Cancel);
        AddCrumb(Text["messages.title"], "/messages");
        AddCrumb(Text["messages.tab.calls"]);
    }

    public async Task<IActionResult> OnPostAsync(string? key, Guid person)
    {
        if (!Reader.May(Permissions.MessagesSend))
            return Forbid();
        if ((await AppointmentsAsync([person])).FirstOrDefault(a => a.Key == key) is not { } appointment)
            return NotFound();
        var place = OutboxWords.Kebab(appointment.Place.ToString());
        var reminded = await remind.RunAsync(appointment, place, Reader, Audit("messages.remind"), Cancel);
        if (reminded.IsSuccess)
        {
            Tell(Text["messages.reminder-queued"]);
            return LocalRedirect($"/messages/calls?date={Date:O}&whose={Whose}");
        }

        TellFailure(reminded.Failure);
        await OnGetAsync();
        return Page();
    }

    private Task<WorkdayCalendar> CalendarAsync() => law.CalendarAsync(Db, Cancel);

    private async Task<IReadOnlyList<Guid>> PeopleAsync()
    {
        var account = Reader.AccountId;
        var homes = Db.Households.VisibleTo(Db, Reader, Clock.Now());
        if (Whose != "all")
            homes = homes.Where(h => h.CaseWorkerId == account || h.ContactPersonId == account);
        return await Db.People.Where(p => p.MergedIntoId == null && homes.Any(h => h.Id == p.HouseholdId) && Db.Plans.Any(l => l.HouseholdId == p.HouseholdId && l.State == PlanState.Running))
            .OrderBy(p => p.Id).Select(p => p.Id).Take(MostPeople).ToListAsync(Cancel);
    }

    private async Task<IReadOnlyList<Appointment>> AppointmentsAsync(IReadOnlyList<Guid> people)
    {
        var all = new List<Appointment>();
        foreach (var source in sources)
            all.AddRange(await source.OfAsync(Db, new AppointmentQuery(people, Date, Date), Cancel));
        return [.. all.OrderBy(a => a.At is null).ThenBy(a => a.At).ThenBy(a => a.Key, StringComparer.Ordinal)];
    }
}
