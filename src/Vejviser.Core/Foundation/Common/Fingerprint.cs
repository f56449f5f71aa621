using System.Security.Cryptography;
using System.Text;

namespace Vejviser.Core.Foundation.Common;

/// <summary>A proposal shortly: what it says is another by now where the fingerprint is another (ADR 0030).</summary>
public static class Fingerprint
{
    private const int Signs = 16;

    /// <returns>16 hexadecimal signs.</returns>
    public static string Of(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Signs];

    /// <summary>Of who goes where, in whatever order it is told.</summary>
    public static string Of(IEnumerable<(Guid Who, Guid? Where)> placed) => Of(string.Join(';', placed.OrderBy(p => p.Who).Select(p => $"{p.Who:N}={p.Where:N}")));
}
