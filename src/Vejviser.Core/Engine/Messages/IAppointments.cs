using Vejviser.Core.Data;

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

/// <param name="People">Whose appointments.</param>
/// <param name="From">Both ends are included.</param>
public sealed record AppointmentQuery(IReadOnlyCollection<Guid> People, DateOnly From, DateOnly To);

/// <summary>What people are to come to, booked or proposed; the room that knows both registers it. The call list, reminders, the newcomer's page and calendar ask it.</summary>
public interface IAppointments
{
    Task<IReadOnlyList<Appointment>> OfAsync(VejviserDb db, AppointmentQuery query, CancellationToken cancel);
}
