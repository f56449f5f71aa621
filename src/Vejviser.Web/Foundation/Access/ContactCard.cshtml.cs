using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>The telephone number and picture that newcomers see of the reader.</summary>
public sealed class ContactCardModel : VejviserPage
{
    public string? Phone { get; private set; }

    /// <summary>The picture as a data address; null where there is none.</summary>
    public string? Picture { get; private set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string? phone, IFormFile? picture, bool remove)
    {
        byte[]? content = null;
        // One byte too many is enough to say that it is too large.
        if (picture is { Length: > 0 })
        {
            await using var stream = picture.OpenReadStream();
            var buffer = new byte[ChangeContactCard.MostBytes + 1];
            content = buffer[..await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, Cancel)];
        }

        var changed = await ChangeContactCard.RunAsync(Db, new ChangeContactCard.Input(phone, content, remove), Reader.AccountId, Audit("access.change-card"), Cancel);
        if (changed.IsSuccess)
        {
            Tell(Text["access.card.saved"]);
            return LocalRedirect("/account/card");
        }

        TellFailure(changed.Failure);
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        var id = Reader.AccountId;
        Phone = await Db.Users.Where(a => a.Id == id).Select(a => a.PhoneNumber).SingleAsync(Cancel);
        if (await Db.AccountPictures.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == id, Cancel) is { } picture)
            Picture = $"data:{picture.ContentType};base64,{Convert.ToBase64String(picture.Content)}";
        AddCrumb(Text["nav.account"], "/account");
        AddCrumb(Text["access.card.title"]);
    }
}
