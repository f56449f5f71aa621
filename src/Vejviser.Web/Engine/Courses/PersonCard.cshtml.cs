using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Courses.Cards;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>A person's progression and qualification card: what their courses added by themselves, the words they know, what they are good at and can do; on paper as well.</summary>
public sealed class PersonCardModel(CourseWords words, TaskWords practices, SaveCard save, ReadAudit reads) : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public Person Person { get; private set; } = null!;

    public CardView View { get; private set; } = null!;

    public ProgressCard? Card => View.Card;

    public bool MayEdit => Reader.May(Permissions.CoursesAttend);

    /// <summary>The reader may see the person, and does not only teach them.</summary>
    public bool IsInSight { get; private set; }

    /// <summary>What was sent and not taken stays in the form.</summary>
    public SaveCardInput Form { get; private set; } = null!;

    public string Name => Reader.MaySeeAddress(Person) ? $"{Person.GivenName} {Person.FamilyName}".Trim() : Person.CaseRef ?? Text["plan.protected"];

    public string What(CardSessions sessions) => sessions.IsModule
        ? words.Module(sessions.Course.PracticeVersionId, sessions.Course.Strand, sessions.What)
        : words.Kind(sessions.Course.PracticeVersionId, sessions.Course.Strand, sessions.What);

    public string Practice(string practice) => practices.PracticeTitle(practice);

    public string? IndustryName => View.Industries.FirstOrDefault(i => i.Id == Card?.IndustryId)?.Name;

    public static string Field(IndustryWord word) => $"w-{word.Id}";

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(null);

    public async Task<IActionResult> OnPostAsync(Guid[] words, Guid? industry, string? strengths, string? skills, bool closed, int? version)
    {
        if (!MayEdit)
            return Forbid();
        var input = new SaveCardInput(Id, words, industry, strengths, skills, closed, version);
        var saved = await save.RunAsync(input, Reader, Audit("cards.save"), Cancel);
        if (saved.IsSuccess)
        {
            Tell(Text["cards.saved"]);
            return LocalRedirect($"/people/{Id}/card");
        }

        TellFailure(saved.Failure);
        return await ShowAsync(input);
    }

    private async Task<IActionResult> ShowAsync(SaveCardInput? sent)
    {
        Db.ChangeTracker.Clear();
        if (!await SaveCard.MayReadAsync(Db, Reader, Id, Clock.Now(), Cancel))
            return (await FindPersonAsync(Id)).IsHere(out _, out var otherwise) ? NotFound() : otherwise;
        IsInSight = await Db.People.VisibleTo(Db, Reader, Clock.Now()).AnyAsync(p => p.Id == Id, Cancel);
        Person = await Db.People.AsNoTracking().SingleAsync(p => p.Id == Id, Cancel);
        View = await ReadCard.RunAsync(Db, Id, Cancel);
        Form = sent ?? new SaveCardInput(Id, View.Known.ToList(), Card?.IndustryId, Card?.Strengths, Card?.Skills, Card?.ClosedOn is not null, Card?.Version ?? 0);
        await words.LoadAsync(View.Sessions.Select(s => s.Course.PracticeVersionId), Cancel);
        await practices.LoadAsync([], Cancel);
        await reads.PersonAsync(Reader.AccountId, "cards.read", Id, Person.HouseholdId, Cancel);
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(Name, $"/people/{Id}");
        AddCrumb(Text["cards.title"]);
        return Page();
    }
}
