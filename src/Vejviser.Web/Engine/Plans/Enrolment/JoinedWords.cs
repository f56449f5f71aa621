using Vejviser.Core.Engine.Plans.Enrolment;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>What somebody's coming to a household changed elsewhere, after what was done.</summary>
internal static class JoinedWords
{
    public static async Task<string> JoinedAsync(this TaskWords words, string done, Joined joined, DateOnly today, CancellationToken cancel)
    {
        await words.LoadAsync(joined.Effects.Select(e => e.VersionId), cancel);
        return string.Join(' ', joined.Effects.Select(e => $"{words.Definition(e.VersionId)!.TextsIn(words.Language).Title}: {words.Effect(e.VersionId, e.Effect, today)}").Distinct().Prepend(done));
    }
}
