using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Courses.Cards;

/// <summary>The figures of the practice <c>fast-track</c> as the municipality has set them.</summary>
/// <param name="Industries">Most industries that are met.</param>
/// <param name="WordsLeast">Fewest words of an industry's list.</param>
/// <param name="WordsMost">Most words of it.</param>
public sealed record CardRules(int Industries, int WordsLeast, int WordsMost)
{
    public const string Practice = "fast-track";

    public static async Task<CardRules> LoadAsync(VejviserDb db, EffectivePractices practices, CancellationToken cancel)
    {
        var definition = (await practices.InUseAsync(db, Practice, cancel))!;
        return new CardRules(definition.LimitOf("industries"), definition.LimitOf("words-least"), definition.LimitOf("words-most"));
    }
}
