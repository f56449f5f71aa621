using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>What finishing on the list and undoing it share: one form for all rows, whose buttons name the task and its version.</summary>
public abstract class WorkAction(TaskWords words) : VejviserPage
{
    [BindProperty]
    public WorkQuery Query { get; set; } = new();

    protected TaskWords Words => words;

    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>The task named by the button, where it is the reader's or the reader's team's.</summary>
    protected async Task<(TaskPlace Place, AuditContext Audit)?> FindAsync(string? key, string action)
    {
        if (key?.Split(':') is not [var id, _] || !Guid.TryParse(id, out var taskId) || await ReadTask.PlaceAsync(Db, taskId, Cancel) is not { } place || !place.IsTheirs(Reader))
            return null;
        return (place, Audit(action) with { CommandId = CommandFor(key) });
    }

    protected bool MayWorkOn(TaskPlace place) => Reader.May(Permissions.PlansWork) || place.OwnerAccountId == Reader.AccountId;

    /// <summary>The row as it is now, with its plan's names loaded.</summary>
    protected async Task<StepName> NameAsync(Guid taskId)
    {
        var name = (await ReadTask.NameAsync(Db, taskId, Cancel))!.Value;
        await words.LoadAsync([name.PracticeVersionId], Cancel);
        return name;
    }

    /// <summary>Whom it is about: many tasks have the same title.</summary>
    protected Task<string> AboutAsync(TaskPlace place) => place.PersonId is { } person
        ? Db.People.AsNoTracking().Where(p => p.Id == person).Select(p => p.GivenName + " " + p.FamilyName).SingleAsync(Cancel)
        : Db.Households.AsNoTracking().Where(h => h.Id == place.HouseholdId).Select(h => h.Name).SingleAsync(Cancel);

    protected async Task<string> KeyAsync(Guid taskId) => $"{taskId}:{await Db.PlanTasks.Where(t => t.Id == taskId).Select(t => t.Version).SingleAsync(Cancel)}";

    /// <summary>Told politely by the live region; letters outside ASCII are escaped, as a header needs it.</summary>
    protected void TellLive(string sentence) => Response.Headers["HX-Trigger"] = JsonSerializer.Serialize(new { told = new { value = sentence } });

    protected async Task<WorkCounts?> CountsAsync()
    {
        var counts = await WorkList.CountAsync(Prepared, Reader, Query.ToFilter(), Today, Cancel);
        return counts.IsSuccess ? counts.Value : null;
    }

    /// <summary>A failure whose <c>by</c> is an account says its name.</summary>
    protected Task<string> SayAsync(Failure failure) => TaskFailures.SayAsync(failure, Db, Text, Cancel);

    /// <summary>One form sends many buttons: each button on each version is a command of its own, and a double click the same one.</summary>
    private Guid? CommandFor(string key) => CommandId is { } form
        ? new Guid(SHA256.HashData([.. form.ToByteArray(), .. Encoding.UTF8.GetBytes(key)]).AsSpan(0, 16))
        : null;
}
