using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>A unit as a line of the tree.</summary>
/// <param name="Depth">0 for a department at the top.</param>
public sealed record UnitLine(Guid Id, Guid? ParentId, string Name, string? Email, bool IsClosed, int Depth);

/// <summary>The units in the order of the tree: each below its parent, by name.</summary>
public static class UnitTree
{
    public static async Task<IReadOnlyList<UnitLine>> LoadAsync(VejviserDb db, bool withClosed, CancellationToken cancel)
    {
        var units = await db.Units.AsNoTracking().Where(u => withClosed || !u.IsClosed).ToListAsync(cancel);
        return Order(units);
    }

    /// <summary>A unit whose parent is not among them stands at the top.</summary>
    public static IReadOnlyList<UnitLine> Order(IReadOnlyCollection<Unit> units)
    {
        var known = units.Select(u => u.Id).ToHashSet();
        var children = units.ToLookup(u => u.ParentId is { } parent && known.Contains(parent) ? parent : (Guid?)null);
        return [.. Below(null, 0)];

        IEnumerable<UnitLine> Below(Guid? parent, int depth) => children[parent].OrderBy(u => u.Name, StringComparer.CurrentCulture)
            .SelectMany(u => Below(u.Id, depth + 1).Prepend(new UnitLine(u.Id, u.ParentId, u.Name, u.Email, u.IsClosed, depth)));
    }

    /// <summary>The unit and all below it.</summary>
    public static HashSet<Guid> AndBelow(Guid unit, IReadOnlyCollection<Unit> units)
    {
        var children = units.ToLookup(u => u.ParentId, u => u.Id);
        var found = new HashSet<Guid>();
        Add(unit);
        return found;

        void Add(Guid id)
        {
            if (found.Add(id))
                foreach (var child in children[id])
                    Add(child);
        }
    }
}
