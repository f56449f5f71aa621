using CsCheck;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Housing;

public sealed class ClaimHomeTests
{
    private const int Claimers = 50;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Claim_FiftyAtOnceTheLastHome_OneGetsItAndTheOthersTheNextProposal(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var (last, next) = (await world.HomeAsync("Fjordvej 1"), await world.HomeAsync("Fjordvej 2"));
        var households = await world.WaitAsync(Claimers);
        var answers = await Task.WhenAll(households.Select(h => Task.Run(() => world.ClaimAsync(h, last.Id), HousingWorld.Cancel)));

        Assert.Single(answers, a => a.IsSuccess);
        Assert.All(answers.Where(a => !a.IsSuccess), a => Assert.Equal(("housing.home-gone-next", next.Address), (a.Failure!.Code, a.Failure.Values["home"])));
        await using var db = world.Open();
        Assert.Equal(1, await db.Leases.CountAsync(HousingWorld.Cancel));
        Assert.Equal(1, await db.Nominations.CountAsync(HousingWorld.Cancel));
        Assert.Equal(Claimers - 1, await db.HousingNeeds.CountAsync(n => n.IsWaiting, HousingWorld.Cancel));
    }

    [Fact]
    public async Task Claim_HomeThatIsGone_ProposesTheBestOfTheOthers()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite);
        var gone = await world.HomeAsync("Fjordvej 1");
        await world.HomeAsync("Adelvej 1", rooms: 2);
        var best = await world.HomeAsync("Fjordvej 2");
        await world.HomeAsync("Ådalsvej 1", rooms: 2);
        var households = await world.WaitAsync(2);
        Assert.True((await world.ClaimAsync(households[0], gone.Id)).IsSuccess);

        var answer = await world.ClaimAsync(households[1], gone.Id);

        Assert.Equal(("housing.home-gone-next", best.Address), (answer.Failure?.Code, answer.Failure?.Values["home"]));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Claim_HomeThatBreaksARule_IsRefusedWithTheRule(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var household = (await world.WaitAsync(1)).Single();
        Assert.Equal("housing.refused-too-dear", (await world.ClaimAsync(household, (await world.HomeAsync("Dyrvej 1", rent: 9000)).Id)).Failure?.Code);
        Assert.Equal("housing.refused-listed-area", (await world.ClaimAsync(household, (await world.HomeAsync("Højvang 1", area: world.Listed)).Id)).Failure?.Code);
        Assert.Equal("housing.refused-too-large", (await world.ClaimAsync(household, (await world.HomeAsync("Storvej 1", rooms: 4)).Id)).Failure?.Code);
        var family = (await world.WaitAsync(1, people: 5)).Single();
        Assert.Equal("housing.refused-too-small", (await world.ClaimAsync(family, (await world.HomeAsync("Lillevej 1")).Id)).Failure?.Code);
    }

    [Fact]
    public async Task Ledger_AnySequenceOfNominationsAndAnswers_AddsUp()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite, 10, 10, 10);
        var homes = new List<Guid>();
        for (var i = 0; i < 6; i++)
            homes.Add((await world.HomeAsync($"Vej {i}", estate: i % 3)).Id);
        var households = await world.WaitAsync(8);
        var steps = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 7], Gen.Int[0, 5]).Array[5, 25];
        await steps.SampleAsync(
            async sequence =>
            {
                foreach (var (kind, household, home) in sequence)
                    await StepAsync(world, kind, households[household], homes[home]);
                await AssertAddsUpAsync(world, homes);
            },
            iter: 30, threads: 1, seed: "0000000000000");
    }

    private static async Task StepAsync(HousingWorld world, int kind, Guid household, Guid home)
    {
        if (kind == 0)
        {
            await world.ClaimAsync(household, home);
            return;
        }

        await using var db = world.Open();
        if (kind == 3)
        {
            if (await db.Nominations.OrderBy(n => n.Id).FirstOrDefaultAsync(n => n.DwellingId == home, HousingWorld.Cancel) is { } named)
                await ChangeRight.RunAsync(db, named.Id, NominationRight.Extra, HousingWorld.Peter, HousingWorld.By(), HousingWorld.Cancel);
            return;
        }

        if (await db.Nominations.Where(n => n.HouseholdId == household && n.State == NominationState.Made).Select(n => (Guid?)n.Id).FirstOrDefaultAsync(HousingWorld.Cancel) is { } standing)
            await AnswerNomination.RunAsync(db, standing, isConfirmed: kind == 1, "For langt", HousingWorld.Peter, HousingWorld.By(), HousingWorld.Cancel);
    }

    /// <summary>Each line against the rows themselves, and the homes against the leases that hold them.</summary>
    private static async Task AssertAddsUpAsync(HousingWorld world, List<Guid> homes)
    {
        await using var db = world.Open();
        var all = await db.Nominations.AsNoTracking().ToListAsync(HousingWorld.Cancel);
        var ledger = await NominationLedger.ReadAsync(db, HousingWorld.Today, HousingWorld.Today, null, HousingWorld.Cancel);
        Assert.Equal(all.Count, ledger.Sum(l => l.Made));
        Assert.All(ledger, l =>
        {
            Assert.Equal(all.Count(n => n.AssociationId == l.AssociationId), l.Made);
            Assert.Equal(l.Made, l.Quarter + l.Extra + l.Refused);
            Assert.Equal(l.Quarter + l.Extra, l.Awaited + l.Confirmed);
        });
        var held = await db.Leases.Where(l => l.HeldDwellingId != null).Select(l => l.DwellingId).ToListAsync(HousingWorld.Cancel);
        Assert.Equal(held.Distinct().Count(), held.Count);
        Assert.Equal(ledger.Sum(l => l.Awaited + l.Confirmed), held.Count);
        Assert.All(all.Where(n => n.State != NominationState.Refused), n => Assert.Contains(n.DwellingId, held));
        Assert.All(held, h => Assert.Contains(h, homes));
    }
}
