using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: Vejviser.Proofs.ClosesWindows]

namespace Vejviser.Proofs;

/// <summary>Leaves the windows a test opened when it ends: left as they are, each goes on drawing while the others run.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesWindowsAttribute : BeforeAfterTestAttribute
{
    private const string Windows = "windows of ";

    internal static void Remember(Func<Task> leave)
    {
        if (TestContext.Current.Test is { } test)
            ((ConcurrentBag<Func<Task>>)TestContext.Current.KeyValueStorage.GetOrAdd(Windows + test.UniqueID, _ => new ConcurrentBag<Func<Task>>())!).Add(leave);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (!TestContext.Current.KeyValueStorage.TryRemove(Windows + test.UniqueID, out var opened))
            return;
        // Nobody waits for it.
        foreach (var leave in (ConcurrentBag<Func<Task>>)opened!)
            _ = leave();
    }
}
