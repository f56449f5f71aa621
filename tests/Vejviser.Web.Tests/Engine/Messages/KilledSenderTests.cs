using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Messages;

/// <summary>
/// <c>vejviser outbox send</c> as a process of its own, killed (SIGKILL) at random points of its work, against a mail server that counts. Nothing is taken
/// twice, and what was not taken is never silently gone: it waits, or stands as »maybe sent« for a person to decide. There is at most one such for each kill.
/// </summary>
[Trait("Run", "Full")]
public sealed class KilledSenderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>1,500, or as many as VEJVISER_TEST_MESSAGES says.</summary>
    private static int Messages => int.TryParse(Environment.GetEnvironmentVariable("VEJVISER_TEST_MESSAGES"), CultureInfo.InvariantCulture, out var messages) ? messages : 1500;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Outbox_SendersKilledAtRandom_LoseNothingAndSendNothingTwice(DatabaseKind kind)
    {
        var messages = Messages;
        await using var database = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        await using var mail = new TestMailServer();
        await FillAsync(database, messages);
        var random = new Random(20261128);
        var kills = 0;
        while (mail.Taken.Count < messages * 9 / 10)
        {
            using var sender = Start(database, mail);
            // Killed when so many more have been taken: a point in its work, not in time.
            var until = mail.Taken.Count + random.Next(1, messages / 5);
            while (mail.Taken.Count < until && !sender.HasExited)
                await Task.Delay(1, Cancel);
            if (!sender.HasExited)
                kills++;
            sender.Kill(entireProcessTree: true);
            await sender.WaitForExitAsync(Cancel);
        }

        while (await CountAsync(database, MessageState.Waiting, MessageState.InFlight) > 0)
        {
            using var sender = Start(database, mail);
            await sender.WaitForExitAsync(Cancel);
        }

        Assert.True(kills >= 3, $"Only {kills} senders were killed: the test proves little.");
        Assert.Equal(mail.Taken.Count, mail.Taken.Select(m => m.Id).Distinct(StringComparer.Ordinal).Count());
        await using var db = database.Open();
        var rows = await db.Messages.AsNoTracking().Select(m => new { m.Id, m.State }).ToListAsync(Cancel);
        var taken = mail.Taken.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(rows, r => Assert.True(r.State == MessageState.Unclear || (r.State == MessageState.Sent && taken.Contains($"{r.Id:N}@vejviser")), $"{r.Id} is {r.State}"));
        Assert.InRange(rows.Count(r => r.State == MessageState.Unclear), 0, kills);
        Assert.True((await VerifyAudit.RunAsync(db, cancel: Cancel)).IsWhole);
        TestContext.Current.TestOutputHelper?.WriteLine($"{messages} messages, {kills} kills, {rows.Count(r => r.State == MessageState.Unclear)} unclear, {taken.Count} taken, none twice.");
    }

    private static async Task FillAsync(TestDatabase database, int messages)
    {
        await using var db = database.Open();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        db.Messages.AddRange(Enumerable.Range(0, messages).Select(i => new Message
        {
            Key = $"test:{i}", Channel = MessageChannel.Email, Template = "own", Practice = "", Language = "da", To = $"p{i}@example.test", Subject = "Besked", Body = $"Besked nummer {i}.", CreatedAt = now, NextAt = now,
        }));
        await db.SaveAsync(new AuditContext(null, "test.seed", now), new AuditSubject(Entity: "test"), Cancel);
    }

    private static async Task<int> CountAsync(TestDatabase database, params MessageState[] states)
    {
        await using var db = database.Open();
        return await db.Messages.CountAsync(m => states.Contains(m.State), Cancel);
    }

    private static Process Start(TestDatabase database, TestMailServer mail)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Vejviser.dll"), "outbox", "send", "--any-hour", "--database", database.Database])
        {
            RedirectStandardOutput = false, UseShellExecute = false,
            Environment =
            {
                ["VEJVISER_Messages__Smtp__Host"] = "127.0.0.1", ["VEJVISER_Messages__Smtp__Port"] = $"{mail.Port}", ["VEJVISER_Messages__Smtp__Security"] = "none",
                ["VEJVISER_Messages__Smtp__From"] = "kommune@havneby.example", ["VEJVISER_Messages__LeaseSeconds"] = "1",
            },
        };
        return Process.Start(start)!;
    }
}
