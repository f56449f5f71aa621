using System.Globalization;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Tests.Foundation.Law;

/// <summary>The product's own law files, and small words for the tests that ask them.</summary>
internal static class TheLaw
{
    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "law");

    public static LawBook Book { get; } = LawBook.Load(Directory);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
