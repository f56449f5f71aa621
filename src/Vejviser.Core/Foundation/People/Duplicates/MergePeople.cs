using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <param name="KeptId">Who stays; the other's id leads there from now on.</param>
/// <param name="KeptVersion">As compared on the page.</param>
/// <param name="TakeFields">Codes of the fields whose value is taken from the merged person.</param>
/// <param name="TakeCpr">True where the merged person's CPR number is the one in force.</param>
public sealed record Merge(Guid KeptId, int KeptVersion, Guid MergedId, int MergedVersion, IReadOnlySet<string> TakeFields, bool TakeCpr);

/// <summary>Two people turn out to be one: a person chose field by field, the rest follows by <see cref="IPersonPart"/>, and all can be undone.</summary>
public static class MergePeople
{
    /// <returns>The merge's id; see <see cref="UndoMerge"/>.</returns>
    public static async Task<Result<Guid>> RunAsync(
        VejviserDb db, IEnumerable<IPersonPart> parts, Reader who, AuditContext audit, Merge input, CancellationToken cancel)
    {
        if (await db.IsHandledAsync(audit, cancel))
            return Guid.Empty;
        var loadedKept = await LoadPerson.RunAsync(db, who, audit, input.KeptId, cancel);
        var loadedMerged = await LoadPerson.RunAsync(db, who, audit, input.MergedId, cancel);
        if (!loadedKept.IsSuccess || !loadedMerged.IsSuccess || input.KeptId == input.MergedId)
            return Failure.Of("people.unknown");
        var (kept, merged) = (loadedKept.Value, loadedMerged.Value);
        if (kept.Version != input.KeptVersion || merged.Version != input.MergedVersion)
            return Failure.Of("people.changed-meanwhile");

        var sides = new MergeSides(db, kept, merged, audit.At, input.TakeCpr);
        var snapshot = new MergeSnapshot([], [], [], []);
        Take(kept, merged, input.TakeFields, snapshot);
        foreach (var part in parts)
        {
            if (await part.MoveAsync(sides, cancel) is { } moved)
                snapshot.Parts[part.Code] = moved;
        }

        foreach (var pointer in await db.People.Where(p => p.MergedIntoId == merged.Id).ToListAsync(cancel))
        {
            snapshot.Pointers.Add(pointer.Id);
            pointer.MergedIntoId = kept.Id;
        }

        merged.MergedIntoId = kept.Id;
        kept.Version++;
        merged.Version++;
        var merge = new PersonMerge { KeptPersonId = kept.Id, MergedPersonId = merged.Id, Snapshot = snapshot.ToJson(), ByAccountId = who.AccountId, At = audit.At };
        db.PersonMerges.Add(merge);
        var outcome = await db.SaveAsync(audit, Subjects(kept, merged, merge.Id), cancel);
        return outcome == SaveOutcome.Conflict ? Failure.Of("people.changed-meanwhile") : merge.Id;
    }

    internal static AuditSubject[] Subjects(Person kept, Person merged, Guid mergeId) =>
        [new(kept.Id, kept.HouseholdId, "person_merge", mergeId), new(merged.Id, merged.HouseholdId, "person_merge", mergeId)];

    private static void Take(Person kept, Person merged, IReadOnlySet<string> codes, MergeSnapshot snapshot)
    {
        foreach (var field in PersonField.All.Where(f => codes.Contains(f.Code) && f.Differs(kept, merged)))
        {
            snapshot.Before[field.Code] = field.Read(kept);
            field.Copy(merged, kept);
            snapshot.After[field.Code] = field.Read(kept);
        }

        // Protection is never lost by a merge.
        if (merged.HasProtectedAddress && !kept.HasProtectedAddress)
        {
            snapshot.Before[ProtectedCode] = false;
            snapshot.After[ProtectedCode] = true;
            kept.HasProtectedAddress = true;
        }

        kept.SearchName = NameFolding.Fold(kept.GivenName, kept.FamilyName);
    }

    internal const string ProtectedCode = "has-protected-address";
}
