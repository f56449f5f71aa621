using Vejviser.Core.Engine.Plans.Road;

namespace Vejviser.Web.Engine.Plans;

/// <summary>Where meetings on a road are booked.</summary>
internal static class MeetingLinks
{
    /// <returns>Null where it is booked already.</returns>
    public static string? Book(RoadEvent meeting) => meeting.Booked is null ? $"/meetings/new?plan={meeting.PlanId}&meeting={meeting.Meeting}&on={meeting.Date:yyyy-MM-dd}" : null;
}
