using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Messages;

/// <summary>When a telephone may ring: on a workday, from one hour to another on the town hall's clock. Public holidays and closing days are quiet.</summary>
public sealed record SendingHours(TimeOnly From, TimeOnly To, WorkdayCalendar Calendar)
{
    public bool IsOpen(DateTime utc) => NextOrSame(utc) == utc;

    /// <summary>The instant itself where a telephone may ring, else the first one after it. Both UTC.</summary>
    public DateTime NextOrSame(DateTime utc)
    {
        var local = TimeZones.ToDanish(utc);
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (Calendar.IsWorkday(day) && time >= From && time < To)
            return utc;
        return TimeZones.At(Calendar.NextOrSame(time < From ? day : day.AddDays(1)), From);
    }
}
