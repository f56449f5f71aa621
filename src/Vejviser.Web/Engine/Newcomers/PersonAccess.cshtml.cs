using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>The letter's words in the person's language.</summary>
public sealed record LetterWords(NewcomerTexts Texts, string Language)
{
    public string Direction => NewcomerTexts.IsRightToLeft(Language) ? "rtl" : "ltr";

    public string this[string key] => Texts.Get(Language, key);
}

/// <summary>Gives a person the way to their own page, as a letter to print that is shown once, and takes it back; closes MitID for them and opens it again.</summary>
public sealed class PersonAccessModel(GiveAccess give, RevokeAccess revoke, CloseMitId closeMitId, OpenMitId openMitId, NewcomerTexts texts, MessageSettings settings) : PersonPage
{
    public GivenAccess? Given { get; private set; }

    public NewcomerAccess? InForce { get; private set; }

    public LetterWords Letter => new(texts, texts.For(Person.Language) ?? NewcomerTexts.Danish);

    public MitIdStanding ByMitId { get; private set; } = null!;

    public string Municipality { get; private set; } = "";

    public string Address => $"{(settings.Site.Length > 0 ? settings.Site : $"{Request.Scheme}://{Request.Host}")}/my/sign-in/{Given!.Link}";

    public string Qr
    {
        get
        {
            using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
            using var svg = new SvgQRCode(data);
            return svg.GetGraphic(pixelsPerModule: 4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        }
    }

    public async Task<IActionResult> OnGetAsync() => await OpenAsync(Text["newcomers.access"], "newcomers.access.read") ?? await ShowAsync();

    public async Task<IActionResult> OnPostGiveAsync()
    {
        if (await OpenAsync(Text["newcomers.access"], read: null) is { } otherwise)
            return otherwise;
        var given = await give.RunAsync(Id, Reader, Audit("newcomers.give-access"), Cancel);
        if (given.IsSuccess)
            Given = given.Value;
        else
            TellFailure(given.Failure);

        return await ShowAsync();
    }

    public Task<IActionResult> OnPostRevokeAsync() => ChangeAsync("newcomers.revoke-access", audit => revoke.RunAsync(Id, Reader, audit, Cancel), "newcomers.revoked");

    public Task<IActionResult> OnPostCloseMitIdAsync() => ChangeAsync("newcomers.close-mitid", audit => closeMitId.RunAsync(Id, Reader, audit, Cancel), "newcomers.mitid.closed-now");

    public Task<IActionResult> OnPostOpenMitIdAsync() => ChangeAsync("newcomers.open-mitid", audit => openMitId.RunAsync(Id, Reader, audit, Cancel), "newcomers.mitid.reopened");

    private async Task<IActionResult> ChangeAsync(string action, Func<AuditContext, Task<Result<Done>>> change, string told)
    {
        if (await OpenAsync(Text["newcomers.access"], read: null) is { } otherwise)
            return otherwise;
        var changed = await change(Audit(action));
        if (!changed.IsSuccess)
        {
            TellFailure(changed.Failure);
            return await ShowAsync();
        }

        Tell(Text[told]);
        return LocalRedirect($"/people/{Id}/access");
    }

    private async Task<IActionResult> ShowAsync()
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        InForce = await Db.NewcomerAccesses.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == Id && a.RevokedAt == null && a.ExpiresAt > now, Cancel);
        ByMitId = await MitIdStanding.OfAsync(Db, Id, Cancel);
        Municipality = await Db.Municipalities.Select(m => m.Name).SingleOrDefaultAsync(Cancel) ?? "";
        return Page();
    }
}
