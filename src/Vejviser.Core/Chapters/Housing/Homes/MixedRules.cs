using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Homes;

/// <summary>The figures of the practice <c>integration-supporting-homes</c> as the municipality has set them.</summary>
/// <param name="StudentParts">Parts of the homes that students live in: 2 of 2 + 1.</param>
/// <param name="RentMost">With use, kroner a month.</param>
/// <param name="AnswerWorkdays">Within which a problem is answered.</param>
public sealed record MixedRules(int StudentParts, int RefugeeParts, int RentMost, int AnswerWorkdays)
{
    public const string Practice = "integration-supporting-homes";

    public static async Task<MixedRules> LoadAsync(VejviserDb db, EffectivePractices practices, CancellationToken cancel)
    {
        var definition = (await practices.InUseAsync(db, Practice, cancel))!;
        return new MixedRules(definition.LimitOf("student-parts"), definition.LimitOf("refugee-parts"), definition.LimitOf("rent-most-with-use"), definition.LimitOf("problem-answer-workdays"));
    }

    /// <summary>A home over the ceiling cannot join such an estate: <c>housing.over-rent-ceiling</c>.</summary>
    internal static async Task<Failure?> OverCeilingAsync(VejviserDb db, EffectivePractices practices, Estate estate, int rentWithUse, CancellationToken cancel)
    {
        if (!estate.IsIntegrationSupporting)
            return null;
        var most = (await LoadAsync(db, practices, cancel)).RentMost;
        return rentWithUse > most ? Failure.Of("housing.over-rent-ceiling", ("rent", rentWithUse), ("most", most)) : null;
    }
}
