using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>An employee's picture, as the newcomers they are contact person for see it.</summary>
public sealed class AccountPicture
{
    public Guid AccountId { get; init; }

    public required string ContentType { get; set; }

    public required byte[] Content { get; set; }
}

/// <summary>An employee changes the telephone number and picture that newcomers see of them. Failures: <c>access.picture-kind</c>, <c>access.picture-large</c>, <c>access.phone-malformed</c>.</summary>
public static class ChangeContactCard
{
    /// <summary>Small enough for a page on a cheap phone.</summary>
    public const int MostBytes = 60 * 1024;

    private const int MostPhone = 30;

    /// <param name="Picture">Null keeps the one there is.</param>
    /// <param name="RemovesPicture">Takes the picture away.</param>
    public sealed record Input(string? Phone, byte[]? Picture, bool RemovesPicture);

    public static async Task<Result<Done>> RunAsync(VejviserDb db, Input input, Guid accountId, AuditContext audit, CancellationToken cancel)
    {
        var phone = input.Phone.OrNull();
        if (phone is { Length: > MostPhone } || phone?.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '(' or ')' or '-') == false)
            return Failure.Of("access.phone-malformed");
        if (input.Picture is { Length: > MostBytes })
            return Failure.Of("access.picture-large", ("kilobytes", MostBytes / 1024));
        if (input.Picture is { } bytes && Kind(bytes) is null)
            return Failure.Of("access.picture-kind");
        var account = await db.Users.SingleAsync(a => a.Id == accountId, cancel);
        var picture = await db.AccountPictures.SingleOrDefaultAsync(p => p.AccountId == accountId, cancel);
        account.PhoneNumber = phone;
        if (input.RemovesPicture && picture is not null)
            db.Remove(picture);
        else if (input.Picture is { } content && picture is null)
            db.Add(new AccountPicture { AccountId = accountId, ContentType = Kind(content)!, Content = content });
        else if (input.Picture is { } other)
            (picture!.ContentType, picture.Content) = (Kind(other)!, other);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "account", EntityId: accountId), cancel);
        return Done.Result;
    }

    /// <summary>What the bytes are, whatever the file is called.</summary>
    private static string? Kind(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        _ => null,
    };
}
