using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Foundation.People.Duplicates;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.People;

/// <summary>Who may stand twice, strongest first; what was merged lately, to be undone; who was said not to be the same.</summary>
public sealed class DuplicatesModel(ReadAudit reads, IEnumerable<IPersonPart> parts) : VejviserPage
{
    private const int PageSize = 20;
    private const int MergesShown = 20;

    public IReadOnlyList<ShownPair> Pairs { get; private set; } = [];

    public int Total { get; private set; }

    public int PageNumber { get; private set; }

    public int Pages => (Total + PageSize - 1) / PageSize;

    public IReadOnlyList<ShownMerge> Merges { get; private set; } = [];

    public IReadOnlyList<ShownPair> NotTheSame { get; private set; } = [];

    public async Task OnGetAsync(int nr = 1)
    {
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(Text["people.duplicates.title"]);
        var all = await FindDuplicates.RunAsync(Db, Reader, Clock.Now(), Cancel);
        (Total, PageNumber) = (all.Count, Math.Clamp(nr, 1, Math.Max(1, (all.Count + PageSize - 1) / PageSize)));
        var pairs = all.Skip((PageNumber - 1) * PageSize).Take(PageSize).ToList();
        var merges = await Db.PersonMerges.AsNoTracking().Where(m => m.UndoneAt == null).OrderByDescending(m => m.At).Take(MergesShown)
            .Select(m => new { m.Id, m.KeptPersonId, m.MergedPersonId, m.At, m.ByAccountId }).ToListAsync(Cancel);
        var refused = await Db.NotDuplicates.AsNoTracking().OrderByDescending(n => n.At).Take(MergesShown).ToListAsync(Cancel);
        var ids = pairs.SelectMany(p => new[] { p.OneId, p.OtherId }).Concat(merges.SelectMany(m => new[] { m.KeptPersonId, m.MergedPersonId }))
            .Concat(refused.SelectMany(n => new[] { n.PersonId, n.OtherPersonId })).Distinct().ToList();
        var people = (await PeopleByIds.ListAsync(Db, Reader, Clock.Now(), ids, Cancel)).ToDictionary(p => p.Id);
        var staff = await Db.Users.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.DisplayName, Cancel);

        Pairs = [.. pairs.Select(p => new ShownPair(people[p.OneId], people[p.OtherId], p.Reasons, p.Weight))];
        Merges = [.. merges.Where(m => people.ContainsKey(m.KeptPersonId) && people.ContainsKey(m.MergedPersonId))
            .Select(m => new ShownMerge(m.Id, people[m.KeptPersonId], people[m.MergedPersonId], m.At, staff.GetValueOrDefault(m.ByAccountId, "")))];
        NotTheSame = [.. refused.Where(n => people.ContainsKey(n.PersonId) && people.ContainsKey(n.OtherPersonId))
            .Select(n => new ShownPair(people[n.PersonId], people[n.OtherPersonId], [], 0))];
        if (people.Count > 0)
            await reads.ListAsync(Reader.AccountId, "people.duplicates.read", new ListRead([.. people.Values.Select(p => p.HouseholdId).Distinct()], [.. people.Keys]), Cancel);
    }

    public async Task<IActionResult> OnPostNotSameAsync(Guid a, Guid b)
    {
        var done = await MarkNotDuplicate.RunAsync(Db, Reader, Audit("people.not-duplicate"), a, b, isSame: false, Cancel);
        Tell(done.IsSuccess ? Text["people.duplicates.noted"] : Text[done.Failure]);
        return LocalRedirect("/people/duplicates");
    }

    public async Task<IActionResult> OnPostMaybeSameAsync(Guid a, Guid b)
    {
        var done = await MarkNotDuplicate.RunAsync(Db, Reader, Audit("people.maybe-duplicate"), a, b, isSame: true, Cancel);
        Tell(done.IsSuccess ? Text["people.duplicates.forgotten"] : Text[done.Failure]);
        return LocalRedirect("/people/duplicates");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid merge)
    {
        var undone = await UndoMerge.RunAsync(Db, parts, Reader, Audit("people.undo-merge"), merge, Cancel);
        Tell(undone.IsSuccess ? Text["people.duplicates.undone"] : Text[undone.Failure]);
        return LocalRedirect(undone.IsSuccess ? $"/people/{undone.Value}/edit" : "/people/duplicates");
    }
}

public sealed record ShownPair(FoundPerson One, FoundPerson Other, IReadOnlyList<DuplicateReason> Reasons, int Weight);

/// <param name="At">UTC.</param>
public sealed record ShownMerge(Guid Id, FoundPerson Kept, FoundPerson Merged, DateTime At, string By);
