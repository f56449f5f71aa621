using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>Questions to my contact person, and their answers.</summary>
public sealed class QuestionsModel(AskContact ask) : MyPage
{
    private const int Most = 30;

    public string? Text { get; private set; }

    public IReadOnlyList<PersonQuestion> Asked { get; private set; } = [];

    /// <summary>The next time one may come and ask without an appointment, by a practice one is in.</summary>
    public Meeting? OpenHouse { get; private set; }

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
        var (me, home) = (Me.PersonId, Me.HouseholdId);
        var now = Clock.GetUtcNow().UtcDateTime;
        OpenHouse = await Db.Meetings.AsNoTracking().Where(m => m.Kind == MeetingKind.OpenHouse && m.State == MeetingState.Planned && m.EndsAt > now
            && Db.Plans.Any(p => p.Practice == m.Practice && p.State == PlanState.Running && (p.PersonId == me || (p.PersonId == null && p.HouseholdId == home)))).OrderBy(m => m.StartsAt).FirstOrDefaultAsync(Cancel);
        Asked = await Db.PersonQuestions.AsNoTracking().Where(q => q.PersonId == me).OrderByDescending(q => q.AskedAt).Take(Most).ToListAsync(Cancel);
    }
}
