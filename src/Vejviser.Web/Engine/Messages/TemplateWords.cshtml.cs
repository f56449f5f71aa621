using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Templates;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Engine.Offers;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Messages;

/// <summary>The words of one kind of message in one language: read, written with all that is wrong told by line, and shown as the receiver sees them.</summary>
public sealed class TemplateWordsModel(MessageTemplates templates, WriteWords write, OutboxWords words, OfferWords practices) : VejviserPage
{
    /// <summary>Characters of one SMS, and of each part of a longer one, in letters every telephone has (GSM 03.38) and in others.</summary>
    private static readonly (int One, int Part) Plain = (160, 153);
    private static readonly (int One, int Part) Other = (70, 67);

    [FromRoute(Name = "template")]
    public string Template { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "practice")]
    public string? PracticeWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "language")]
    public string Language { get; set; } = "da";

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Sms { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OutboxWords Words => words;

    public string Practice => PracticeWord ?? "";

    public string Heading { get; private set; } = "";

    public bool IsOwn { get; private set; }

    public bool IsChecked { get; private set; } = true;

    public string Action => $"/messages/templates/{Template}?practice={Practice}&language={Language}";

    public bool HasSms => templates.Find(Template)!.Channels.Any(c => c is MessageChannel.Sms or MessageChannel.DigitalPost);

    public IEnumerable<(string Token, bool IsSensitive)> Tokens => templates.Find(Template)!.Tokens.Select(t => (t, MessageTokens.IsSensitive(t)));

    public IReadOnlyList<(MessageChannel Channel, string Subject, string Body)> Previews { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
            return NotFound();
        var found = await FindWords.RunAsync(Db, templates, Template, Practice, Language, Cancel);
        (Subject, Body, Sms) = (found.Words.Subject, found.Words.Body, found.Words.Sms);
        IsChecked = found.Words.IsNativeChecked;
        await PreviewAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? preview, [FromForm(Name = "take-back")] string? takeBack)
    {
        if (!Reader.May(Permissions.MessagesTemplates))
            return Forbid();
        if (!await FindAsync())
            return NotFound();
        var written = new MessageWords(Subject ?? "", Body ?? "", Sms ?? "", IsNativeChecked: true);
        var problems = takeBack is not null ? await write.TakeBackAsync(Template, Practice, Language, Audit("messages.take-back-words"), Cancel)
            : preview is not null ? CheckWords.Run(templates, templates.Find(Template), written)
            : await write.RunAsync(new WriteWordsInput(Template, Practice, Language, written.Subject, written.Body, written.Sms, Version), Audit("messages.write-words"), Cancel);
        foreach (var problem in problems)
            ModelState.AddModelError(problem.Values.GetValueOrDefault("field") is string field ? char.ToUpperInvariant(field[0]) + field[1..] : "", Text[problem]);
        if (problems.Count == 0 && preview is null)
        {
            Tell(Text[takeBack is null ? "messages.words-saved" : "messages.words-taken-back"]);
            return LocalRedirect(Action);
        }

        if (problems.Count == 0)
            await PreviewAsync();
        return Page();
    }

    public static int SmsParts(string text)
    {
        var (one, part) = text.All(c => c <= 'ÿ') ? Plain : Other;
        return text.Length <= one ? 1 : (text.Length + part - 1) / part;
    }

    private async Task<bool> FindAsync()
    {
        await practices.LoadAsync(Cancel);
        if (templates.Find(Template) is null || !TemplatesModel.AllLanguages.Contains(Language) || (Practice.Length > 0 && practices.Find(Practice) is null))
            return false;
        var own = await Db.MessageTexts.AsNoTracking().SingleOrDefaultAsync(t => t.Template == Template && t.Practice == Practice && t.Language == Language, Cancel);
        IsOwn = own is not null;
        if (HttpContext.Request.Method == "GET")
            Version = own?.Version ?? 0;
        Heading = $"{words.Template(Template)}, {words.Language(Language)}{(Practice.Length > 0 ? $", {practices.Title(Practice)}" : "")}";
        AddCrumb(Text["messages.title"], "/messages");
        AddCrumb(Text["messages.tab.templates"], "/messages/templates");
        AddCrumb(Heading);
        return true;
    }

    private async Task PreviewAsync()
    {
        var values = MessageTokens.All.ToDictionary(t => t, t => Text[$"messages.sample.{t}"], StringComparer.Ordinal);
        values["municipality"] = await Db.Municipalities.Select(m => m.Name).SingleOrDefaultAsync(Cancel) ?? "";
        Previews = [.. templates.Find(Template)!.Channels.Select(c => (
            c, c == MessageChannel.Sms ? "" : MessageTokens.Fill(Subject ?? "", values), MessageTokens.Fill((c == MessageChannel.Sms ? Sms : Body) ?? "", values)))];
    }
}
