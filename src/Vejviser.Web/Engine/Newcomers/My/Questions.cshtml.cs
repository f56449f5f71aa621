using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Newcomers;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>Questions to my contact person, and their answers.</summary>
public sealed class QuestionsModel(AskContact ask) : MyPage
{
    private const int Most = 30;

    public string? Text { get; private set; }

    public IReadOnlyList<PersonQuestion> Asked { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync(string? text)
    {
        var asked = await ask.RunAsync(Me, text ?? "", Words.Language, Audit("newcomers.ask"), Cancel);
        if (asked.IsSuccess)
        {
            Told("sent");
            return LocalRedirect("/my/questions");
        }

        Tell(asked.Failure);
        Text = text;
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync()
    {
        var me = Me.PersonId;
        Asked = await Db.PersonQuestions.AsNoTracking().Where(q => q.PersonId == me).OrderByDescending(q => q.AskedAt).Take(Most).ToListAsync(Cancel);
    }
}
