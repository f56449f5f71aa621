using Microsoft.Playwright;

namespace Vejviser.Proofs;

/// <summary>
/// Pictures for the README, made by the tests themselves: <c>VEJVISER_SCREENSHOTS=docs/screenshots ./test</c>. Without the variable nothing is written.
/// </summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("VEJVISER_SCREENSHOTS") is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;

    /// <param name="page">As the reader of the README is to see it.</param>
    /// <param name="name">The file's name, without its ending: <c>my-work</c>, <c>household</c>, <c>managers</c>.</param>
    public static async Task ShowAsync(this IPage page, string name)
    {
        if (Folder is null)
            return;
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
    }
}
