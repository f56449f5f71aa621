using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>
/// Takes a merge apart again: every row goes back to whom it came from. What was written on the kept person since stays with them.
/// Merges of the same person are undone from the last.
/// </summary>
public static class UndoMerge
{
    /// <returns>The person who is there again.</returns>
    public static async Task<Result<Guid>> RunAsync(
        VejviserDb db, IEnumerable<IPersonPart> parts, Reader who, AuditContext audit, Guid mergeId, CancellationToken cancel)
    {
        var merge = await db.PersonMerges.SingleOrDefaultAsync(m => m.Id == mergeId, cancel);
        if (merge is null)
            return Failure.Of("people.merge-unknown");
        if (merge.UndoneAt is not null)
            return merge.MergedPersonId;
        var visible = db.People.VisibleTo(db, who, audit.At);
        var kept = await visible.SingleOrDefaultAsync(p => p.Id == merge.KeptPersonId, cancel);
        var merged = await visible.SingleOrDefaultAsync(p => p.Id == merge.MergedPersonId, cancel);
        if (kept is null || merged is null)
            return Failure.Of("people.unknown");
        var isLast = kept.MergedIntoId is null
            && !await db.PersonMerges.AnyAsync(m => m.KeptPersonId == kept.Id && m.UndoneAt == null && m.At > merge.At, cancel);
        if (!isLast)
            return Failure.Of("people.merge-later-first");

        var snapshot = MergeSnapshot.Read(merge.Snapshot);
        Restore(kept, snapshot);
        var sides = new MergeSides(db, kept, merged, merge.At, TakeCpr: false);
        foreach (var part in parts)
        {
            if (snapshot.Parts[part.Code] is { } moved)
                await part.UndoAsync(sides, moved, cancel);
        }

        foreach (var pointer in await db.People.Where(p => snapshot.Pointers.Contains(p.Id)).ToListAsync(cancel))
            pointer.MergedIntoId = merged.Id;
        merged.MergedIntoId = null;
        kept.Version++;
        merged.Version++;
        (merge.UndoneBy, merge.UndoneAt) = (who.AccountId, audit.At);
        var outcome = await db.SaveAsync(audit, MergePeople.Subjects(kept, merged, merge.Id), cancel);
        return outcome == SaveOutcome.Conflict ? Failure.Of("people.changed-meanwhile") : merged.Id;
    }

    private static void Restore(Person kept, MergeSnapshot snapshot)
    {
        foreach (var field in PersonField.All.Where(f => snapshot.Before.ContainsKey(f.Code)))
        {
            if (JsonNode.DeepEquals(field.Read(kept), snapshot.After[field.Code]))
                field.Write(kept, snapshot.Before[field.Code]);
        }

        if (snapshot.Before.ContainsKey(MergePeople.ProtectedCode))
            kept.HasProtectedAddress = false;
        kept.SearchName = NameFolding.Fold(kept.GivenName, kept.FamilyName);
    }
}
