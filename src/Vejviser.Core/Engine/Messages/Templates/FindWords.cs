using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Messages.Templates;

/// <summary>The words in force, and where they come from.</summary>
/// <param name="IsOwn">True where the municipality has written them.</param>
/// <param name="Version">The own text's version; 0 where there is none.</param>
public sealed record FoundWords(MessageWords Words, string Practice, string Language, bool IsOwn, int Version);

/// <summary>
/// Which words a message gets: those of its practice before those of all, the municipality's before the product's, the receiver's language before English before Danish.
/// </summary>
public static class FindWords
{
    /// <exception cref="InvalidOperationException">The template has no words at all.</exception>
    public static async Task<FoundWords> RunAsync(VejviserDb db, MessageTemplates templates, string template, string practice, string language, CancellationToken cancel)
    {
        var own = await db.MessageTexts.AsNoTracking().Where(t => t.Template == template && (t.Practice == practice || t.Practice == "")).ToListAsync(cancel);
        foreach (var tongue in new[] { language, "en", "da" }.Distinct(StringComparer.Ordinal))
        {
            foreach (var place in new[] { practice, "" }.Distinct(StringComparer.Ordinal))
            {
                if (own.Find(t => t.Practice == place && t.Language == tongue) is { } text)
                    return new FoundWords(new MessageWords(text.Subject, text.Body, text.Sms, IsNativeChecked: true), place, tongue, IsOwn: true, text.Version);
                if (templates.Words(template, place, tongue) is { } words)
                    return new FoundWords(words, place, tongue, IsOwn: false, 0);
            }
        }

        throw new InvalidOperationException($"The template {template} has no words.");
    }
}
