using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Offers;

/// <summary>A practice's target group as it was counted; both parts in the order of names.</summary>
/// <param name="Fits">People, or households where the practice is for one, for whom all conditions surely hold.</param>
/// <param name="Ask">Those of whom something is not known yet.</param>
/// <param name="At">UTC; shown beside the numbers.</param>
public sealed record TargetCount(IReadOnlyList<Guid> Fits, IReadOnlyList<Guid> Ask, DateTime At)
{
    public IReadOnlyList<Guid> Page(TargetFilter filter) => [.. (filter.OnlyAsk ? Ask : Fits).Skip((filter.Page - 1) * TargetFilter.PageSize).Take(TargetFilter.PageSize)];

    public bool HasNext(TargetFilter filter) => (filter.OnlyAsk ? Ask : Fits).Count > filter.Page * TargetFilter.PageSize;
}

/// <summary>
/// Target groups page by page. Their numbers and their order are shared by those who look within the same short while, at most half a minute (ADR 0022); who is on the page is
/// read anew, so whoever was offered the practice meanwhile is not on it.
/// </summary>
public sealed class TargetBoards(DatabaseAddress address, TimeProvider clock)
{
    private readonly SharedAnswers<(Guid? Reader, Guid? CaseWorker, string Practice, Guid? Version), TargetCount> counts = new(Sharing.Standing, clock, Sharing.TimesItsCost, Sharing.Patience);

    /// <param name="version">The version in use; null where the practice is not adopted.</param>
    public Task<TargetCount> CountAsync(PracticeDefinition practice, Guid? version, Reader who, Guid? caseWorker, CancellationToken cancel)
    {
        // Whoever may see all sees the same; anybody else counts alone.
        var reader = who.MayEverywhere(Permissions.PeopleAll) ? (Guid?)null : who.AccountId;
        return counts.ReadAsync((reader, caseWorker, practice.Id, version), () => CountAsync(practice, who, caseWorker), cancel);
    }

    /// <summary>The next to look counts anew: called by whoever offered the practice to some of the group.</summary>
    public void Forget(string practice) => counts.Forget(key => key.Practice == practice);

    private async Task<TargetCount> CountAsync(PracticeDefinition practice, Reader who, Guid? caseWorker)
    {
        await using var db = Databases.Open(address);
        var now = clock.Now();
        var members = await TargetGroup.MembersAsync(db, practice, who, caseWorker, clock.Today(), now, CancellationToken.None);
        return new([.. members.Where(m => m.IsSure).Select(m => m.Id)], [.. members.Where(m => !m.IsSure).Select(m => m.Id)], now);
    }
}
