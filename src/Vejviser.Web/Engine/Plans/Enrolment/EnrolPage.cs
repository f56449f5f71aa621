using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Offers;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>
/// Enrolling a person or a household: first the adopted practices and how each fits, then the one chosen with its dates. What the person's
/// and the household's page share.
/// </summary>
public abstract class EnrolPage(EffectivePractices practices, OfferWords words, PlanLaw law, ReadAudit reads) : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The practice chosen; none while one is to be chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "practice")]
    public string? Practice { get; set; }

    [BindProperty]
    public EnrolForm Form { get; set; } = new();

    public IReadOnlyList<EnrolChoice> Choices { get; private set; } = [];

    public EnrolChoice? Chosen => Choices.FirstOrDefault(c => c.Definition.Id == Practice);

    /// <summary>Practices that may have led here: those of the same people, ended ones too.</summary>
    public IReadOnlyList<(Guid Plan, string Title)> Plans { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Partners { get; private set; } = [];

    /// <summary>The household's people, to enrol one of them; none where the page is about a person.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Members { get; private set; } = [];

    public abstract string Path { get; }

    /// <summary>Where consents are given.</summary>
    public abstract string ConsentsPath { get; }

    public abstract string Who { get; }

    protected abstract Guid HouseholdId { get; }

    protected abstract Guid? PersonId { get; }

    /// <summary>Finds who it is about; what to answer instead where they are not to be seen.</summary>
    protected abstract Task<IActionResult?> FindAsync();

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is { } otherwise)
            return otherwise;
        ModelState.Clear();
        if (await ShowAsync() is { } unknown)
            return unknown;
        foreach (var date in Chosen is { } chosen ? PlanDates.Of(chosen.Definition).Where(a => a.Or is null) : [])
            Form.Dates[date.Id] = Today;
        await reads.RecordAsync(Reader.AccountId, "enrolment.read", [new AuditSubject(PersonId, HouseholdId, PersonId is null ? "household" : "person", PersonId ?? HouseholdId)], Cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] EnrolInPractice enrol)
    {
        if (await FindAsync() is { } otherwise)
            return otherwise;
        if (await ShowAsync() is { } unknown)
            return unknown;
        if (Chosen is not { } chosen)
            return NotFound();
        if (Unreadable.Tell(this))
            return Page();
        var (source, from) = Form.From;
        var input = new EnrolInput(chosen.Definition.Id, HouseholdId, PersonId, source, IsKnown(source, from) ? from : null, Form.Despite.OrNull())
        {
            Dates = PlanDates.Of(chosen.Definition).Where(a => Form.Dates.GetValueOrDefault(a.Id) is not null).ToDictionary(a => a.Id, a => Form.Dates[a.Id]!.Value),
        };
        var enrolled = await enrol.RunAsync(input, Audit("plans.enrol"), Cancel);
        if (!enrolled.IsSuccess)
        {
            ModelState.AddModelError("", words.Say(enrolled.Failure, chosen.Definition, Text));
            return Page();
        }

        Tell(string.Join(' ', Told(chosen, enrolled.Value.IsWaiting)));
        return LocalRedirect($"/plans/{enrolled.Value.PlanId}");
    }

    /// <summary>Why a practice does not fit, or what to ask first: a sentence a condition.</summary>
    public IEnumerable<string> Why(EnrolChoice choice, Truth truth) => words.Why(choice.Definition, choice.Verdict, truth);

    /// <summary>A practice's words with the law's names and its own figures filled in.</summary>
    public string Fill(string text, PracticeDefinition practice) => PracticeTexts.Fill(text, practice, name => law.NameOn(name, Today, Text.Language));

    public string AnchorName(string anchor) => Text.AnchorOf(Chosen!.Definition, anchor);

    private bool IsKnown(PlanSource source, Guid? id) => source switch
    {
        PlanSource.Practice => Plans.Any(p => p.Plan == id),
        PlanSource.Partner => Partners.Any(p => p.Id == id),
        _ => false,
    };

    private IEnumerable<string> Told(EnrolChoice chosen, bool isWaiting)
    {
        yield return isWaiting
            ? Text["enrol.waits", ("title", chosen.Definition.TextsIn(Text.Language).Title)]
            : Text["enrol.done", ("title", chosen.Definition.TextsIn(Text.Language).Title)];
        if (isWaiting)
            yield break;
        foreach (var effect in chosen.Definition.Effects.Where(e => e.On == EffectOn.Started))
            yield return Fill(chosen.Definition.TextsIn(Text.Language).Effects[effect.Id], chosen.Definition);
    }

    /// <returns>Not found where the practice that is asked for is none of those.</returns>
    private async Task<IActionResult?> ShowAsync()
    {
        await words.LoadAsync(Cancel);
        Choices = await ReadEnrolChoices.RunAsync(Db, practices, HouseholdId, PersonId, Today, Cancel);
        if (Practice is not null && Chosen is null)
            return NotFound();
        if (Practice is null)
        {
            Members = PersonId is not null ? [] : [.. (await Db.People.AsNoTracking().Where(p => p.HouseholdId == HouseholdId && p.MergedIntoId == null).OrderBy(p => p.Role).ThenBy(p => p.BirthYear)
                .Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName }).ToListAsync(Cancel)).Select(p => (p.Id, p.Name))];
            return null;
        }

        var plans = await Db.Plans.AsNoTracking().Where(p => p.HouseholdId == HouseholdId && p.Practice != Practice && (p.PersonId == null || p.PersonId == PersonId))
            .OrderByDescending(p => p.StartedAt).Select(p => new { p.Id, p.Practice }).ToListAsync(Cancel);
        Plans = [.. plans.Select(p => (p.Id, words.Title(p.Practice)))];
        Partners = [.. (await Db.PartnerOrganisations.AsNoTracking().Where(p => !p.IsClosed).OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(Cancel)).Select(p => (p.Id, p.Name))];
        return null;
    }
}
