using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Web.Foundation.People;

/// <summary>One consent on paper: what for, that it is voluntary and can be withdrawn, and where to sign.</summary>
public sealed class ConsentPrintModel : PersonPage
{
    public Consent Consent { get; private set; } = null!;

    public string Municipality { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid consentId)
    {
        if (await OpenAsync(Text["people.consents.print"], read: null) is { } otherwise)
            return otherwise;
        if (await Db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == consentId && c.PersonId == Id, Cancel) is not { } consent)
            return NotFound();
        await Reads.PersonAsync(Reader.AccountId, "people.consents.print", Id, Person.HouseholdId, Cancel);
        Consent = consent;
        Municipality = await Db.Municipalities.Select(m => m.Name).SingleOrDefaultAsync(Cancel) ?? "";
        return Page();
    }

    public string BirthDate => Person.BirthDate is { } date ? Text.Date(date) : Person.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "";
}
