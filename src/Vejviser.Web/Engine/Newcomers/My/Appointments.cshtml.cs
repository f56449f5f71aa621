namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>The nearest appointments, and all of them for the telephone's calendar.</summary>
public sealed class AppointmentsModel(MyAppointments appointments) : MyPage
{
    /// <summary>So that the page stays small; the calendar file holds all.</summary>
    private const int Most = 30;

    public IReadOnlyList<MyAppointment> All { get; private set; } = [];

    public async Task OnGetAsync() => All = [.. (await appointments.OfAsync(Db, Me, Today, Cancel)).Take(Most)];
}
