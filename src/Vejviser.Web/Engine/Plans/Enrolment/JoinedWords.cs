using Vejviser.Core.Engine.Plans.Enrolment;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>What somebody's coming to a household changed elsewhere, after what was done.</summary>
internal static class JoinedWords
{
    public static async Task<string> JoinedAsync(this TaskWords words, string done, Joined joined, CancellationToken cancel)
    {
        await words.LoadAsync(joined.Effects.Select(e => e.VersionId), cancel);
        return string.Join(' ', joined.Effects.Select(e => words.Definition(e.VersionId)!.TextsIn(words.Language)).Zip(joined.Effects, (texts, e) => $"{texts.Title}: {texts.Effects[e.Effect]}").Distinct().Prepend(done));
    }
}
