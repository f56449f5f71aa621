using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Reception;

/// <summary>What the arrivals board's filters offer: only what some household not yet long arrived has.</summary>
/// <param name="Centres">By name.</param>
/// <param name="Languages">BCP 47, of people.</param>
/// <param name="CaseWorkers">By name.</param>
public sealed record ArrivalChoices(IReadOnlyList<string> Centres, IReadOnlyList<string> Languages, IReadOnlyList<(Guid Id, string Name)> CaseWorkers);

/// <summary>Reads the choices; a choice that came within the last half minute may be missing (ADR 0022).</summary>
public sealed class ReadArrivalChoices(DatabaseAddress address, TimeProvider clock)
{
    private readonly SharedAnswers<(Guid? Reader, string Culture), ArrivalChoices> choices = new(Sharing.Standing, clock, Sharing.TimesItsCost, Sharing.Patience);

    public Task<ArrivalChoices> RunAsync(Reader who, CancellationToken cancel) => choices.ReadAsync(
        (who.MayEverywhere(Permissions.PeopleAll) ? null : who.AccountId, CultureInfo.CurrentCulture.Name), () => ReadAsync(who), cancel);

    private async Task<ArrivalChoices> ReadAsync(Reader who)
    {
        await using var db = Databases.Open(address);
        var since = clock.Today().AddDays(-ReadArrivals.LookBackDays);
        var current = db.Households.AsNoTracking().VisibleTo(db, who, clock.Now()).Where(h => !h.HasArrived || h.ArrivalDate >= since);
        var rows = await current.GroupBy(h => new { h.Centre, h.CaseWorkerId })
            .Select(g => new { g.Key.Centre, g.Key.CaseWorkerId, Name = db.Users.Where(a => a.Id == g.Key.CaseWorkerId).Select(a => a.DisplayName).FirstOrDefault() }).ToListAsync();
        var languages = await db.People.AsNoTracking().Where(p => p.Language != null && current.Any(h => h.Id == p.HouseholdId)).Select(p => p.Language!).Distinct().ToListAsync();
        return new(
            [.. rows.Select(r => r.Centre).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)],
            [.. languages.Order(StringComparer.Ordinal)],
            [.. rows.Where(r => r is { CaseWorkerId: not null, Name: not null }).Select(r => (r.CaseWorkerId!.Value, r.Name!)).Distinct().OrderBy(r => r.Item2, StringComparer.CurrentCulture)]);
    }
}
