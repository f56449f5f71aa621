using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Vejviser.Core.Engine.Plans.Feeds;

/// <summary>The secret in a calendar feed's address: 256 random bits, shown once; only its SHA-256 is kept.</summary>
public static class FeedToken
{
    private const int Bytes = 32;

    /// <summary>43 letters that stand in an address as they are.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
