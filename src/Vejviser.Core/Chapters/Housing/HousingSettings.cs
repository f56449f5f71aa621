using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Chapters.Housing;

/// <summary>The figures of a practice as the municipality has set them; as the catalogue has them while it is not adopted.</summary>
public static class HousingSettings
{
    public static async Task<PracticeDefinition> OfAsync(VejviserDb db, EffectivePractices practices, string practice, CancellationToken cancel) =>
        await EffectivePractices.NewestAsync(db, practice, cancel) is { } adopted ? await practices.OfAsync(db, adopted.Id, cancel) : practices.Catalogue.Find(practice)!;
}
