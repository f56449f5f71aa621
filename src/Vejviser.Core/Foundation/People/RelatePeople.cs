using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <summary>How one person is related to another, as seen from one of them.</summary>
/// <param name="IsFirst">True where the person asked about is the first of the pair: the parent, the custody holder.</param>
public sealed record RelatedPerson(Guid RelationId, RelationKind Kind, bool IsFirst, FoundPerson Other);

/// <summary>Relations between people: parents, spouses, custody. Both ends must be visible to the one who writes.</summary>
public static class RelatePeople
{
    private static readonly RelationKind[] Mutual = [RelationKind.Spouse, RelationKind.Sibling, RelationKind.OtherFamily];

    /// <summary>All of a person's relations to people the reader may see.</summary>
    public static async Task<IReadOnlyList<RelatedPerson>> ListAsync(VejviserDb db, Reader who, DateTime now, Guid personId, CancellationToken cancel)
    {
        var relations = await db.Relations.AsNoTracking().Where(r => r.PersonId == personId || r.OtherPersonId == personId).ToListAsync(cancel);
        var ids = relations.Select(r => r.PersonId == personId ? r.OtherPersonId : r.PersonId).ToList();
        var others = await db.People.AsNoTracking().VisibleTo(db, who, now).Where(p => ids.Contains(p.Id)).AsFound(db).ToDictionaryAsync(p => p.Id, cancel);
        return [.. relations
            .Select(r => (Relation: r, IsFirst: r.PersonId == personId, Other: others.GetValueOrDefault(r.PersonId == personId ? r.OtherPersonId : r.PersonId)))
            .Where(r => r.Other is not null)
            .Select(r => new RelatedPerson(r.Relation.Id, r.Relation.Kind, r.IsFirst, r.Other!))
            .OrderBy(r => r.Kind).ThenBy(r => r.Other.Name, StringComparer.CurrentCulture)];
    }

    /// <param name="isFirst">Whether <paramref name="personId"/> is the first: the parent of, the custody holder of.</param>
    public static async Task<Result<Done>> AddAsync(
        VejviserDb db, Reader who, AuditContext audit, Guid personId, Guid otherId, RelationKind kind, bool isFirst, CancellationToken cancel)
    {
        if (personId == otherId)
            return Failure.Of("people.related-to-self");
        var person = await LoadPerson.RunAsync(db, who, audit, personId, cancel);
        var other = await LoadPerson.RunAsync(db, who, audit, otherId, cancel);
        if (!person.IsSuccess || !other.IsSuccess)
            return Failure.Of("people.unknown");
        var (first, second) = isFirst || Mutual.Contains(kind) ? (personId, otherId) : (otherId, personId);
        var isKnown = await db.Relations.AnyAsync(
            r => r.Kind == kind && ((r.PersonId == first && r.OtherPersonId == second) || (Mutual.Contains(kind) && r.PersonId == second && r.OtherPersonId == first)), cancel);
        if (isKnown)
            return Done.Result;
        if (!Mutual.Contains(kind) && await db.Relations.AnyAsync(r => r.Kind == kind && r.PersonId == second && r.OtherPersonId == first, cancel))
            return Failure.Of("people.related-both-ways");
        var relation = new Relation { PersonId = first, OtherPersonId = second, Kind = kind };
        db.Relations.Add(relation);
        await db.SaveAsync(audit, Subjects(person.Value, other.Value, relation), cancel);
        return Done.Result;
    }

    public static async Task<Result<Done>> RemoveAsync(VejviserDb db, Reader who, AuditContext audit, Guid personId, Guid relationId, CancellationToken cancel)
    {
        var relation = await db.Relations.SingleOrDefaultAsync(r => r.Id == relationId && (r.PersonId == personId || r.OtherPersonId == personId), cancel);
        if (relation is null)
            return Done.Result;
        var person = await LoadPerson.RunAsync(db, who, audit, relation.PersonId, cancel);
        var other = await LoadPerson.RunAsync(db, who, audit, relation.OtherPersonId, cancel);
        if (!person.IsSuccess || !other.IsSuccess)
            return Failure.Of("people.unknown");
        db.Relations.Remove(relation);
        await db.SaveAsync(audit, Subjects(person.Value, other.Value, relation), cancel);
        return Done.Result;
    }

    private static AuditSubject[] Subjects(Person person, Person other, Relation relation)
    {
        var details = $$"""{"kind":"{{relation.Kind}}"}""";
        return
        [
            new AuditSubject(person.Id, person.HouseholdId, "relation", relation.Id, details),
            new AuditSubject(other.Id, other.HouseholdId, "relation", relation.Id, details),
        ];
    }
}
