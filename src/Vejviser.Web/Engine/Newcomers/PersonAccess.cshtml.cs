using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>The letter's words in the person's language.</summary>
public sealed record LetterWords(NewcomerTexts Texts, string Language)
{
    public string Direction => NewcomerTexts.IsRightToLeft(Language) ? "rtl" : "ltr";

    public string this[string key] => Texts.Get(Language, key);
}

/// <summary>Gives a person the way to their own page, as a letter to print that is shown once, and takes it back.</summary>
public sealed class PersonAccessModel(GiveAccess give, RevokeAccess revoke, NewcomerTexts texts, MessageSettings settings) : PersonPage
{
    public GivenAccess? Given { get; private set; }

    public NewcomerAccess? InForce { get; private set; }

    public LetterWords Letter => new(texts, texts.For(Person.Language) ?? NewcomerTexts.Danish);

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

    public async Task<IActionResult> OnPostRevokeAsync()
    {
        if (await OpenAsync(Text["newcomers.access"], read: null) is { } otherwise)
            return otherwise;
        var revoked = await revoke.RunAsync(Id, Reader, Audit("newcomers.revoke-access"), Cancel);
        if (!revoked.IsSuccess)
        {
            TellFailure(revoked.Failure);
            return await ShowAsync();
        }

        Tell(Text["newcomers.revoked"]);
        return LocalRedirect($"/people/{Id}/access");
    }

    private async Task<IActionResult> ShowAsync()
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        InForce = await Db.NewcomerAccesses.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == Id && a.RevokedAt == null && a.ExpiresAt > now, Cancel);
        Municipality = await Db.Municipalities.Select(m => m.Name).SingleOrDefaultAsync(Cancel) ?? "";
        return Page();
    }
}
