using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Foundation.People.Duplicates;
using Vejviser.Core.Tests.Engine.Messages;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Newcomers;

/// <summary>Whom MitID lets in, by the number in force, and for how long.</summary>
public sealed class MitIdTests
{
    private static readonly NewcomerSettings Settings = new();

    private static string NumberOf(int serial) => ReplacementCprNumber.Of(new DateOnly(1990, 4, 1), Sex.Female, serial).Reveal();

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task SignIn_TwiceBeforeEitherIsSaved_IsOneAccess(DatabaseKind kind)
    {
        await using var world = await WithNumberAsync(kind);
        await using var first = world.Open();
        await using var transaction = await first.Database.BeginTransactionAsync(MessageWorld.Cancel);
        var one = await new SignInByMitId(first, Settings).RunAsync(NumberOf(1), isSure: true, world.Clock.Now(), MessageWorld.Cancel);
        var other = Task.Run(() => SignInAsync(world, NumberOf(1)), MessageWorld.Cancel);
        // It stands at the first one's row, which it cannot see, and cannot say so.
        await Task.WhenAny(other, Task.Delay(TimeSpan.FromMilliseconds(500), MessageWorld.Cancel));
        await transaction.CommitAsync(MessageWorld.Cancel);

        Assert.Equal(one.Value, (await other).Value);
        await using var after = world.Open();
        Assert.Equal((1, 2), (await after.MitIdAccesses.CountAsync(MessageWorld.Cancel), await after.AuditEntries.CountAsync(e => e.Action == "newcomers.sign-in", MessageWorld.Cancel)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Number_Replaced_EndsTheSessionAndTheNewOneLetsIn(DatabaseKind kind)
    {
        await using var world = await WithNumberAsync(kind);
        var session = (await SignInAsync(world, NumberOf(1))).Value;
        Assert.NotNull(await LoadAsync(world, session));

        await GiveNumberAsync(world, 2);
        Assert.Null(await LoadAsync(world, session));
        Assert.Equal("newcomers.refused", (await SignInAsync(world, NumberOf(1))).Failure?.Code);
        Assert.NotNull(await LoadAsync(world, (await SignInAsync(world, NumberOf(2))).Value));
        Assert.Null(await LoadAsync(world, session));
    }

    [Fact]
    public async Task Closed_BeforeTheFirstSignIn_StaysClosedWithAnotherNumber()
    {
        await using var world = await WithNumberAsync(DatabaseKind.Sqlite);
        await CloseAsync(world);
        Assert.Equal("newcomers.refused", (await SignInAsync(world, NumberOf(1))).Failure?.Code);
        await GiveNumberAsync(world, 2);
        Assert.Equal("newcomers.refused", (await SignInAsync(world, NumberOf(2))).Failure?.Code);

        await OpenAsync(world);
        Assert.True((await SignInAsync(world, NumberOf(2))).IsSuccess);
    }

    [Fact]
    public async Task Opened_AfterItWasClosed_LeavesSessionsFromBeforeEnded()
    {
        await using var world = await WithNumberAsync(DatabaseKind.Sqlite);
        var session = (await SignInAsync(world, NumberOf(1))).Value;
        await CloseAsync(world);
        Assert.Null(await LoadAsync(world, session));
        await OpenAsync(world);
        Assert.Null(await LoadAsync(world, session));
        Assert.NotNull(await LoadAsync(world, (await SignInAsync(world, NumberOf(1))).Value));
    }

    [Fact]
    public async Task Close_PersonWithoutANumber_IsRefused()
    {
        await using var world = await MessageWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var db = world.Open();
        Assert.Equal("newcomers.no-cpr", (await new CloseMitId(db).RunAsync(world.Amira.Id, Reader.System, world.By("newcomers.close-mitid"), MessageWorld.Cancel)).Failure?.Code);
    }

    [Fact]
    public async Task Number_EnteredOnSomebodyElseToo_EndsTheSession()
    {
        await using var world = await WithNumberAsync(DatabaseKind.Sqlite);
        var session = (await SignInAsync(world, NumberOf(1))).Value;
        await AddTwinAsync(world, 1);
        Assert.Null(await LoadAsync(world, session));
        Assert.Equal("newcomers.refused", (await SignInAsync(world, NumberOf(1))).Failure?.Code);
    }

    [Fact]
    public async Task Merged_ClosedOne_ClosesTheOneWhoIsKept()
    {
        await using var world = await WithNumberAsync(DatabaseKind.Sqlite);
        await CloseAsync(world);
        var twin = await AddTwinAsync(world, 2);
        var session = (await SignInAsync(world, NumberOf(2))).Value;
        Assert.NotNull(await LoadAsync(world, session));

        await using (var db = world.Open())
            Assert.True((await MergePeople.RunAsync(db, PersonParts.OfPeople, Reader.System, world.By("people.merge"), new Merge(twin.Id, twin.Version, world.Amira.Id, world.Amira.Version, new HashSet<string>(), TakeCpr: false), MessageWorld.Cancel)).IsSuccess);
        Assert.Null(await LoadAsync(world, session));
        Assert.Equal("newcomers.refused", (await SignInAsync(world, NumberOf(2))).Failure?.Code);
    }

    private static async Task<MessageWorld> WithNumberAsync(DatabaseKind kind)
    {
        var world = await MessageWorld.CreateAsync(kind);
        await GiveNumberAsync(world, 1);
        return world;
    }

    private static async Task GiveNumberAsync(MessageWorld world, int serial)
    {
        await using var db = world.Open();
        Assert.True((await ReplaceCpr.RunAsync(db, Reader.System, world.By("people.replace-cpr"), world.Amira.Id, NumberOf(serial), MessageWorld.Cancel)).IsSuccess);
    }

    private static async Task<Person> AddTwinAsync(MessageWorld world, int serial)
    {
        var twin = new Person { HouseholdId = world.Family.Id, GivenName = "Amira", FamilyName = "Hadad", SearchName = "amira hadad", BirthDate = new DateOnly(1990, 4, 1), CreatedAt = TestDatabase.Start.UtcDateTime };
        await using var db = world.Open();
        db.AddRange(twin, new PersonCpr { PersonId = twin.Id, Number = NumberOf(serial), IsReplacement = true, From = TestDatabase.Start.UtcDateTime });
        await db.SaveAsync(world.By("test.seed"), new AuditSubject(Entity: "test"), MessageWorld.Cancel);
        return twin;
    }

    private static async Task CloseAsync(MessageWorld world)
    {
        await using var db = world.Open();
        Assert.True((await new CloseMitId(db).RunAsync(world.Amira.Id, Reader.System, world.By("newcomers.close-mitid"), MessageWorld.Cancel)).IsSuccess);
    }

    private static async Task OpenAsync(MessageWorld world)
    {
        await using var db = world.Open();
        Assert.True((await new OpenMitId(db).RunAsync(world.Amira.Id, Reader.System, world.By("newcomers.open-mitid"), MessageWorld.Cancel)).IsSuccess);
    }

    private static async Task<Result<Guid>> SignInAsync(MessageWorld world, string number)
    {
        await using var db = world.Open();
        return await new SignInByMitId(db, Settings).RunAsync(number, isSure: true, world.Clock.Now(), MessageWorld.Cancel);
    }

    private static async Task<Newcomer?> LoadAsync(MessageWorld world, Guid session)
    {
        await using var db = world.Open();
        return await Newcomer.LoadByMitIdAsync(db, Settings, session, world.Clock.Now(), MessageWorld.Cancel);
    }
}
