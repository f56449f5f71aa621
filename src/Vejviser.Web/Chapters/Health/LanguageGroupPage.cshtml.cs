using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>A group that was formed: its steps, done once for all of it. Its people, meetings and attendance are on the course's page.</summary>
public sealed class LanguageGroupPageModel(EffectivePractices practices, LanguageGroupWords words, GroupSteps steps) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public LanguageGroupWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HealthEdit);

    public GroupCourse Group { get; private set; } = null!;

    public FormedLine Line { get; private set; } = null!;

    public IReadOnlyList<GroupStep> Steps { get; private set; } = [];

    public PracticeTexts Texts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostFinishAsync(string step, string? note)
    {
        if (!MayEdit)
            return Forbid();
        var done = await steps.FinishAsync(Id, step, note, Reader, Audit("groups.finish-step"), Cancel);
        if (done.IsSuccess)
        {
            Tell(Text["groups.finished-told"]);
            return LocalRedirect($"/language-groups/{Id}");
        }

        TellFailure(done.Failure);
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if (await Db.GroupCourses.AsNoTracking().SingleOrDefaultAsync(g => g.CourseId == Id, Cancel) is not { } group)
            return false;
        Group = group;
        Line = (await ReadGroups.FormedAsync(Db, Cancel)).First(l => l.CourseId == Id);
        Steps = await steps.ReadAsync(Id, Cancel);
        Texts = (await practices.InUseAsync(Db, GroupPolicy.Practice, Cancel))!.TextsIn(Text.Language);
        AddCrumb(Text["groups.title"], "/language-groups");
        AddCrumb(Line.Title);
        return true;
    }
}
