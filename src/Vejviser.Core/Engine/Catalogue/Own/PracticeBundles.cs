using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Catalogue.Own;

/// <summary>What a municipality can hand on.</summary>
public static class PracticeBundles
{
    /// <summary>Its own practice, or what it changed in one of the catalogue's; null where it has neither written nor adopted it.</summary>
    public static async Task<PracticeBundle?> FindAsync(VejviserDb db, EffectivePractices practices, string practice, CancellationToken cancel = default)
    {
        if (practices.Catalogue.Find(practice) is null)
            return await WriteOwnPractice.NewestAsync(db, practice, cancel) is { } own ? PracticeBundle.Of(own) : null;
        return await EffectivePractices.NewestAsync(db, practice, cancel) is { } version
            ? PracticeBundle.Of(await practices.OfAsync(db, version, cancel), PracticeChanges.FromJson(version.Changes))
            : null;
    }
}
