using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>
/// The practices of one municipality: the catalogue's and its own, and what each published version says. Versions and own practices never
/// change once they are written, so each is worked out once.
/// </summary>
public sealed class EffectivePractices(PracticeCatalogue catalogue)
{
    private const string NewestOwnSql = "SELECT p.id FROM own_practice p WHERE NOT EXISTS (SELECT 1 FROM own_practice q WHERE q.practice = p.practice AND q.version > p.version) ORDER BY p.practice";

    private readonly ConcurrentDictionary<Guid, PracticeDefinition> byVersion = new();
    private readonly ConcurrentDictionary<Guid, PracticeDefinition> own = new();

    public PracticeCatalogue Catalogue { get; } = catalogue;

    /// <summary>The newest definition of each practice, the catalogue's first and then the municipality's own; without its differences.</summary>
    public async Task<IReadOnlyList<PracticeDefinition>> AllAsync(VejviserDb db, CancellationToken cancel) =>
        await OwnAsync(db, cancel) is { Count: > 0 } written ? [.. Catalogue.Practices, .. written] : Catalogue.Practices;

    /// <summary>The newest definition of each practice that the municipality has written or taken in itself. Only what no one has asked for before is read.</summary>
    public async Task<IReadOnlyList<PracticeDefinition>> OwnAsync(VejviserDb db, CancellationToken cancel)
    {
        var newest = await db.OwnPractices.Where(p => !db.OwnPractices.Any(q => q.Practice == p.Practice && q.Version > p.Version)).OrderBy(p => p.Practice).Select(p => p.Id).ToListAsync(cancel);
        return await OwnAsync(db, newest, cancel);
    }

    /// <summary>Which those are, to be asked together with what else a page asks; see <see cref="OwnAsync(VejviserDb, IReadOnlyList{Guid}, CancellationToken)"/>.</summary>
    public static PreparedQuestion<IReadOnlyList<Guid>> NewestOwn() => new(NewestOwnSql, [], ReadIdsAsync);

    /// <inheritdoc cref="OwnAsync(VejviserDb, CancellationToken)"/>
    /// <param name="newest">As <see cref="NewestOwn"/> answers.</param>
    public async Task<IReadOnlyList<PracticeDefinition>> OwnAsync(VejviserDb db, IReadOnlyList<Guid> newest, CancellationToken cancel)
    {
        var unread = newest.Where(id => !own.ContainsKey(id)).ToList();
        if (unread.Count > 0)
            foreach (var practice in await db.OwnPractices.AsNoTracking().Where(p => unread.Contains(p.Id)).ToListAsync(cancel))
                Read(practice);
        return [.. newest.Select(id => own[id])];
    }

    /// <summary>The newest definition of a practice without the municipality's differences, or null where there is none.</summary>
    public async Task<PracticeDefinition?> FindAsync(VejviserDb db, string id, CancellationToken cancel) =>
        Catalogue.Find(id) ?? await OwnAsync(db.OwnPractices.Where(p => p.Practice == id), cancel);

    /// <summary>The definition as it was in a version of its own, or null where there is none.</summary>
    public async Task<PracticeDefinition?> FindAsync(VejviserDb db, string id, int version, CancellationToken cancel) =>
        Catalogue.Find(id, version) ?? await OwnAsync(db.OwnPractices.Where(p => p.Practice == id && p.Version == version), cancel);

    /// <summary>The definition with the municipality's differences.</summary>
    /// <exception cref="InvalidOperationException">The definition this version was made from is gone.</exception>
    public async Task<PracticeDefinition> OfAsync(VejviserDb db, PracticeVersion version, CancellationToken cancel)
    {
        if (byVersion.TryGetValue(version.Id, out var known))
            return known;
        var changes = PracticeChanges.FromJson(version.Changes);
        var definition = await FindAsync(db, version.Practice, changes.CatalogueVersion, cancel)
            ?? throw new InvalidOperationException($"{version.Practice}.v{changes.CatalogueVersion}.yaml is missing from the catalogue, and running plans follow it.");
        return byVersion.GetOrAdd(version.Id, definition.With(changes));
    }

    public async Task<PracticeDefinition> OfAsync(VejviserDb db, Guid versionId, CancellationToken cancel) =>
        byVersion.TryGetValue(versionId, out var known)
            ? known
            : await OfAsync(db, await db.PracticeVersions.AsNoTracking().SingleAsync(v => v.Id == versionId, cancel), cancel);

    /// <summary>What new plans follow: the newest published version of each practice that is adopted, by practice.</summary>
    public async Task<IReadOnlyDictionary<string, PracticeDefinition>> AdoptedAsync(VejviserDb db, CancellationToken cancel)
    {
        var newest = await db.PracticeVersions.Where(v => !db.PracticeVersions.Any(w => w.Practice == v.Practice && w.Number > v.Number)).Select(v => new { v.Practice, v.Id }).ToListAsync(cancel);
        var adopted = new Dictionary<string, PracticeDefinition>(StringComparer.Ordinal);
        foreach (var version in newest)
            adopted[version.Practice] = await OfAsync(db, version.Id, cancel);
        return adopted;
    }

    /// <summary>The definition as the municipality has set it; without its differences while the practice is not adopted; null where there is no such practice.</summary>
    public async Task<PracticeDefinition?> InUseAsync(VejviserDb db, string practice, CancellationToken cancel) =>
        await Versions(db, practice).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancel) is { } adopted ? await OfAsync(db, adopted, cancel) : await FindAsync(db, practice, cancel);

    /// <summary>The version new plans follow; null while the practice is not adopted.</summary>
    public static Task<PracticeVersion?> NewestAsync(VejviserDb db, string practice, CancellationToken cancel) =>
        Versions(db, practice).AsNoTracking().FirstOrDefaultAsync(cancel);

    private static async Task<IReadOnlyList<Guid>> ReadIdsAsync(DbDataReader rows, CancellationToken cancel)
    {
        var ids = new List<Guid>();
        while (await rows.ReadAsync(cancel))
            ids.Add(rows.GetGuid(0));
        return ids;
    }

    private static IQueryable<PracticeVersion> Versions(VejviserDb db, string practice) => db.PracticeVersions.Where(v => v.Practice == practice).OrderByDescending(v => v.Number);

    private async Task<PracticeDefinition?> OwnAsync(IQueryable<OwnPractice> practices, CancellationToken cancel) =>
        await practices.AsNoTracking().OrderByDescending(p => p.Version).FirstOrDefaultAsync(cancel) is { } practice ? Read(practice) : null;

    private PracticeDefinition Read(OwnPractice practice) => own.GetOrAdd(practice.Id, _ => Catalogue.ReadBeside(OwnFiles(practice)).Catalogue.Practices.Single());

    /// <summary>The files of a municipality's own practice, named as the catalogue's would be.</summary>
    public static IReadOnlyList<CatalogueFile> OwnFiles(OwnPractice practice)
    {
        var folder = PracticeFiles.FolderOf(practice.Structure);
        return
        [
            new($"{folder}/{practice.Practice}.yaml", practice.Structure),
            .. JsonSerializer.Deserialize<Dictionary<string, string>>(practice.Texts)!.Select(t => new CatalogueFile($"{folder}/{practice.Practice}.{t.Key}.yaml", t.Value)),
        ];
    }
}
