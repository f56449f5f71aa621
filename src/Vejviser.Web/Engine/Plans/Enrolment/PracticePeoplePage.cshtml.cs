using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>The people of a practice: who is in it, who waits and rests, and how the others left.</summary>
public sealed class PracticePeoplePageModel(EffectivePractices practices, TaskWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute(Name = "practice")]
    public string Practice { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "")]
    public PracticePeopleQuery Query { get; set; } = new();

    public PracticePeoplePage List { get; private set; } = null!;

    /// <summary>The practice as new plans follow it.</summary>
    public PracticeDefinition Definition { get; private set; } = null!;

    public PracticeTexts Texts => Definition.TextsIn(Text.Language);

    public string? Lead { get; private set; }

    public bool HasNext => Query.PageNumber * Query.ToFilter(Practice).PageSize < List.Total;

    public Guid Me => Reader.AccountId;

    public string Path => $"/practices/{Practice}/people";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await practices.InUseAsync(Db, Practice, Cancel) is not { } definition)
            return NotFound();
        Definition = definition;
        List = await PracticePeople.ReadAsync(Db, Reader, Query.ToFilter(Practice), Clock.Now(), Cancel);
        await words.LoadAsync(List.Rows.Select(r => r.VersionId).Distinct(), Cancel);
        Lead = (await RoleFillers.ReadAsync(Db, Cancel)).Find(Practice, definition.Lead)?.Names;
        await reads.ListAsync(Reader.AccountId, "practice-people.read", Noted(List, Query.Codes(Practice)), Cancel);
        AddCrumb(Text["nav.practices"], "/practices");
        AddCrumb(Texts.Title, $"/practices/{Practice}");
        AddCrumb(Text["practice-people.title"]);
        return Page();
    }

    /// <summary>The name, or the household's reference where it is protected from this reader.</summary>
    public string NameOf(PracticePerson row) => NameOf(row, Reader, Text);

    public string WayOut(PracticePerson row) => WayOut(row, words, Text);

    internal static ListRead Noted(PracticePeoplePage list, string codes) =>
        new([.. list.Rows.Select(r => r.HouseholdId).Distinct()], [.. list.Rows.Select(r => r.PersonId).OfType<Guid>()], codes);

    internal static string NameOf(PracticePerson row, Reader reader, PageTexts text) => reader.MaySeeAddress(row.IsProtected) ? row.Name : row.Reference ?? text["plan.protected"];

    /// <summary>How somebody left: the reason, or where they went on to.</summary>
    internal static string WayOut(PracticePerson row, TaskWords words, PageTexts text) => string.Join(" · ", new[]
    {
        text.State(row.State), row.EndReason is { } reason ? words.Definition(row.VersionId)?.TextsIn(words.Language).Ending.GetValueOrDefault(reason, reason) : null,
        row.MovedOnTo is { } next ? words.PracticeTitle(next) : null,
    }.OfType<string>());
}
