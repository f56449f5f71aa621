using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Needs;

/// <summary>How many could be put on the list at once: an offer on a page, so half a minute old at most (ADR 0022).</summary>
public sealed class CountMissing(DatabaseAddress address, TimeProvider clock)
{
    private readonly SharedAnswers<int, int> counts = new(Sharing.Standing, clock, Sharing.TimesItsCost);

    public Task<int> RunAsync(CancellationToken cancel) => counts.ReadAsync(0, CountAsync, cancel);

    /// <summary>Called by whoever has put some of them on the list.</summary>
    public void Forget() => counts.Forget(_ => true);

    private async Task<int> CountAsync()
    {
        await using var db = Databases.Open(address);
        return await PutOnList.Missing(db).CountAsync();
    }
}
