using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Chapters.Transition;

/// <summary>Rung when a file is put into the queue, so that it need not wait for the next look.</summary>
internal sealed class ImportBell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Returns at the next ring, or after the pause.</summary>
    public async Task WaitAsync(TimeSpan pause, TimeProvider clock, CancellationToken cancel)
    {
        using var enough = new CancellationTokenSource(pause, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancel);
        try
        {
            await rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
        }
    }
}

/// <summary>Takes the files in the queue one by one, those of a run that was cut off too, and drops what nobody decided on in time.</summary>
internal sealed partial class ImportWorker(RunUploads uploads, ImportBell bell, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportWorker> log)
    : EverySoOften(Pause, scopes, clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task RoundAsync(IServiceProvider services, CancellationToken cancel)
    {
        while (await uploads.RunNextAsync(cancel) is { } done)
            if (done.Error is { } error)
                RunStopped(error, done.UploadId);
        await services.GetRequiredService<RemoveOldUploads>().RunAsync(Clock.Now(), cancel);
    }

    protected override void Failed(Exception error) => LookFailed(error);

    protected override Task WaitAsync(TimeSpan pause, CancellationToken cancel) => bell.WaitAsync(pause, Clock, cancel);

    [LoggerMessage(LogLevel.Error, "Import {UploadId} came to a stop.")]
    private partial void RunStopped(Exception error, Guid uploadId);

    [LoggerMessage(LogLevel.Error, "The queue of imports could not be read.")]
    private partial void LookFailed(Exception error);
}
