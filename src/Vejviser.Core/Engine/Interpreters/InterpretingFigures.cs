using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>A count of bookings with an interpreter, and how many of them on video.</summary>
public sealed record VideoShare(string? Department, int All, int Video)
{
    /// <summary>Percent, rounded; null where there are none.</summary>
    public int? Percent => All == 0 ? null : (int)Math.Round(100.0 * Video / All, MidpointRounding.AwayFromZero);
}

/// <summary>Somebody else than was proposed, and why.</summary>
public sealed record ChosenByHand(Guid MeetingId, DateOnly Day, string Language, string Interpreter, string Reason);

/// <summary>
/// What interpreting came to in a period, for the coordinator. Counted are bookings of meetings that are not cancelled, by the meeting's day and time as it is
/// now. A no-show is no saved journey.
/// </summary>
/// <param name="Departments">By the organiser's unit; null where the organiser has none.</param>
/// <param name="Unmet">Bookings nobody is assigned to, by language, most first.</param>
/// <param name="ByHand">Bookings given by hand to somebody else than was proposed, the newest first.</param>
public sealed record InterpretingFigures(
    VideoShare Whole, IReadOnlyList<VideoShare> Departments, int SavedMinutes, int SavedKroner, IReadOnlyList<(string Language, int Count)> Unmet, int NoShows, IReadOnlyList<ChosenByHand> ByHand)
{
    public static async Task<InterpretingFigures> ReadAsync(VejviserDb db, InterpretingRules rules, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var lines = await (from b in db.InterpreterBookings.AsNoTracking()
                           join m in db.Meetings.AsNoTracking() on b.MeetingId equals m.Id
                           where m.State != MeetingState.Cancelled && m.Day >= @from && m.Day <= to
                           select new
                           {
                               m.Id, m.Day, b.Language, b.Mode, b.Outcome, b.ByHand, IsMet = b.InterpreterId != null && b.AssignedStart == m.StartsAt && b.AssignedEnd == m.EndsAt,
                               Name = db.Interpreters.Where(i => i.Id == b.InterpreterId).Select(i => i.Name).FirstOrDefault(),
                               Travel = db.Interpreters.Where(i => i.Id == b.InterpreterId).Select(i => i.TravelMinutes).FirstOrDefault(),
                               Department = db.UnitMembers.Where(u => u.AccountId == m.OrganiserId).Join(db.Units, u => u.UnitId, u => u.Id, (_, u) => u.Name).OrderBy(n => n).FirstOrDefault(),
                           }).ToListAsync(cancel);
        var met = lines.Where(l => l.IsMet).ToList();
        var saved = met.Where(l => l.Mode == InterpretingMode.Video && l.Outcome != InterpretingOutcome.NoShow).Sum(l => l.Travel is { } way ? 2 * way : rules.TravelMinutes);
        return new InterpretingFigures(
            new VideoShare(null, met.Count, met.Count(l => l.Mode == InterpretingMode.Video)),
            [.. met.GroupBy(l => l.Department).Select(g => new VideoShare(g.Key, g.Count(), g.Count(l => l.Mode == InterpretingMode.Video))).OrderBy(d => d.Department, StringComparer.CurrentCulture)],
            saved, (int)Math.Round(saved * (decimal)rules.KronerPerHour / 60, MidpointRounding.AwayFromZero),
            [.. lines.Where(l => !l.IsMet).GroupBy(l => l.Language).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal)],
            lines.Count(l => l.Outcome == InterpretingOutcome.NoShow),
            [.. met.Where(l => l.ByHand is not null).OrderByDescending(l => l.Day).ThenBy(l => l.Id).Select(l => new ChosenByHand(l.Id, l.Day, l.Language, l.Name ?? "", l.ByHand!))]);
    }
}
