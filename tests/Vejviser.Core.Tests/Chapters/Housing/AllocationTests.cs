using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Matching;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Housing;

public sealed class AllocationTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Meeting_ProposedChangedAndDecided_KeepsTheKeyAndTheChoice(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind, 60, 30, 10);
        for (var i = 0; i < 15; i++)
            await world.HomeAsync($"Vej {i:00}", estate: i % 3, rent: 2500 + 10 * i);
        var trap = await world.HomeAsync("Højvang 1", area: world.Listed, rent: 100);
        var households = await world.WaitAsync(10);
        var meeting = await world.MeetAsync();
        var seen = await world.SeeAsync(meeting);
        Assert.Equal((SolveStatus.Optimal, 10), (seen.Proposal.Status, seen.Proposal.Placed));
        Assert.All(seen.Proposal.Key, k => Assert.True(k.IsWithin(seen.Facts.KeyTolerance), $"{k.Association.Name}: {k.Placed} of {k.Part}"));
        Assert.DoesNotContain(seen.Proposal.Lines, l => l.Home!.Id == trap.Id);
        Assert.All(seen.Proposal.Lines, l => Assert.NotNull(l.RunnerUp));

        var other = seen.Facts.Homes.First(h => seen.Proposal.Lines.All(l => l.Home!.Id != h.Id) && h.Id != trap.Id);
        Assert.Equal("housing.refused-listed-area", (await world.PinAsync(meeting, households[0], trap.Id)).Failure?.Code);
        Assert.True((await world.PinAsync(meeting, households[0], other.Id)).IsSuccess);
        Assert.Equal("housing.proposal-changed", (await world.DecideAsync(meeting, seen.Proposal.Fingerprint)).Failure?.Code);
        seen = await world.SeeAsync(meeting);
        var pinned = seen.Proposal.Lines.Single(l => l.Seeker.Id == households[0]);
        Assert.Equal((other.Id, "De kender naboen"), (pinned.Home!.Id, pinned.ByHand));
        Assert.True(pinned.HandCost >= 0);
        Assert.All(seen.Proposal.Key, k => Assert.True(k.IsWithin(seen.Facts.KeyTolerance)));

        Assert.Equal(10, (await world.DecideAsync(meeting, seen.Proposal.Fingerprint)).Value);
        await using var db = world.Open();
        Assert.Equal(10, await db.Nominations.CountAsync(n => n.MeetingId == meeting.Id, HousingWorld.Cancel));
        Assert.Equal(10, await db.Leases.CountAsync(l => l.HeldDwellingId != null, HousingWorld.Cancel));
        Assert.False(await db.HousingNeeds.AnyAsync(n => n.IsWaiting, HousingWorld.Cancel));
        Assert.Equal("housing.meeting-decided", (await world.PinAsync(meeting, households[1], null)).Failure?.Code);
    }

    [Fact]
    public async Task Meeting_MoreHouseholdsThanHomes_SaysWhichRulesCannotAllHoldAndPlacesWhoWaitedLongest()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite, 10);
        await world.HomeAsync("Vej 1");
        var households = await world.WaitAsync(3);
        var meeting = await world.MeetAsync();
        var seen = await world.SeeAsync(meeting);
        Assert.NotEmpty(seen.Proposal.Conflict);
        var placed = Assert.Single(seen.Proposal.Lines, l => l.Home is not null);
        Assert.Equal(households[^1], placed.Seeker.Id);
        Assert.All(seen.Proposal.Lines.Where(l => l.Home is null), l => Assert.Equal("no-room", l.Why));
    }

    /// <summary>People at the table may go over the key; who is left is placed all the same.</summary>
    [Fact]
    public async Task Meeting_ChoicesByHandOverTheKey_ArePlacedAndSoIsWhoIsLeft()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite, 10, 10);
        var homes = new List<Guid>();
        for (var n = 1; n <= 6; n++)
        {
            homes.Add((await world.HomeAsync($"Vej {n}")).Id);
            await world.HomeAsync($"Gade {n}", estate: 1);
        }

        var households = await world.WaitAsync(6);
        var meeting = await world.MeetAsync();
        foreach (var (household, home) in households.Zip(homes).Take(5))
            Assert.True((await world.PinAsync(meeting, household, home)).IsSuccess);

        var seen = await world.SeeAsync(meeting);
        Assert.NotEmpty(seen.Proposal.Conflict);
        Assert.Equal(6, seen.Proposal.Placed);
        Assert.Equal(5, seen.Proposal.Lines.Count(l => l.ByHand is not null));
    }

    [Fact]
    public async Task Decide_HomeLetMeanwhile_DecidesNothing()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite, 10);
        var home = await world.HomeAsync("Vej 1");
        await world.HomeAsync("Vej 2");
        var households = await world.WaitAsync(2);
        var meeting = await world.MeetAsync();
        var seen = await world.SeeAsync(meeting);
        Assert.True((await world.ClaimAsync(households[0], home.Id)).IsSuccess);
        Assert.Equal("housing.proposal-changed", (await world.DecideAsync(meeting, seen.Proposal.Fingerprint)).Failure?.Code);
        await using var db = world.Open();
        Assert.Equal(1, await db.Nominations.CountAsync(HousingWorld.Cancel));
    }

    [Fact]
    public async Task Policy_Published_NumbersUpAndTellsWhatItWouldHaveDone()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite, 10, 10);
        await world.HomeAsync("Vej 1");
        await world.HomeAsync("Vej 2", estate: 1);
        await world.WaitAsync(2);
        var meeting = await world.MeetAsync();
        await world.DecideAsync(meeting, (await world.SeeAsync(meeting)).Proposal.Fingerprint);
        await using var db = world.Open();
        var figures = PolicyFigures.Of(HousingPolicy.First) with { WorkWeight = 0 };
        var effect = await PolicyEffect.ReadAsync(db, world.Solving, HousingPolicy.First, figures, HousingWorld.Cancel);
        Assert.Equal((meeting.Day, 2, 2), (effect.Day, effect.PlacedBefore, effect.PlacedAfter));
        var input = new PublishPolicy.Input(figures, 0, "Færre point");
        Assert.Equal(1, (await PublishPolicy.RunAsync(db, input, HousingWorld.Peter, HousingWorld.By(), HousingWorld.Cancel)).Value);
        Assert.Equal("housing.changed-meanwhile", (await PublishPolicy.RunAsync(db, input, HousingWorld.Peter, HousingWorld.By(), HousingWorld.Cancel)).Failure?.Code);
    }

    [Theory]
    [InlineData("listed-area")]
    [InlineData("too-dear")]
    [InlineData("too-small")]
    [InlineData("too-large")]
    [InlineData("no-access")]
    [InlineData("youth-home")]
    [InlineData("free-too-late")]
    public void HardRule_Broken_RefusesByItsName(string rule)
    {
        var seeker = new SeekerFacts(Guid.CreateVersion7(), "H", 2, 1, 2, 8000, NeedsAccess: rule == "no-access", false, false, HousingWorld.Today, 3);
        var home = new HomeFacts(Guid.CreateVersion7(), "Vej 1", Guid.CreateVersion7(), "A", "B", 70, false, 500, 500, 2, 60, 7000, DwellingKind.Family, false, HousingWorld.Today);
        home = rule switch
        {
            "listed-area" => home with { IsListed = true },
            "too-dear" => home with { Rent = 8001 },
            "too-small" => home with { Rooms = 1 },
            "too-large" => home with { Rooms = 4 },
            "youth-home" => home with { Kind = DwellingKind.Youth },
            "free-too-late" => home with { AvailableFrom = HousingWorld.Today.AddDays(91) },
            _ => home,
        };
        var book = HousingRuleBook.Of(HousingPolicy.First);
        Assert.Equal([rule], book.Judge(seeker, home).Refusals.Select(r => r.Code));
    }

    [Fact]
    public void HardRule_AtItsLimit_Accepts()
    {
        var seeker = new SeekerFacts(Guid.CreateVersion7(), "H", 2, 1, 2, 8000, NeedsAccess: false, false, false, HousingWorld.Today, 3);
        var home = new HomeFacts(Guid.CreateVersion7(), "Vej 1", Guid.CreateVersion7(), "A", "B", 70, false, 500, 500, 2, 60, 7000, DwellingKind.Family, false, HousingWorld.Today);
        var book = HousingRuleBook.Of(HousingPolicy.First);
        Assert.All([home, home with { Rent = 8000 }, home with { Rooms = 3 }, home with { AvailableFrom = HousingWorld.Today.AddDays(90) }], h => Assert.True(book.Judge(seeker, h).Accepted));
    }
}
