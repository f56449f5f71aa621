using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Web.Foundation.People;

/// <summary>What a person has agreed to: given, withdrawn, by whom. Who decides follows from the age and the law of the day.</summary>
public sealed class ConsentsModel(LawBook law, ConsentPurposes purposes) : PersonPage
{
    public IReadOnlyList<ConsentLine> Consents { get; private set; } = [];

    public IReadOnlyList<FoundPerson> CustodyHolders { get; private set; } = [];

    public IReadOnlyList<string> Purposes => purposes.All;

    /// <summary>Whether a case worker must say who decides, for at least one purpose.</summary>
    public bool IsAgeUnsure => purposes.All.Any(p => WhoDecides(p) == ConsentGiver.Ask);

    [BindProperty]
    public ConsentInput Input { get; set; } = new();

    public bool MayEdit => Reader.May(Permissions.PeopleEdit);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await OpenAsync(Text["people.tab.consents"], "people.consents.read") is { } otherwise)
            return otherwise;
        Input.GivenOn = Today;
        await ListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostGiveAsync()
    {
        if (await OpenAsync(Text["people.tab.consents"], read: null) is { } otherwise)
            return otherwise;
        if (!MayEdit)
            return Forbid();
        if (!CannotBeRead())
        {
            var given = new ConsentGiven(Id, Input.Purpose ?? "", Input.GivenOn ?? Today, Input.CustodyHolderId, Input.CustodyHolderName, Input.SaidGiver, Input.IsCustodyHolderTold);
            var done = await GiveConsent.RunAsync(Db, law, purposes, Reader, Audit("people.give-consent"), Today, given, Cancel);
            if (done.IsSuccess)
            {
                Tell(Text["people.consents.given"]);
                return LocalRedirect($"/people/{Id}/consents");
            }

            TellFailure(done.Failure);
        }

        await ListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid consent, DateOnly? on, Guid? by)
    {
        if (await OpenAsync(Text["people.tab.consents"], read: null) is { } otherwise)
            return otherwise;
        if (!MayEdit)
            return Forbid();
        ModelState.Clear();
        var done = await WithdrawConsent.RunAsync(Db, Reader, Audit("people.withdraw-consent"), Today, Id, consent, on ?? Today, by, Cancel);
        if (done.IsSuccess)
        {
            Tell(Text["people.consents.withdrawn"]);
            return LocalRedirect($"/people/{Id}/consents");
        }

        TellFailure(done.Failure);
        await ListAsync();
        return Page();
    }

    /// <summary>The rule on this day in words, with its source.</summary>
    public string Rule(string purpose) => law.ConsentAge(purpose, Today) is { IsSuccess: true } rule
        ? Text[$"people.consents.decides.{WhoDecides(purpose) switch { ConsentGiver.Person => "person", ConsentGiver.CustodyHolder => "custody-holder", _ => "ask" }}",
            ("age", rule.Value.Age), ("source", rule.Value.Ground.Source)]
        : "";

    private ConsentGiver WhoDecides(string purpose) =>
        law.ConsentAge(purpose, Today) is { IsSuccess: true } rule ? DecideConsentGiver.On(Person, Today, rule.Value.Age) : ConsentGiver.Ask;

    private async Task ListAsync()
    {
        var rows = await Db.Consents.AsNoTracking().Where(c => c.PersonId == Id).OrderBy(c => c.WithdrawnOn != null).ThenByDescending(c => c.GivenOn).ThenBy(c => c.Id).ToListAsync(Cancel);
        CustodyHolders = [.. (await RelatePeople.ListAsync(Db, Reader, Clock.Now(), Id, Cancel)).Where(r => r is { Kind: RelationKind.CustodyHolderOf, IsFirst: false }).Select(r => r.Other)];
        var names = await NamesAsync(rows);
        var staff = rows.Select(r => r.RegisteredBy).Distinct().ToList();
        var accounts = await Db.Users.AsNoTracking().Where(a => staff.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, Cancel);
        string By(Guid? id, string? name) => id is null ? name ?? Text["people.consents.custody-holder"] : id == Id ? PersonName : names.GetValueOrDefault(id.Value, Text["people.consents.custody-holder"]);
        Consents = [.. rows.Select(c => new ConsentLine(
            c.Id, c.Purpose, c.GivenOn, By(c.GivenById, c.GivenByName), c.WithdrawnOn, c.WithdrawnOn is null ? null : By(c.WithdrawnById, null), accounts.GetValueOrDefault(c.RegisteredBy, "")))];
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Consent> rows)
    {
        var ids = rows.SelectMany(r => new[] { r.GivenById, r.WithdrawnById }).OfType<Guid>().Distinct().ToList();
        return await Db.People.AsNoTracking().VisibleTo(Db, Reader, Clock.Now()).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.GivenName + " " + p.FamilyName, Cancel);
    }
}

public sealed record ConsentLine(Guid Id, string Purpose, DateOnly GivenOn, string GivenBy, DateOnly? WithdrawnOn, string? WithdrawnBy, string RegisteredBy);

/// <summary>The form of a consent.</summary>
public sealed class ConsentInput
{
    public string? Purpose { get; set; }

    public DateOnly? GivenOn { get; set; }

    public Guid? CustodyHolderId { get; set; }

    public string? CustodyHolderName { get; set; }

    public ConsentGiver? SaidGiver { get; set; }

    public bool IsCustodyHolderTold { get; set; }
}
