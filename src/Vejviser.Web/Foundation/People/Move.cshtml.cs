using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Engine.Plans.Enrolment;

namespace Vejviser.Web.Foundation.People;

/// <summary>Moves a person to another household, by its reference, or to one of their own.</summary>
public sealed class MoveModel : PersonPage
{
    [BindProperty]
    public bool IsOwn { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public HouseholdRole Role { get; set; } = HouseholdRole.Other;

    /// <summary>Households the person has relations in: offered first.</summary>
    public IReadOnlyList<RelatedPerson> Relations { get; private set; } = [];

    [BindProperty]
    public Guid? HouseholdId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await OpenAsync(Text["people.move.title"], "people.data.read") is { } otherwise)
            return otherwise;
        await ListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] JoinHousehold join, [FromServices] TaskWords words)
    {
        if (await OpenAsync(Text["people.move.title"], read: null) is { } otherwise)
            return otherwise;
        var reference = Reference?.Trim().ToUpperInvariant();
        var to = HouseholdId ?? await Db.Households.VisibleTo(Db, Reader, Clock.Now()).Where(h => h.Reference == reference && reference != null)
            .Select(h => (Guid?)h.Id).SingleOrDefaultAsync(Cancel);
        var moved = to is null && !IsOwn
            ? (Result<Joined>)Failure.Of("people.household-unknown")
            : await join.MoveAsync(Reader, Audit("people.move"), new PersonMove(Id, IsOwn ? null : to, IsOwn ? HouseholdRole.Head : Role), Cancel);
        if (moved.IsSuccess)
        {
            Tell(await words.JoinedAsync(Text["people.move.done"], moved.Value, Today, Cancel));
            return LocalRedirect($"/households/{moved.Value.HouseholdId}");
        }

        TellFailure(moved.Failure);
        await ListAsync();
        return Page();
    }

    private async Task ListAsync() => Relations =
        [.. (await RelatePeople.ListAsync(Db, Reader, Clock.Now(), Id, Cancel)).Where(r => r.Other.HouseholdId != Person.HouseholdId).DistinctBy(r => r.Other.HouseholdId)];
}
