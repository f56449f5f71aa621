using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Messages;

public enum AppointmentPlace
{
    OnSite = 0,
    Online,

    /// <summary>At one's own home.</summary>
    Home,
    Phone,

    /// <summary>At the home of whom one visits.</summary>
    Visit,
}

/// <summary>Something that a person is to come to.</summary>
/// <param name="Key">The same appointment has the same key however often it is read: calendars know it by it.</param>
/// <param name="Practice">The practice's id; empty where it belongs to none.</param>
/// <param name="What">The meeting's title by language (<c>da</c>, <c>en</c>).</param>
/// <param name="At">Local time; null where it is agreed.</param>
/// <param name="Where">A room, or the link of a meeting online, where one is set.</param>
/// <param name="WithAccountId">The employee one meets, where one is named.</param>
/// <param name="MeetingId">The booked meeting; null for what a plan proposes.</param>
public sealed record Appointment(
    string Key, string Practice, IReadOnlyDictionary<string, string> What, Guid PersonId, Guid HouseholdId, DateOnly Date, TimeOnly? At, int? Minutes, AppointmentPlace Place, string? Where = null, Guid? WithAccountId = null,
    Guid? MeetingId = null);

/// <summary>Somebody whose appointments are asked for: what tells which of a household's are theirs.</summary>
public sealed record Invitee(Guid Id, Guid HouseholdId, HouseholdRole Role)
{
    /// <summary>A person who was merged into another is asked to nothing.</summary>
    public static IQueryable<Invitee> Among(IQueryable<Person> people) => people.Where(p => p.MergedIntoId == null).Select(p => new Invitee(p.Id, p.HouseholdId, p.Role));
}

/// <param name="People">Whose appointments.</param>
/// <param name="From">Both ends are included.</param>
public sealed record AppointmentQuery(IReadOnlyCollection<Invitee> People, DateOnly From, DateOnly To)
{
    /// <summary>The appointments of everybody in these households too; hundreds of them are asked for at once, and their people are read only where there is something to come to.</summary>
    public IReadOnlyCollection<Guid> Households { get; init; } = [];

    /// <summary>Of more households than this what plans propose is found for all who ask, and may be a minute old (ADR 0022).</summary>
    public const int MostAlone = 100;

    /// <summary>True where the answer has a part that is shared.</summary>
    public bool IsShared => HouseholdsAsked.Skip(MostAlone).Any();

    internal IEnumerable<Guid> HouseholdsAsked => People.Select(p => p.HouseholdId).Union(Households);

    /// <summary>Those asked for, by household: of the query's households, who lives in one of these.</summary>
    internal async Task<ILookup<Guid, Invitee>> PeopleInAsync(VejviserDb db, IEnumerable<Guid> households, CancellationToken cancel)
    {
        var whole = households.Intersect(Households).ToList();
        var living = whole.Count == 0 ? [] : await Invitee.Among(db.People.Where(p => whole.Contains(p.HouseholdId))).ToListAsync(cancel);
        return People.Concat(living).DistinctBy(p => p.Id).ToLookup(p => p.HouseholdId);
    }
}

/// <summary>What people are to come to, booked or proposed; the room that knows both registers it. The call list, reminders, the newcomer's page and calendar ask it.</summary>
public interface IAppointments
{
    Task<IReadOnlyList<Appointment>> OfAsync(VejviserDb db, AppointmentQuery query, CancellationToken cancel);
}
