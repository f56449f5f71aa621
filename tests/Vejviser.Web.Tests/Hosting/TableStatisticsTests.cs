using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vejviser.Core.Data;
using Vejviser.Testing;
using Vejviser.Web.Hosting;

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

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "1440", true)]
    [InlineData(DatabaseKind.Sqlite, "0", false)]
    [InlineData(DatabaseKind.Postgres, "1440", false)]
    public async Task Start_ByDatabaseAndSetting_LooksAfterTheTablesOrNot(DatabaseKind kind, string minutes, bool expected)
    {
        Assert.SkipWhen(kind == DatabaseKind.Postgres && Environment.GetEnvironmentVariable("VEJVISER_TEST_POSTGRES") is null, "No PostgreSQL: ./test starts one.");
        await using var app = await VejviserApp.StartAsync(kind, args: ["--Database:OptimizeEveryMinutes", minutes]);
        Assert.Equal(expected, app.Host.Services.GetServices<IHostedService>().Any(s => s is TableStatistics));
    }

    /// <summary>How many tables there are sizes of.</summary>
    private static async Task<int> CountAsync(VejviserDb db)
    {
        if (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = 'sqlite_stat1'").SingleAsync(Cancel) == 0)
            return 0;
        return await db.Database.SqlQuery<int>($"SELECT COUNT(DISTINCT tbl) AS Value FROM sqlite_stat1").SingleAsync(Cancel);
    }
}
