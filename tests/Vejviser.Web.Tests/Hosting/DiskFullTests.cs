using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Data;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Hosting;

/// <summary>A disk that is full: the page says so, nothing is half written, and work goes on when there is room again.</summary>
public sealed class DiskFullTests
{
    /// <summary>More than a page of the database holds of what a sign-in writes.</summary>
    private const int MostTries = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_NoRoom_SaysSoKeepsWhatWasThereAndGoesOnLater()
    {
        var disk = new Disk();
        await using var app = await VejviserApp.StartAsync(
            DatabaseKind.Sqlite,
            builder => builder.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(disk)));
        await app.SignInAsync("mette.holm@havneby.example");

        disk.IsFull = true;
        var (tries, saved) = (0, (await app.AuditAsync()).Count);
        PageAnswer answer;
        do
        {
            saved = (await app.AuditAsync()).Count;
            var visitor = app.Visit();
            var page = await visitor.GetAsync("/sign-in");
            answer = await visitor.SubmitAsync(page.Form("#password-form"), ("Email", "mette.holm@havneby.example"), ("Password", DemoMunicipality.Password));
        }
        while (answer.IsRedirect && ++tries < MostTries);

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.Status);
        Assert.Equal("Der er ikke plads til at gemme", answer.One("h1").TextContent);
        Assert.Equal(saved, (await app.AuditAsync()).Count);

        disk.IsFull = false;
        await app.SignInAsync("mette.holm@havneby.example");
        await using var db = app.Open();
        Assert.True((await VerifyAudit.RunAsync(db, cancel: Cancel)).IsWhole);
    }

    /// <summary>Gives the database no page more than it has.</summary>
    private sealed class Disk : DbConnectionInterceptor
    {
        public bool IsFull { get; set; }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            // Never less than the file has: one page is as good as the size it has now.
            command.CommandText = IsFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1073741823";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
