using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Foundation.Common;

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
internal sealed partial class ImportWorker(RunUploads uploads, ImportBell bell, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await uploads.RunNextAsync(stoppingToken) is { } done)
                    if (done.Error is { } error)
                        RunStopped(error, done.UploadId);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RemoveOldUploads>().RunAsync(clock.Now(), stoppingToken);
            }
#pragma warning disable CA1031 // The worker outlives a database that is away for a while.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LookFailed(e);
            }

            await bell.WaitAsync(Pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "Import {UploadId} came to a stop.")]
    private partial void RunStopped(Exception error, Guid uploadId);

    [LoggerMessage(LogLevel.Error, "The queue of imports could not be read.")]
    private partial void LookFailed(Exception error);
}
