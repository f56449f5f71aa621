using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Tests.Engine.Messages;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Newcomers;

public sealed class NewcomerAccessTests
{
    private static readonly NewcomerSettings Settings = new();

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task SignIn_LinkAndCode_LetsInAndKeepsNeither(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        var given = await GiveAsync(world);

        Assert.True((await SignInAsync(world, given.Link, given.Code)).IsSuccess);
        Assert.Equal("newcomers.wrong", (await SignInAsync(world, given.Link, "00000000" == given.Code ? "00000001" : "00000000")).Failure?.Code);
        Assert.Equal("newcomers.wrong", (await SignInAsync(world, "no-such-link", given.Code)).Failure?.Code);

        await using var db = world.Open();
        var kept = await db.NewcomerAccesses.SingleAsync(MessageWorld.Cancel);
        Assert.DoesNotContain(given.Code, kept.CodeHash, StringComparison.Ordinal);
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Details!.Contains(given.Code) || e.Details.Contains(given.Link), MessageWorld.Cancel));
    }

    [Fact]
    public async Task SignIn_CodeInArabicDigitsWithASpace_LetsIn()
    {
        await using var world = await MessageWorld.CreateAsync(DatabaseKind.Sqlite);
        var given = await GiveAsync(world);
        var written = string.Concat(given.Code[..4].Select(c => (char)('\u0660' + (c - '0')))) + " " + given.Code[4..];
        Assert.True((await SignInAsync(world, given.Link, written)).IsSuccess);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task SignIn_ManyGuessesAtOnce_OnlyAFewAreLookedAt(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        var given = await GiveAsync(world);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SignInAsync(world, given.Link, "1")));

        Assert.Equal(Settings.Tries, answers.Count(a => a.Failure?.Code == "newcomers.wrong"));
        Assert.Equal("newcomers.locked", (await SignInAsync(world, given.Link, given.Code)).Failure?.Code);
        world.Clock.Advance(TimeSpan.FromMinutes(Settings.LockMinutes));
        Assert.True((await SignInAsync(world, given.Link, given.Code)).IsSuccess);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Access_RevokedOrReplacedOrRunOut_LetsNobodyInAndEndsSessions(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        var first = await GiveAsync(world);
        var session = (await SignInAsync(world, first.Link, first.Code)).Value;
        Assert.NotNull(await LoadAsync(world, session));

        var second = await GiveAsync(world);
        Assert.Null(await LoadAsync(world, session));
        Assert.False((await SignInAsync(world, first.Link, first.Code)).IsSuccess);
        session = (await SignInAsync(world, second.Link, second.Code)).Value;
        await using (var db = world.Open())
            await new RevokeAccess(db).RunAsync(world.Amira.Id, Reader.System, world.By("newcomers.revoke-access"), MessageWorld.Cancel);
        Assert.Null(await LoadAsync(world, session));

        var third = await GiveAsync(world);
        world.Clock.Advance(TimeSpan.FromDays(Settings.LinkDays));
        Assert.False((await SignInAsync(world, third.Link, third.Code)).IsSuccess);
    }

    [Fact]
    public async Task Give_ToAChild_IsRefused()
    {
        await using var world = await MessageWorld.CreateAsync(DatabaseKind.Sqlite);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await using (var db = world.Open())
            await db.People.Where(p => p.Id == world.Amira.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.BirthDate, new DateOnly(2015, 1, 1)), MessageWorld.Cancel);
        await using var again = world.Open();
        Assert.Equal("newcomers.too-young", (await new GiveAccess(again, Settings).RunAsync(world.Amira.Id, Reader.System, world.By("newcomers.give-access"), MessageWorld.Cancel)).Failure?.Code);
    }

    private static async Task<GivenAccess> GiveAsync(MessageWorld world)
    {
        await using var db = world.Open();
        return (await new GiveAccess(db, Settings).RunAsync(world.Amira.Id, Reader.System, world.By("newcomers.give-access"), MessageWorld.Cancel)).Value;
    }

    private static async Task<Result<Guid>> SignInAsync(MessageWorld world, string link, string code)
    {
        await using var db = world.Open();
        return await new SignInNewcomer(db, Settings).RunAsync(link, code, world.Clock.Now(), MessageWorld.Cancel);
    }

    private static async Task<Newcomer?> LoadAsync(MessageWorld world, Guid session)
    {
        await using var db = world.Open();
        return await Newcomer.LoadAsync(db, session, world.Clock.Now(), MessageWorld.Cancel);
    }
}
