using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages.Templates;
using Vejviser.Web.Engine.Offers;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Messages;

/// <summary>All kinds of messages, with the languages and practices there are words for.</summary>
public sealed class TemplatesModel(MessageTemplates templates, OutboxWords words, OfferWords practices) : VejviserPage
{
    private HashSet<(string Template, string Practice, string Language)> own = [];

    public IReadOnlyList<MessageTemplate> Templates => templates.All;

    public OutboxWords Words => words;

    public IEnumerable<(string Id, string Title)> Practices => practices.Practices;

    public static IReadOnlyList<string> AllLanguages { get; } = ["da", "en", "ar", "ti", "fa", "so", "uk"];

    public IReadOnlyList<string> Languages => AllLanguages;

    public async Task OnGetAsync()
    {
        await practices.LoadAsync(Cancel);
        own = [.. (await Db.MessageTexts.AsNoTracking().Select(t => new { t.Template, t.Practice, t.Language }).ToListAsync(Cancel)).Select(t => (t.Template, t.Practice, t.Language))];
        AddCrumb(Text["messages.title"], "/messages");
        AddCrumb(Text["messages.tab.templates"]);
    }

    public string Title(string practice) => practices.Title(practice);

    public IEnumerable<(string Practice, string Language, bool IsOwn)> Places(string template) => templates.Keys.Where(k => k.Template == template).Union(own.Where(k => k.Template == template))
        .OrderBy(k => k.Practice, StringComparer.Ordinal).ThenBy(k => AllLanguages.ToList().IndexOf(k.Language)).Select(k => (k.Practice, k.Language, own.Contains(k)));
}
