using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>A complaint about an interpreter, for the coordinator who follows it up.</summary>
/// <param name="About">Whom the meeting is about: a read of the complaint is a read of them.</param>
public sealed record InterpreterComplaint(Guid MeetingId, DateOnly Day, string Interpreter, string Text, AuditSubject About)
{
    /// <summary>Of the meetings of a period, the newest first.</summary>
    public static async Task<IReadOnlyList<InterpreterComplaint>> ReadAsync(VejviserDb db, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var rows = await (from b in db.InterpreterBookings.AsNoTracking()
                          join m in db.Meetings.AsNoTracking() on b.MeetingId equals m.Id
                          where b.Complaint != null && m.Day >= @from && m.Day <= to
                          orderby m.StartsAt descending, b.Id
                          select new { m.Id, m.Day, m.PersonId, m.HouseholdId, Text = b.Complaint!, Name = db.Interpreters.Where(i => i.Id == b.InterpreterId).Select(i => i.Name).FirstOrDefault() }).ToListAsync(cancel);
        return [.. rows.Select(r => new InterpreterComplaint(r.Id, r.Day, r.Name ?? "", r.Text, new AuditSubject(r.PersonId, r.HouseholdId, "meeting", r.Id)))];
    }
}
