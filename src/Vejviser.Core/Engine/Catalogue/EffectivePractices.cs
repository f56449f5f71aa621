using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>What a published version says: the catalogue's definition with the municipality's differences. A version never changes, so it is worked out once.</summary>
public sealed class EffectivePractices(PracticeCatalogue catalogue)
{
    private readonly ConcurrentDictionary<Guid, PracticeDefinition> byVersion = new();

    public PracticeCatalogue Catalogue { get; } = catalogue;

    /// <exception cref="InvalidOperationException">The catalogue no longer holds the definition this version was made from.</exception>
    public PracticeDefinition Of(PracticeVersion version) => byVersion.GetOrAdd(version.Id, _ =>
    {
        var changes = PracticeChanges.FromJson(version.Changes);
        var definition = Catalogue.Find(version.Practice, changes.CatalogueVersion)
            ?? throw new InvalidOperationException($"{version.Practice}.v{changes.CatalogueVersion}.yaml is missing from the catalogue, and running plans follow it.");
        return definition.With(changes);
    });

    public async Task<PracticeDefinition> OfAsync(VejviserDb db, Guid versionId, CancellationToken cancel) =>
        byVersion.TryGetValue(versionId, out var known)
            ? known
            : Of(await db.PracticeVersions.AsNoTracking().SingleAsync(v => v.Id == versionId, cancel));

    /// <summary>The version new plans follow; null while the practice is not adopted.</summary>
    public static Task<PracticeVersion?> NewestAsync(VejviserDb db, string practice, CancellationToken cancel) =>
        db.PracticeVersions.AsNoTracking().Where(v => v.Practice == practice).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
}
