using System.Text.Json;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Messages;

/// <summary>Messages in the reader's words.</summary>
public sealed class OutboxWords(PageTexts text, LanguageNames languages)
{
    public string Channel(MessageChannel channel) => text[$"messages.channel.{Kebab(channel.ToString())}"];

    public string State(MessageState state) => text[$"messages.state.{Kebab(state.ToString())}"];

    public string Template(string template) => text[$"messages.template.{template}.title"];

    /// <summary>Why it did not go; a code nobody has words for is shown as it is.</summary>
    public string Error(string? code)
    {
        var key = $"messages.error.{(code?.StartsWith("smtp-5", StringComparison.Ordinal) == true ? "smtp-refused" : code?.StartsWith("smtp-4", StringComparison.Ordinal) == true ? "smtp-later" : code)}";
        return code is null ? "" : text[key] is var said && said != key ? said : code;
    }

    public string Language(string code) => languages.Name(code, text.Language);

    public string Receiver(MessageLine line, Reader reader) =>
        line.Receiver is null ? text["messages.to-unit"] : reader.MaySeeAddress(line.IsProtected) ? line.Receiver : text["plan.protected"];

    public static bool IsRightToLeft(string language) => Core.Engine.Newcomers.NewcomerTexts.IsRightToLeft(language);

    internal static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
