namespace Vejviser.Core.Foundation.Common;

/// <summary>What somebody wrote in a field that may stay empty.</summary>
public static class WrittenText
{
    /// <returns>Without space around it; null where nothing is written.</returns>
    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
