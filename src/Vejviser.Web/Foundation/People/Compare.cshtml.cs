using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Foundation.People.Duplicates;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.People;

/// <summary>Two people side by side; who stays and which value stays is chosen by a person, field by field.</summary>
public sealed class CompareModel(ReadAudit reads, IEnumerable<IPersonPart> parts) : VejviserPage
{
    /// <summary>Who stays.</summary>
    public Person Kept { get; private set; } = null!;

    /// <summary>Who is merged into the other.</summary>
    public Person Other { get; private set; } = null!;

    public IReadOnlyList<(Guid PersonId, string Masked)> CprsInForce { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid a, Guid b)
    {
        if (await OpenAsync(a, b) is { } otherwise)
            return otherwise;
        await reads.RecordAsync(Reader.AccountId, "people.duplicates.read",
            [new AuditSubject(Kept.Id, Kept.HouseholdId, "person", Kept.Id), new AuditSubject(Other.Id, Other.HouseholdId, "person", Other.Id)], Cancel);
        return Page();
    }

    /// <param name="take">Codes of the fields taken from the one who is merged.</param>
    public async Task<IActionResult> OnPostAsync(Guid a, Guid b, int versionA, int versionB, string[] take)
    {
        if (await OpenAsync(a, b) is { } otherwise)
            return otherwise;
        var input = new Merge(a, versionA, b, versionB, take.ToHashSet(StringComparer.Ordinal), take.Contains("cpr"));
        var merged = await MergePeople.RunAsync(Db, parts, Reader, Audit("people.merge"), input, Cancel);
        if (merged.IsSuccess)
        {
            Tell(Text["people.duplicates.done"]);
            return LocalRedirect($"/people/{a}/edit");
        }

        TellFailure(merged.Failure);
        return Page();
    }

    public string Masked(Person person) => string.Join(", ", CprsInForce.Where(c => c.PersonId == person.Id).Select(c => c.Masked));

    private async Task<IActionResult?> OpenAsync(Guid a, Guid b)
    {
        if (!(await FindPersonAsync(a)).IsHere(out var one, out var otherwise) || !(await FindPersonAsync(b)).IsHere(out var other, out otherwise))
            return otherwise;
        if (a == b || one.MergedIntoId is not null || other.MergedIntoId is not null)
            return LocalRedirect("/people/duplicates");
        (Kept, Other) = (one, other);
        var rows = await Db.PersonCprs.AsNoTracking().Where(c => (c.PersonId == a || c.PersonId == b) && c.Until == null).ToListAsync(Cancel);
        CprsInForce = [.. rows.Select(c => (c.PersonId, CprNumber.Parse(c.Number) is { IsSuccess: true } number ? number.Value.Masked : "••••••-••••"))];
        AddCrumb(Text["nav.people"], "/people");
        AddCrumb(Text["people.duplicates.title"], "/people/duplicates");
        AddCrumb(Text["people.duplicates.compare"]);
        return null;
    }
}
