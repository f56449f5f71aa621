using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Offers;

/// <summary>Where a person stands with a practice.</summary>
public enum FitStanding
{
    /// <summary>Neither in it nor offered it.</summary>
    None = 0,

    /// <summary>An offer waits for an answer, or for the day to ask again.</summary>
    Offered,

    /// <summary>Said yes, and has not begun.</summary>
    SaidYes,
    SaidNo,

    /// <summary>Runs, waits in line or rests.</summary>
    In,
    Completed,

    /// <summary>Broke off, or moved on to another.</summary>
    Left,
}

/// <summary>Whether a practice is for a person, or their household, and why.</summary>
/// <param name="Practice">As the municipality runs it; the catalogue's own where it is not adopted.</param>
/// <param name="Verdict">Every condition's own answer.</param>
/// <param name="OfferId">The newest offer, where there is one.</param>
public sealed record PracticeFit(PracticeDefinition Practice, bool IsAdopted, Verdict Verdict, FitStanding Standing, Guid? OfferId)
{
    /// <summary>
    /// What decided: the first condition that says no; else those whose facts are not known yet; else all, which say yes.
    /// </summary>
    public IReadOnlyList<Answer> Deciding => Verdict.Truth switch
    {
        Truth.No => [.. Verdict.Answers.Where(a => a.Truth == Truth.No).Take(1)],
        Truth.Unknown => [.. Verdict.Answers.Where(a => a.Truth == Truth.Unknown).Distinct()],
        _ => Verdict.Answers,
    };
}

/// <summary>Which practices fit a person and their household, which don't, and why: each condition explains itself.</summary>
public static class ReadFits
{
    /// <returns>Null where there is no such person, none the reader may see, or they are merged into another.</returns>
    public static async Task<IReadOnlyList<PracticeFit>?> RunAsync(VejviserDb db, EffectivePractices practices, Reader who, Guid personId, DateOnly today, DateTime now, CancellationToken cancel)
    {
        var home = await db.People.AsNoTracking().Where(p => p.Id == personId && p.MergedIntoId == null).Select(p => (Guid?)p.HouseholdId).SingleOrDefaultAsync(cancel);
        if (home is not { } household || await OfferTo.FindAsync(db, who, household, personId, now, cancel) is not { } to)
            return null;
        var adopted = await practices.AdoptedAsync(db, cancel);
        var offers = (await db.Offers.AsNoTracking().Where(o => o.PersonId == personId || (o.PersonId == null && o.HouseholdId == household)).OrderByDescending(o => o.OfferedOn).ThenByDescending(o => o.Id).ToListAsync(cancel)).ToLookup(o => o.Practice);
        var plans = (await db.Plans.AsNoTracking().Where(p => p.PersonId == personId || (p.PersonId == null && p.HouseholdId == household)).Select(p => new { p.Practice, p.State }).ToListAsync(cancel)).ToLookup(p => p.Practice, p => p.State);
        return [.. (await practices.AllAsync(db, cancel)).Select(original =>
        {
            var practice = adopted.GetValueOrDefault(original.Id, original);
            var newest = offers[practice.Id].FirstOrDefault();
            return new PracticeFit(practice, adopted.ContainsKey(practice.Id), to.Ask(practice, today), Standing([.. plans[practice.Id]], newest), newest?.Id);
        })];
    }

    private static FitStanding Standing(List<PlanState> plans, Offer? newest) => (plans, newest) switch
    {
        _ when plans.Exists(Taking.Part.Contains) => FitStanding.In,
        (_, { Answer: OfferAnswer.None or OfferAnswer.Later }) => FitStanding.Offered,
        (_, { Answer: OfferAnswer.Yes, PlanId: null }) => FitStanding.SaidYes,
        _ when plans.Contains(PlanState.Completed) => FitStanding.Completed,
        _ when plans.Count > 0 => FitStanding.Left,
        (_, { Answer: OfferAnswer.No }) => FitStanding.SaidNo,
        _ => FitStanding.None,
    };
}
