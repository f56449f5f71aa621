using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Messages;

public sealed class OutboxTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Queue_CauseRolledBack_LeavesNoMessage(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        await using (var db = world.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(MessageWorld.Cancel);
            var queued = await world.Queue(db).RunAsync(world.New("a"), world.By("messages.write"), MessageWorld.Cancel);
            await db.SaveAsync(world.By("messages.write"), QueueMessage.SubjectOf(queued.Value), MessageWorld.Cancel);
            await transaction.RollbackAsync(MessageWorld.Cancel);
        }

        Assert.Equal(0, (await world.SendAsync()).Sent);
        Assert.Empty(world.Mail.Taken);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Send_Due_IsTakenOnceAndNoted(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        var message = (await world.PutAsync(world.New("a"), world.New("a")))[0];

        Assert.Equal(new SentCounts(1, 0, 0, 0), await world.SendAsync());
        Assert.Equal(new SentCounts(0, 0, 0, 0), await world.SendAsync());

        var mail = Assert.Single(world.Mail.Taken);
        Assert.Equal($"{message.Id:N}@vejviser", mail.Id);
        Assert.Equal("amira@example.test", mail.To);
        Assert.Equal(MessageState.Sent, (await world.ReadAsync(message.Id)).State);
        await using var db = world.Open();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Action == "messages.send" && e.EntityId == message.Id, MessageWorld.Cancel));
        Assert.True((await VerifyAudit.RunAsync(db, cancel: MessageWorld.Cancel)).IsWhole);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Send_FourSendersAtOnce_EachMessageOnce(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        await world.PutAsync([.. Enumerable.Range(0, 60).Select(i => world.New($"m{i}", email: $"p{i}@example.test"))]);

        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.SendAsync()));

        Assert.Equal(60, counts.Sum(c => c.Sent));
        Assert.Equal(60, world.Mail.Taken.Select(m => m.Id).Distinct().Count());
        Assert.Equal(60, world.Mail.Taken.Count);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Send_ServerAsksToWait_IsTriedLaterAndLaterUntilItIsDead(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        world.Settings = world.Settings with { RetryMinutes = [1, 5] };
        world.Mail.Answer = _ => "451 later";
        var message = (await world.PutAsync(world.New("a")))[0];

        await world.SendAsync();
        var first = await world.ReadAsync(message.Id);
        Assert.Equal((MessageState.Waiting, "smtp-451", TestDatabase.Start.UtcDateTime.AddMinutes(1)), (first.State, first.Error, first.NextAt));
        Assert.Equal(0, (await world.SendAsync()).Again);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SendAsync();
        Assert.Equal(TestDatabase.Start.UtcDateTime.AddMinutes(6), (await world.ReadAsync(message.Id)).NextAt);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, (await world.SendAsync()).Again);
        Assert.Equal(MessageState.Dead, (await world.ReadAsync(message.Id)).State);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Send_RefusedForGood_IsDeadAndSentWhenAPersonTriesAgain(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        world.Mail.Answer = _ => "550 no such user";
        var message = (await world.PutAsync(world.New("a")))[0];
        Assert.Equal(1, (await world.SendAsync()).Dead);
        world.Mail.Answer = _ => null;
        Assert.Equal(0, (await world.SendAsync()).Sent);

        await using (var db = world.Open())
            Assert.True((await new DecideMessage(db).RunAsync(message.Id, MessageDecision.TryAgain, Reader.System, world.By("messages.decide"), MessageWorld.Cancel)).IsSuccess);

        Assert.Equal(1, (await world.SendAsync()).Sent);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("mute")]
    public async Task Send_ConnectionBreaksAfterTheText_IsUnclearAndNeverSentAgainByItself(string how)
    {
        await using var world = await MessageWorld.CreateAsync(DatabaseKind.Sqlite);
        world.Mail.Answer = _ => how;
        var message = (await world.PutAsync(world.New("a")))[0];

        Assert.Equal(1, (await world.SendAsync()).Unclear);
        world.Mail.Answer = _ => null;
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new SentCounts(0, 0, 0, 0), await world.SendAsync());

        Assert.Equal((MessageState.Unclear, "smtp-no-answer"), ((await world.ReadAsync(message.Id)).State, (await world.ReadAsync(message.Id)).Error));
        Assert.Equal(how == "mute" ? 1 : 0, world.Mail.Taken.Count);
    }

    [Fact]
    public async Task Send_ServerIsAway_WaitsAndCostsTheOthersNoAttempt()
    {
        await using var world = await MessageWorld.CreateAsync(DatabaseKind.Sqlite);
        var messages = await world.PutAsync(world.New("a"), world.New("b"));
        await world.Mail.DisposeAsync();

        Assert.Equal(new SentCounts(0, 1, 0, 0), await world.SendAsync());

        var tried = await Task.WhenAll(messages.Select(m => world.ReadAsync(m.Id)));
        Assert.Equal([0, 1], tried.Select(m => m.Attempts).Order());
        Assert.All(tried, m => Assert.Equal(MessageState.Waiting, m.State));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Send_SenderKilledOnTheWay_MailIsUnclearAndSmsWaitsAgain(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        var messages = await world.PutAsync(world.New("mail"), world.New("sms", MessageChannel.Sms));
        await using (var db = world.Open())
        {
            // As a sender that was killed leaves them.
            var until = world.Clock.GetUtcNow().UtcDateTime.AddMinutes(5);
            await db.Messages.ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MessageState.InFlight).SetProperty(m => m.AttemptId, Guid.CreateVersion7()).SetProperty(m => m.AttemptUntil, until).SetProperty(m => m.Attempts, 1), MessageWorld.Cancel);
        }

        Assert.Equal(new SentCounts(0, 0, 0, 0), await world.SendAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(new SentCounts(1, 0, 0, 0), await world.SendAsync());

        Assert.Equal((MessageState.Unclear, "cut-off"), ((await world.ReadAsync(messages[0].Id)).State, (await world.ReadAsync(messages[0].Id)).Error));
        Assert.Equal(MessageState.Sent, (await world.ReadAsync(messages[1].Id)).State);
        Assert.Empty(world.Mail.Taken);
    }

    [Fact]
    public async Task Send_InTheNight_WaitsForTheMorningOfAWorkday()
    {
        await using var world = await MessageWorld.CreateAsync(DatabaseKind.Sqlite);
        world.Clock.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(12));
        var message = (await world.PutAsync(world.New("a")))[0];

        // Friday 6 March, 21.00 in Havneby: Monday 8.00.
        Assert.Equal(new DateTime(2026, 3, 9, 7, 0, 0, DateTimeKind.Utc), message.NextAt);
        Assert.Equal(0, (await world.SendAsync()).Sent);
        world.Clock.Advance(TimeSpan.FromHours(59));
        Assert.Equal(1, (await world.SendAsync()).Sent);
    }

    [Fact]
    public async Task Sms_IsAFileNamedByItsId_WithoutTheEmployeesWords()
    {
        await using var world = await MessageWorld.CreateAsync(DatabaseKind.Sqlite);
        var message = (await world.PutAsync(world.New("a", MessageChannel.Sms)))[0];
        await world.SendAsync();

        using var file = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(world.SmsFolder, $"{message.Id:N}.json"), MessageWorld.Cancel));
        Assert.Equal("12 34 56 78", file.RootElement.GetProperty("to").GetString());
        Assert.Contains("Amira", file.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("plads", file.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }
}
