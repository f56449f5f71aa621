using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <summary>People interested in a group of their language, and those who got into one that was formed since a day.</summary>
public static class GroupFairness
{
    public static async Task<FairnessFigures> ReadAsync(VejviserDb db, EffectivePractices practices, DateOnly from, DateOnly today, CancellationToken cancel)
    {
        var definition = (await practices.InUseAsync(db, GroupPolicy.Practice, cancel))!;
        var waiting = (await ReadGroups.FactsAsync(db, GroupPolicy.Of(definition), today, cancel)).Seekers;
        var placed = await (from g in db.GroupCourses
                            where g.DecidedOn >= @from
                            join c in db.CoursePlaces on g.CourseId equals c.CourseId
                            where c.LeftOn == null
                            select new
                            {
                                c.PersonId, g.DecidedOn, Started = db.Plans.Where(p => p.Practice == GroupPolicy.Practice && p.PersonId == c.PersonId).Min(p => (DateTime?)p.StartedAt),
                                ByHand = db.GroupWishes.Where(w => w.PersonId == c.PersonId && w.ChosenTimeId == g.TimeId).Select(w => w.ChosenReason).FirstOrDefault(),
                            }).ToListAsync(cancel);
        var who = await FairnessWho.OfPeopleAsync(db, [.. waiting.Select(w => w.Id), .. placed.Select(p => p.PersonId)], cancel);
        var facts = waiting.Select(w => new FairnessFact(who.GetValueOrDefault(w.Id, FairnessWho.Unknown), Math.Max(0, today.DayNumber - w.Since.DayNumber), IsPlaced: false))
            .Concat(placed.Select(p => new FairnessFact(who.GetValueOrDefault(p.PersonId, FairnessWho.Unknown), p.Started is { } started ? Math.Max(0, p.DecidedOn.DayNumber - TimeZones.DayOf(started).DayNumber) : 0, IsPlaced: true)));
        return FairnessFigures.Of(from, definition.LimitOf(FairnessFigures.GroupLeast), [.. facts], ChoicesByHand.Of([.. placed.Select(p => p.ByHand)]));
    }
}
