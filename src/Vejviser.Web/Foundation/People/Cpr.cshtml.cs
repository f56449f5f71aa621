using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Web.Foundation.People;

/// <summary>A person's CPR numbers: masked; showing them is asked for, noted and lasts for one page.</summary>
public sealed class CprModel : PersonPage
{
    public IReadOnlyList<CprLine> Numbers { get; private set; } = [];

    public bool IsShown { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await OpenAsync(Text["people.tab.cpr"], "people.data.read") is { } otherwise)
            return otherwise;
        await ListAsync(new Dictionary<Guid, string>());
        return Page();
    }

    public async Task<IActionResult> OnPostShowAsync()
    {
        if (await OpenAsync(Text["people.tab.cpr"], read: null) is { } otherwise)
            return otherwise;
        var shown = await ShowCpr.RunAsync(Db, Reader, Audit("people.show-cpr"), Id, Cancel);
        if (!shown.IsSuccess)
            TellFailure(shown.Failure);
        IsShown = shown.IsSuccess;
        await ListAsync(shown.IsSuccess ? shown.Value : new Dictionary<Guid, string>());
        return Page();
    }

    public async Task<IActionResult> OnPostReplaceAsync(string? number)
    {
        if (await OpenAsync(Text["people.tab.cpr"], read: null) is { } otherwise)
            return otherwise;
        var taken = await ReplaceCpr.RunAsync(Db, Reader, Audit("people.replace-cpr"), Id, number ?? "", Cancel);
        ModelState.Clear();
        if (!taken.IsSuccess)
        {
            TellFailure(taken.Failure);
            await ListAsync(new Dictionary<Guid, string>());
            return Page();
        }

        Tell(string.Join(' ', Words(taken.Value)));
        return LocalRedirect($"/people/{Id}/cpr");
    }

    private IEnumerable<string> Words(CprTaken taken)
    {
        yield return Text[taken.IsUnchanged ? "people.cpr.unchanged" : "people.cpr.taken"];
        if (taken.IsReplacement)
            yield return Text["people.cpr.is-replacement"];
        else if (!taken.FitsModulus11)
            yield return Text["people.cpr.no-modulus-11"];
        if (taken.BirthDateDiffers)
            yield return Text["people.cpr.birth-date-differs"];
        if (taken.OtherPersonId is not null)
            yield return Text["people.cpr.other-has-it"];
    }

    private async Task ListAsync(IReadOnlyDictionary<Guid, string> shown)
    {
        var rows = await Db.PersonCprs.AsNoTracking().Where(c => c.PersonId == Id).OrderBy(c => c.Until != null).ThenByDescending(c => c.From).ToListAsync(Cancel);
        Numbers = [.. rows.Select(c => new CprLine(Show(c, shown), c.IsReplacement, c.From, c.Until))];
    }

    private static string Show(PersonCpr cpr, IReadOnlyDictionary<Guid, string> shown)
    {
        if (shown.GetValueOrDefault(cpr.Id) is { } digits)
            return $"{digits[..6]}-{digits[6..]}";
        var parsed = CprNumber.Parse(cpr.Number);
        return parsed.IsSuccess ? parsed.Value.Masked : "••••••-••••";
    }

    public bool MayReplace => Reader.May(Permissions.PeopleEdit);
}

/// <param name="Text">Masked, or in full where it was asked for.</param>
/// <param name="From">UTC.</param>
/// <param name="Until">UTC; null for the number in force.</param>
public sealed record CprLine(string Text, bool IsReplacement, DateTime From, DateTime? Until);
