using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>
/// Meetings since a day that wanted an interpreter, and how many have one; by the language that is interpreted, and by the newcomer who needs it. A meeting is on its day: nobody waits, so no days are told.
/// </summary>
public static class InterpreterFairness
{
    public static async Task<FairnessFigures> ReadAsync(VejviserDb db, EffectivePractices practices, DateOnly from, DateOnly today, CancellationToken cancel)
    {
        var least = (await practices.InUseAsync(db, InterpretingRules.Practice, cancel))!.LimitOf(FairnessFigures.GroupLeast);
        var lines = await (from b in db.InterpreterBookings.AsNoTracking()
                           join m in db.Meetings.AsNoTracking() on b.MeetingId equals m.Id
                           where m.State != MeetingState.Cancelled && m.Day >= @from && m.Day <= today
                           select new
                           {
                               b.Language, b.ByHand, IsMet = b.InterpreterId != null && b.AssignedStart == m.StartsAt && b.AssignedEnd == m.EndsAt,
                               Person = db.MeetingParticipants.Where(g => g.MeetingId == m.Id && g.PersonId != null).Join(db.People, g => g.PersonId, p => (Guid?)p.Id, (_, p) => p)
                                   .OrderByDescending(p => p.NeedsInterpreter).ThenBy(p => p.Role).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefault() ?? m.PersonId,
                           }).ToListAsync(cancel);
        var who = await FairnessWho.OfPeopleAsync(db, [.. lines.Select(l => l.Person).OfType<Guid>().Distinct()], cancel);
        var facts = lines.Select(l => new FairnessFact((l.Person is { } person ? who.GetValueOrDefault(person, FairnessWho.Unknown) : FairnessWho.Unknown) with { Language = l.Language }, null, l.IsMet));
        return FairnessFigures.Of(from, least, [.. facts], ChoicesByHand.Of([.. lines.Where(l => l.IsMet).Select(l => l.ByHand)]));
    }
}
