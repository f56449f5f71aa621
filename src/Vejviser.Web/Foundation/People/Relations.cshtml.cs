using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Foundation.People;

/// <summary>Who belongs to whom: chosen among the household, or found by the case reference.</summary>
public sealed class RelationsModel : PersonPage
{
    public IReadOnlyList<RelatedPerson> Relations { get; private set; } = [];

    public IReadOnlyList<FoundPerson> Household { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await OpenAsync(Text["people.tab.relations"], "people.relations.read") is { } otherwise)
            return otherwise;
        await ListAsync();
        return Page();
    }

    /// <param name="kind">A <see cref="RelationKind"/>, with <c>:other</c> behind it where the other is the first, such as the parent.</param>
    public async Task<IActionResult> OnPostAddAsync(string kind, Guid? other, string? caseRef)
    {
        if (await OpenAsync(Text["people.tab.relations"], read: null) is { } otherwise)
            return otherwise;
        var otherId = other ?? await ByCaseRefAsync(caseRef);
        var parts = (kind ?? "").Split(':');
        var added = otherId is { } id && Enum.TryParse<RelationKind>(parts[0], out var parsed) && Enum.IsDefined(parsed)
            ? await RelatePeople.AddAsync(Db, Reader, Audit("people.add-relation"), Id, id, parsed, isFirst: parts.Length == 1, Cancel)
            : Failure.Of("people.related-to-nobody");
        if (added.IsSuccess)
        {
            Tell(Text["people.relation.added"]);
            return LocalRedirect($"/people/{Id}/relations");
        }

        TellFailure(added.Failure);
        await ListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid relation)
    {
        if (await OpenAsync(Text["people.tab.relations"], read: null) is { } otherwise)
            return otherwise;
        var removed = await RelatePeople.RemoveAsync(Db, Reader, Audit("people.remove-relation"), Id, relation, Cancel);
        Tell(removed.IsSuccess ? Text["people.relation.removed"] : Text[removed.Failure]);
        return LocalRedirect($"/people/{Id}/relations");
    }

    private async Task<Guid?> ByCaseRefAsync(string? caseRef)
    {
        var reference = caseRef?.Trim().ToUpperInvariant();
        return string.IsNullOrEmpty(reference)
            ? null
            : await Db.People.VisibleTo(Db, Reader, Clock.Now()).Where(p => p.CaseRef == reference).Select(p => (Guid?)(p.MergedIntoId ?? p.Id)).SingleOrDefaultAsync(Cancel);
    }

    private async Task ListAsync()
    {
        Relations = await RelatePeople.ListAsync(Db, Reader, Clock.Now(), Id, Cancel);
        Household = await HouseholdMembers.ListAsync(Db, Person.HouseholdId, except: Id, Cancel);
    }
}
