using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.People;

/// <summary>A page about one person: found with need-to-know, noted as read, led on from a merged id to the person they are now.</summary>
public abstract class PersonPage : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public Person Person { get; private set; } = null!;

    public string PersonName => $"{Person.GivenName} {Person.FamilyName}".Trim();

    public string HouseholdName { get; private set; } = "";

    protected ReadAudit Reads => HttpContext.RequestServices.GetRequiredService<ReadAudit>();

    /// <param name="crumb">What the page is called in the path.</param>
    /// <param name="read">The audit's action for opening the page; null where nothing is shown that the form had not shown before.</param>
    /// <returns>What to answer instead; null where the person is there.</returns>
    protected async Task<IActionResult?> OpenAsync(string crumb, string? read)
    {
        if (!(await FindPersonAsync(Id)).IsHere(out var person, out var otherwise))
            return otherwise;
        if (person.MergedIntoId is { } kept)
        {
            return HttpMethods.IsGet(Request.Method)
                ? LocalRedirect(Request.Path.Value!.Replace(Id.ToString(), kept.ToString(), StringComparison.OrdinalIgnoreCase))
                : NotFound();
        }

        Person = person;
        HouseholdName = await Db.Households.Where(h => h.Id == person.HouseholdId).Select(h => h.Name).SingleAsync(Cancel);
        if (read is not null)
            await Reads.PersonAsync(Reader.AccountId, read, person.Id, person.HouseholdId, Cancel);

        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(PersonName, $"/people/{person.Id}");
        AddCrumb(crumb);
        return null;
    }

    /// <summary>True where a field could not be read at all, such as a date that is none; told without repeating what was typed.</summary>
    protected bool CannotBeRead() => Unreadable.Tell(this);
}
