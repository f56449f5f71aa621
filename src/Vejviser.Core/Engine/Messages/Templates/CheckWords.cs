using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Messages.Templates;

/// <summary>
/// What is wrong with a template's words, each with the field and the line it stands on. Failures: <c>messages.unknown-token</c>, <c>messages.sensitive-token</c>,
/// <c>messages.sensitive-word</c>, <c>messages.empty</c>, <c>messages.subject-lines</c>, <c>messages.too-long</c>.
/// </summary>
public static class CheckWords
{
    /// <summary>Three parts of an SMS in an alphabet of its own.</summary>
    public const int MostSms = 201;

    /// <summary>As Digital Post's label, and more than a telephone shows.</summary>
    public const int MostSubject = 120;

    public const int MostBody = 10_000;

    private static readonly char[] Blanks = [' ', '\n', '\r', '\t', '-', ',', '.', ':', ';', '!', '?', '(', ')'];

    public static IReadOnlyList<Failure> Run(MessageTemplates templates, MessageTemplate? template, MessageWords words)
    {
        if (template is null)
            return [Failure.Of("messages.unknown-template")];
        List<Failure> problems = [];
        Check("subject", words.Subject, MostSubject, isShown: true);
        Check("body", words.Body, MostBody, isShown: false);
        if (template.Channels.Any(c => c is MessageChannel.Sms or MessageChannel.DigitalPost))
            Check("sms", words.Sms, MostSms, isShown: true);
        if (words.Subject.Contains('\n', StringComparison.Ordinal))
            problems.Add(Failure.Of("messages.subject-lines"));
        return problems;

        void Check(string field, string text, int most, bool isShown)
        {
            if (string.IsNullOrWhiteSpace(text))
                problems.Add(Failure.Of("messages.empty", ("field", field)));
            if (text.Length > most)
                problems.Add(Failure.Of("messages.too-long", ("field", field), ("most", most)));
            foreach (var (token, line) in MessageTokens.In(text))
            {
                if (!template.Tokens.Contains(token) || !MessageTokens.Exists(token))
                    problems.Add(Failure.Of("messages.unknown-token", ("field", field), ("line", line), ("token", token)));
                else if (isShown && MessageTokens.IsSensitive(token))
                    problems.Add(Failure.Of("messages.sensitive-token", ("field", field), ("line", line), ("token", token)));
            }

            if (isShown)
                problems.AddRange(SensitiveWords(text).Select(w => Failure.Of("messages.sensitive-word", ("field", field), ("line", w.Line), ("word", w.Word))));
        }

        IEnumerable<(string Word, int Line)> SensitiveWords(string text) =>
            from line in text.Split('\n').Index()
            from word in line.Item.Split(Blanks, StringSplitOptions.RemoveEmptyEntries)
            where templates.SensitiveWords.Any(s => word.StartsWith(s, StringComparison.OrdinalIgnoreCase))
            select (word, line.Index + 1);
    }
}
