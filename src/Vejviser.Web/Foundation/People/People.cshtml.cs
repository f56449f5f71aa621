using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.People;

/// <summary>
/// Finding people. What is searched for is sent in the form's body: a name stands in no address and no log. A link may carry a
/// case reference (<c>?q=</c>); a CPR number in a link is neither searched for nor shown.
/// </summary>
public sealed class PeopleModel(ReadAudit reads) : VejviserPage
{
    public SearchView View { get; private set; } = SearchView.Empty;

    public async Task OnGetAsync(string? q)
    {
        if (SearchPeople.LooksLikeCpr(q))
        {
            View = SearchView.Empty with { IsCprRefused = true };
            return;
        }

        View = string.IsNullOrWhiteSpace(q)
            ? SearchView.Empty with { Recent = await RecentPeople.ListAsync(Db, Reader, Clock.Now(), Cancel) }
            : SearchView.Of(q, await SearchPeople.RunAsync(Db, Reader, Clock.Now(), q, 1, Cancel));
        await NoteAsync(reads, View, Reader.AccountId, Cancel);
    }

    internal static async Task NoteAsync(ReadAudit reads, SearchView view, Guid accountId, CancellationToken cancel)
    {
        var shown = view.Found?.People ?? view.Recent;
        if (shown.Count > 0)
            await reads.ListAsync(accountId, view.Found is null ? "people.recent.read" : "people.search.read",
                new ListRead([.. shown.Select(p => p.HouseholdId).Distinct()], [.. shown.Select(p => p.Id)]), cancel);
    }
}

/// <summary>What the search page shows.</summary>
/// <param name="Text">What was searched for; empty where that was a CPR number.</param>
/// <param name="Found">Null where nothing was searched for.</param>
/// <param name="ByCpr">The search was by CPR number.</param>
/// <param name="IsCprRefused">A CPR number came by a link.</param>
public sealed record SearchView(string Text, PeopleFound? Found, IReadOnlyList<FoundPerson> Recent, bool ByCpr = false, bool IsCprRefused = false)
{
    public static readonly SearchView Empty = new("", null, []);

    public static SearchView Of(string text, PeopleFound found) => new(text, found, []);
}
