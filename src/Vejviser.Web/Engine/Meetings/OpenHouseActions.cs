using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Meetings;

/// <summary>What is asked at a practice's open house is written down here.</summary>
public sealed partial class MeetingPageModel
{
    public bool IsOpenHouse => Meeting is { Kind: MeetingKind.OpenHouse, Practice: not null };

    public IReadOnlyList<OpenHouseQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<OpenHousePerson> Askers { get; private set; } = [];

    /// <summary>What was written, where it was refused.</summary>
    public Guid? Asker { get; private set; }

    public string? Asked { get; private set; }

    public string? Said { get; private set; }

    public string NameOf(OpenHouseQuestion question) => Reader.MaySeeAddress(question.IsProtected) ? question.Name ?? "" : question.CaseRef ?? Text["plan.protected"];

    public string NameOf(OpenHousePerson person) => Reader.MaySeeAddress(person.IsProtected) ? person.Name : person.CaseRef ?? Text["plan.protected"];

    public async Task<IActionResult> OnPostLogQuestionAsync(Guid? person, string? question, string? said, [FromServices] LogQuestion log)
    {
        if (!MayEdit)
            return Forbid();
        (Asker, Asked, Said) = (person, question, said);
        return await ToldAsync(await log.RunAsync(new LogQuestionInput(Id, person ?? Guid.Empty, question, said), Reader, Audit("questions.log"), Cancel), _ => Text["meetings.open-house.was-logged"]);
    }

    private async Task ReadOpenHouseAsync()
    {
        Questions = await ReadOpenHouse.QuestionsAsync(Db, Reader, Id, Clock.Now(), Cancel);
        Askers = MayEdit ? await ReadOpenHouse.PeopleAsync(Db, Reader, Meeting.Practice!, Clock.Now(), Cancel) : [];
    }
}
