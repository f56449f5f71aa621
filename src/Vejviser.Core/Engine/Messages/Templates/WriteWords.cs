using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Messages.Templates;

/// <param name="Practice">Empty for all practices.</param>
/// <param name="Version">The version the writer had before them; 0 where there was none of the municipality's own.</param>
public sealed record WriteWordsInput(string Template, string Practice, string Language, string Subject, string Body, string Sms, int Version);

/// <summary>
/// Writes the municipality's own words for a template, or goes back to the product's. Nothing is kept that a token, a word or a length is wrong in:
/// all that is wrong is told, with its line. Failures: those of <see cref="CheckWords"/>, <c>messages.changed-meanwhile</c>.
/// </summary>
public sealed class WriteWords(VejviserDb db, MessageTemplates templates)
{
    /// <returns>Empty where it is written.</returns>
    public async Task<IReadOnlyList<Failure>> RunAsync(WriteWordsInput input, AuditContext audit, CancellationToken cancel = default)
    {
        var words = new MessageWords(input.Subject.Trim(), Plain(input.Body), Plain(input.Sms), IsNativeChecked: true);
        if (CheckWords.Run(templates, templates.Find(input.Template), words) is { Count: > 0 } problems)
            return problems;
        if (await db.IsHandledAsync(audit, cancel))
            return [];
        var text = await FindAsync(input.Template, input.Practice, input.Language, cancel);
        if ((text?.Version ?? 0) != input.Version)
            return [Failure.Of("messages.changed-meanwhile")];
        if (text is null)
            db.MessageTexts.Add(text = new MessageText { Template = input.Template, Practice = input.Practice, Language = input.Language, Subject = "", Body = "", Sms = "" });
        (text.Subject, text.Body, text.Sms, text.ChangedAt, text.ChangedBy) = (words.Subject, words.Body, words.Sms, audit.At, audit.Actor ?? Guid.Empty);
        text.Version++;
        return await SaveAsync(input.Template, input.Practice, input.Language, audit, cancel);
    }

    /// <summary>Goes back to the product's words.</summary>
    public async Task<IReadOnlyList<Failure>> TakeBackAsync(string template, string practice, string language, AuditContext audit, CancellationToken cancel = default)
    {
        if (await FindAsync(template, practice, language, cancel) is not { } text)
            return [];
        db.Remove(text);
        return await SaveAsync(template, practice, language, audit, cancel);
    }

    private Task<MessageText?> FindAsync(string template, string practice, string language, CancellationToken cancel) =>
        db.MessageTexts.SingleOrDefaultAsync(t => t.Template == template && t.Practice == practice && t.Language == language, cancel);

    private async Task<IReadOnlyList<Failure>> SaveAsync(string template, string practice, string language, AuditContext audit, CancellationToken cancel)
    {
        var details = AuditDetails.Of(("template", template), ("practice", practice), ("language", language));
        return await db.SaveAsync(audit, new AuditSubject(Entity: "message-text", Details: details), cancel) == SaveOutcome.Conflict ? [Failure.Of("messages.changed-meanwhile")] : [];
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
