using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using Xunit.v3;

[assembly: Vejviser.Proofs.ClosesWindows]

namespace Vejviser.Proofs;

/// <summary>Closes the windows a test opened when it ends: left open, each goes on drawing while the others run.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesWindowsAttribute : BeforeAfterTestAttribute
{
    private const string Windows = "windows of ";

    internal static void Remember(IBrowserContext window)
    {
        if (TestContext.Current.Test is { } test)
            ((ConcurrentBag<IBrowserContext>)TestContext.Current.KeyValueStorage.GetOrAdd(Windows + test.UniqueID, _ => new ConcurrentBag<IBrowserContext>())!).Add(window);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (!TestContext.Current.KeyValueStorage.TryRemove(Windows + test.UniqueID, out var opened))
            return;
        // Nobody waits for it: a window that does not close goes with the browser.
        foreach (var window in (ConcurrentBag<IBrowserContext>)opened!)
            _ = window.CloseAsync();
    }
}
