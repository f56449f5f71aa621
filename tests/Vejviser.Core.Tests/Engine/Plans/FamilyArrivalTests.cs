using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Plans;

public sealed class FamilyArrivalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Add_ToAHouseholdThatRunsAPractice_WhatItChangesHappensAndIsTold(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var person = await world.NewPersonAsync();
        var plan = await world.EnrolledAsync(person);

        var joined = (await world.JoinAsync(j => j.AddAsync(Reader.System, world.By(), CourseWorld.Today, new NewPerson(person.HouseholdId, Spouse()), Cancel))).Value;

        Assert.Equal([new ArrivalEffect(plan, "small-course", (await world.PlanAsync(plan)).PracticeVersionId, "family-comes")], joined.Effects);
        await using var db = world.Open();
        var next = await db.Plans.SingleAsync(p => p.Practice == "small-next", Cancel);
        Assert.Equal((person.Id, PlanSource.Practice), (next.PersonId!.Value, next.Source));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.Action == "plans.family-arrived", Cancel));
    }

    [Fact]
    public async Task Add_ToAHouseholdThatRunsNothing_ChangesNothing()
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);
        var person = await world.NewPersonAsync();

        Assert.Empty((await world.JoinAsync(j => j.AddAsync(Reader.System, world.By(), CourseWorld.Today, new NewPerson(person.HouseholdId, Spouse()), Cancel))).Value.Effects);
        await using var db = world.Open();
        Assert.False(await db.Plans.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Add_RefusedPerson_ChangesNothing()
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);
        var person = await world.NewPersonAsync();
        await world.EnrolledAsync(person);
        var head = Spouse();
        head.Role = HouseholdRole.Head;

        Assert.Equal("people.second-head", (await world.JoinAsync(j => j.AddAsync(Reader.System, world.By(), CourseWorld.Today, new NewPerson(person.HouseholdId, head), Cancel))).Failure!.Code);
        await using var db = world.Open();
        Assert.False(await db.Plans.AnyAsync(p => p.Practice == "small-next", Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_Person_OwnPracticesComeAlongAndTheirOwnersSeeTheNewHousehold(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var (person, other) = (await world.NewPersonAsync(), await world.NewPersonAsync());
        var plan = await world.EnrolledAsync(person, "small-next");

        var moved = (await world.JoinAsync(j => j.MoveAsync(Reader.System, world.By(), new PersonMove(person.Id, other.HouseholdId, HouseholdRole.Spouse), Cancel))).Value;

        Assert.Equal(other.HouseholdId, moved.HouseholdId);
        Assert.Equal(other.HouseholdId, (await world.PlanAsync(plan)).HouseholdId);
        Assert.All((await world.TasksAsync(plan)).Values, t => Assert.Equal(other.HouseholdId, t.HouseholdId));
        await using var db = world.Open();
        Assert.True(await db.HouseholdAccesses.AnyAsync(a => a.HouseholdId == other.HouseholdId && a.UnitId == world.Employment.Id, Cancel));
    }

    [Fact]
    public async Task Move_SameCommandTwice_ChangesOnce()
    {
        await using var world = await CourseWorld.CreateAsync(DatabaseKind.Sqlite);
        var (person, other) = (await world.NewPersonAsync(), await world.NewPersonAsync());
        await world.EnrolledAsync(other);
        var command = Guid.CreateVersion7();
        var move = new PersonMove(person.Id, other.HouseholdId, HouseholdRole.Spouse);

        Assert.Single((await world.JoinAsync(j => j.MoveAsync(Reader.System, world.By(command), move, Cancel))).Value.Effects);
        Assert.Empty((await world.JoinAsync(j => j.MoveAsync(Reader.System, world.By(command), move, Cancel))).Value.Effects);
    }

    private static Person Spouse() => new()
    {
        Role = HouseholdRole.Spouse, GivenName = "Navn", FamilyName = "Rahimi", SearchName = "", BirthDate = Day("1992-01-01"), Basis = ResidenceBasis.Asylum71, Language = "ar",
    };
}
