using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Pairs;

public sealed record WritePairWishInput(Guid PlanId, Guid? Town, IReadOnlyCollection<string> Industries, string? Words);

/// <summary>Writes what a newcomer wants of a volunteer. Failures: <c>pairs.forbidden</c>, <c>pairs.not-looking</c>, <c>pairs.unknown-town</c>, <c>pairs.too-long</c>, <c>pairs.changed-meanwhile</c>.</summary>
public sealed class WritePairWish(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(PairPractice practice, WritePairWishInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (!who.May(Permissions.Pairs))
            return Failure.Of("pairs.forbidden");
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.PlanId && p.Practice == practice.Id && p.State == PlanState.Running, cancel) is not { } plan)
            return Failure.Of("pairs.not-looking");
        if (input.Town is { } town && !await db.Towns.AnyAsync(t => t.Id == town, cancel))
            return Failure.Of("pairs.unknown-town");
        var industries = ChangeVolunteer.Clean(input.Industries).ToList();
        if (input.Words?.Length > ChoosePair.MostCharacters || industries.Exists(i => i.Length > ChangeVolunteer.MostCharacters))
            return Failure.Of("pairs.too-long", ("most", ChangeVolunteer.MostCharacters));
        var wish = await db.PairWishes.Include(w => w.Industries).SingleOrDefaultAsync(w => w.PlanId == plan.Id, cancel) ?? db.Add(new PairWish { PlanId = plan.Id }).Entity;
        (wish.TownId, wish.Words) = (input.Town, input.Words.OrNull());
        foreach (var gone in wish.Industries.Where(i => !industries.Contains(i.Industry)).ToList())
            db.Remove(gone);
        foreach (var added in industries.Except(wish.Industries.Select(i => i.Industry)).ToList())
            db.Add(new PairWishIndustry { PlanId = plan.Id, Industry = added });
        if (!db.ChangeTracker.HasChanges())
            return Done.Result;
        wish.Version++;
        try
        {
            return await db.SaveAsync(audit, new AuditSubject(plan.PersonId, plan.HouseholdId, "pair-wish", plan.Id), cancel) == SaveOutcome.Conflict ? Failure.Of("pairs.changed-meanwhile") : Done.Result;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("pair_wish"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("pairs.changed-meanwhile");
        }
    }
}
