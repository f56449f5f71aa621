using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>People who wait for a doctor, and those who were given one since a day; whose practice withdrew has waited since then.</summary>
public static class DoctorFairness
{
    public static async Task<FairnessFigures> ReadAsync(VejviserDb db, EffectivePractices practices, DateOnly from, DateOnly today, CancellationToken cancel)
    {
        var least = (await practices.InUseAsync(db, DoctorPolicy.Practice, cancel))!.LimitOf(FairnessFigures.GroupLeast);
        var waiting = (await ReadDoctors.FactsAsync(db, cancel)).Seekers.ToDictionary(s => s.Id, s => s.Since);
        var turns = db.DoctorEvents.Where(e => e.Kind == DoctorEventKind.Given || e.Kind == DoctorEventKind.MovedIn);
        var given = (await turns.Where(e => e.PersonId != null && e.On >= from).Select(e => new
        {
            Person = e.PersonId!.Value, e.On, e.ByHand, Started = db.Plans.Where(p => p.Practice == DoctorPolicy.Practice && p.PersonId == e.PersonId).Min(p => (DateTime?)p.StartedAt),
            Left = db.DoctorEvents.Where(o => o.PersonId == e.PersonId && o.Kind == DoctorEventKind.MovedOut && o.At <= e.At).Max(o => (DateOnly?)o.On),
        }).ToListAsync(cancel)).OrderBy(g => g.On).ToList();
        var placed = given.Where(g => !waiting.ContainsKey(g.Person)).GroupBy(g => g.Person).Select(g => g.Last()).ToList();
        var who = await FairnessWho.OfPeopleAsync(db, [.. waiting.Keys, .. placed.Select(p => p.Person)], cancel);
        var facts = waiting.Select(w => new FairnessFact(who.GetValueOrDefault(w.Key, FairnessWho.Unknown), Days(w.Value, today), IsPlaced: false))
            .Concat(placed.Select(p => new FairnessFact(who.GetValueOrDefault(p.Person, FairnessWho.Unknown), Days(p.Left ?? (p.Started is { } started ? TimeZones.DayOf(started) : p.On), p.On), IsPlaced: true)));
        return FairnessFigures.Of(from, least, [.. facts], ChoicesByHand.Of([.. given.Select(g => g.ByHand)]));
    }

    private static int Days(DateOnly since, DateOnly until) => since == DateOnly.MinValue ? 0 : Math.Max(0, until.DayNumber - since.DayNumber);
}
