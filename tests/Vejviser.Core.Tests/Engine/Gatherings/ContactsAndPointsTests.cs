using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Common;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.Gatherings.GatheringWorld;

namespace Vejviser.Core.Tests.Engine.Gatherings;

/// <summary>As many contact persons as the practice allows, and points that stand on the agenda until they are answered.</summary>
public sealed class ContactsAndPointsTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task AddContact_OneMoreThanThePracticeAllows_IsRefusedWithWhoTheyAre(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind, Team);
        var home = await world.FamilyAsync();
        await world.EnrolAsync(home, Team);
        await AssignAsync(world, home.Id, "sofie.bach@havneby.example");
        Assert.True((await AddAsync(world, home.Id, "jonas.krogh@havneby.example")).IsSuccess);

        var refused = await AddAsync(world, home.Id, "hanne.friis@havneby.example");

        Assert.Equal("plan.contacts-full", refused.Failure?.Code);
        Assert.Equal("Sofie Bach, Jonas Krogh", refused.Failure!.Values["names"]);
        await using var db = world.Open();
        Assert.Equal(new DateOnly(2026, 3, 2), await db.Households.Where(h => h.Id == home.Id).Select(h => h.ContactSince).SingleAsync(Cancel));
    }

    [Fact]
    public async Task AddContact_SettingRaised_IsTaken()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite, Team);
        await using (var db = world.Open())
            Assert.True((await new PublishPracticeVersion(db, world.Practices).RunAsync(new(Team, PracticeChanges.None with { Settings = new Dictionary<string, int> { ["contact-persons-most"] = 3 } }), By(), Cancel)).IsSuccess);
        var home = await world.FamilyAsync();
        await world.EnrolAsync(home, Team);
        foreach (var email in new[] { "sofie.bach@havneby.example", "jonas.krogh@havneby.example", "hanne.friis@havneby.example" })
            Assert.True((await AddAsync(world, home.Id, email)).IsSuccess);

        Assert.Equal("plan.contacts-full", (await AssignAsync(world, home.Id, "lars.dam@havneby.example")).Failure?.Code);
    }

    [Fact]
    public async Task AddContact_NoPracticeLimits_IsTaken()
    {
        await using var world = await CreateAsync(DatabaseKind.Sqlite, Team);
        var home = await world.FamilyAsync();
        foreach (var email in new[] { "sofie.bach@havneby.example", "jonas.krogh@havneby.example", "hanne.friis@havneby.example" })
            Assert.True((await AddAsync(world, home.Id, email)).IsSuccess);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Raise_Point_StandsAtTheManagementMeetingUntilItIsAnswered(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind, Team);
        var plan = await world.EnrolAsync(await world.FamilyAsync(), Team);
        await world.KeepAsync(Team);
        var (management, team) = ((await world.MeetingsAsync("management-follow-up")), (await world.MeetingsAsync("team-meeting"))[0]);
        var sofie = await world.ReaderAsync("sofie.bach@havneby.example");
        await using var db = world.Open();
        var point = (await new ChangePoints(db, world.Practices).RaiseAsync(plan, "Hvem betaler bussen?", sofie, By(), Cancel)).Value;
        Assert.Single(await GatheredPoints.OfMeetingAsync(db, sofie, management[0], Now, Cancel));

        Assert.Equal("points.unknown", (await new ChangePoints(db, world.Practices).AnswerAsync(point, team.Id, "Skolen", sofie, By(), Cancel)).Failure?.Code);
        Assert.True((await new ChangePoints(db, world.Practices).AnswerAsync(point, management[0].Id, "Skolen", sofie, By(), Cancel)).IsSuccess);

        Assert.Equal("Skolen", Assert.Single(await GatheredPoints.OfMeetingAsync(db, sofie, management[0], Now, Cancel)).Answer);
        Assert.Empty(await GatheredPoints.OfMeetingAsync(db, sofie, management[1], Now, Cancel));
    }

    private static async Task<Result<Done>> AddAsync(GatheringWorld world, Guid home, string email)
    {
        await using var db = world.Open();
        return await new ChangeContacts(db, world.Practices).AddAsync(new(home, await world.AccountAsync(email), null), By(), Cancel);
    }

    private static async Task<Result<Done>> AssignAsync(GatheringWorld world, Guid home, string email)
    {
        await using var db = world.Open();
        return await new AssignStaff(db, world.Practices).RunAsync(new(home, null, await world.AccountAsync(email)), By(), Cancel);
    }
}
