using Microsoft.AspNetCore.Builder;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Tests.Hosting;

public sealed class StoppingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_RequestUnderWay_IsAnsweredAndItsReadIsNoted()
    {
        await using var app = await VejviserApp.StartAsync();
        var (arrived, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        app.Host.MapGet("/fixture/slow", async (ReadAudit reads) =>
        {
            arrived.SetResult();
            await goOn.Task;
            await reads.RecordAsync(Guid.CreateVersion7(), "fixture.read", [new AuditSubject(Entity: "fixture")], CancellationToken.None);
            return "whole";
        }).RequireAuthorization(Permissions.Own);
        var mette = await app.SignInAsync("mette.holm@havneby.example");

        var asking = mette.GetAsync("/fixture/slow");
        await arrived.Task;
        var stopping = app.Host.StopAsync(Cancel);
        Assert.False(stopping.IsCompleted);
        goOn.SetResult();

        Assert.Equal("whole", (await asking).Body);
        await stopping;
        Assert.Single(await app.AuditAsync("fixture.read"));
    }
}
