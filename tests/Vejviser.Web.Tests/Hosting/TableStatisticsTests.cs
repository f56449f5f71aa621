using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Web.Tests.Hosting;

public sealed class TableStatisticsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_Sqlite_TablesAreCounted()
    {
        await using var app = await VejviserApp.StartAsync(args: ["--Database:OptimizeEveryMinutes", "1440"]);
        await using var db = app.Open();
        for (var tries = 0; tries < 100 && await CountAsync(db) == 0; tries++)
            await Task.Delay(50, Cancel);
        Assert.True(await CountAsync(db) > 0);
    }

    [Fact]
    public async Task Start_EveryZeroMinutes_NothingIsCounted()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.SignInAsync("mette.holm@havneby.example");
        await using var db = app.Open();
        Assert.Equal(0, await CountAsync(db));
    }

    /// <summary>How many tables there are sizes of.</summary>
    private static async Task<int> CountAsync(VejviserDb db)
    {
        if (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = 'sqlite_stat1'").SingleAsync(Cancel) == 0)
            return 0;
        return await db.Database.SqlQuery<int>($"SELECT COUNT(DISTINCT tbl) AS Value FROM sqlite_stat1").SingleAsync(Cancel);
    }
}
