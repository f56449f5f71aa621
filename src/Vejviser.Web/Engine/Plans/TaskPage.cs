using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>What the pages of one task share: who may see it, and how outcomes are told.</summary>
public abstract class TaskPage : VejviserPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public TaskPlace Place { get; private set; } = null!;

    /// <summary>Finishes, ticks, writes: staff on what they see, and an owner on what is theirs.</summary>
    public bool MayWork => Reader.May(Permissions.PlansWork) || Place.OwnerAccountId == Reader.AccountId;

    /// <summary>Gives it to others and sets its date by hand.</summary>
    public bool MayEdit => Reader.May(Permissions.PlansEdit);

    public bool MaySeeNotes => Place.MaySeeNotes(Reader);

    /// <summary>Null where the task is the reader's to see; else what to answer: 404, or the way to break the glass.</summary>
    protected async Task<IActionResult?> FindAsync()
    {
        if (await ReadTask.PlaceAsync(Db, Id, Cancel) is not { } place)
            return NotFound();
        Place = place;
        if (place.IsTheirs(Reader))
            return null;
        if (!Reader.May(Permissions.PlansRead))
            return NotFound();
        return (await FindHouseholdAsync(place.HouseholdId)).IsHere(out _, out var otherwise) ? null : otherwise;
    }

    /// <summary>As <see cref="FindAsync"/>, and 403 where the reader may look but not act.</summary>
    protected async Task<IActionResult?> FindToChangeAsync(bool isEdit = false) =>
        await FindAsync() ?? ((isEdit ? MayEdit : MayWork) ? null : Forbid());

    protected Task<string> SayAsync(Failure failure) => TaskFailures.SayAsync(failure, Db, Text, Cancel);
}
