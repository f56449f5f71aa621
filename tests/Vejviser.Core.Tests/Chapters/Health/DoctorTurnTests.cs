using CsCheck;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Engine.Plans;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Health;

public sealed class DoctorTurnTests
{
    private const int Happenings = 7;

    /// <summary>
    /// Whatever comes: people arrive and are given a doctor, leave, need another; practices withdraw, close, come back, come new, get another provider number. Between decisions nothing is kept but the
    /// database, so that each is as after a restart. Where all practices are in reach of everybody, no provider number that takes newcomers has over one turn more than another, and every account adds up.
    /// </summary>
    [Fact]
    public async Task Turns_AnySequenceOfArrivalsDeparturesWithdrawalsAndReturns_DifferByAtMostOneAndAddUp() =>
        await Gen.Select(Gen.Int[0, Happenings - 1], Gen.Int[0, 3], Gen.Int[1, 6]).Array[6, 18].SampleAsync(
            async sequence =>
            {
                await using var world = await DoctorWorld.CreateAsync();
                var practices = new List<Guid> { await world.PracticeAsync("A", 0.01), await world.PracticeAsync("B", -0.01, numbers: 2), await world.PracticeAsync("C", 0.03), await world.PracticeAsync("D") };
                foreach (var (kind, which, count) in sequence)
                {
                    await HappenAsync(world, practices, kind, practices[which], count);
                    var seen = await world.SeeAsync();
                    if (seen.Proposal.Placed > 0)
                        Assert.True((await world.DecideAsync(seen)).IsSuccess);
                    await AssertEvenAndAddsUpAsync(world);
                }
            },
            iter: 25, threads: 1, seed: "0000000000000");

    /// <summary>Four in the middle of town and one practice in reach; the next is two kilometres past the most. Were it in reach, half the month's turns would be its own.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Effect_OfALongerDistance_SharesOutTheLastMonthAgain(DatabaseKind kind)
    {
        await using var world = await DoctorWorld.CreateAsync(kind);
        var most = (await world.SeeAsync()).Policy.MostKm;
        await world.PracticeAsync("Nær", 0.01);
        var far = await world.PracticeAsync("Fjern", (most + 2) / 111.2);
        var people = await world.ArriveAsync(4);
        await world.ChooseAsync(people[0], (await world.AccountsAsync()).Values.Single(p => p.Name == "Nær").Id);
        Assert.Equal(4, (await world.DecideAsync(await world.SeeAsync())).Value);
        var accounts = await world.AccountsAsync();

        async Task<IReadOnlyList<DoctorEffect>> EffectAsync(int km, int days)
        {
            await using var db = world.Open();
            return await DoctorEffect.ReadAsync(db, await ReadDoctors.RunAsync(db, DoctorWorld.Practices, DoctorWorld.Cancel), km, DateOnly.FromDateTime(DoctorWorld.Start).AddDays(days), DoctorWorld.Cancel);
        }

        var effects = await EffectAsync(most + 5, days: 20);
        Assert.Equal([(null, 0, 0), (DateOnly.FromDateTime(DoctorWorld.Start).AddDays(20).AddMonths(-1), 4, 2)], effects.Select(e => (e.Since, e.People, e.Moves.Count)));
        Assert.All(effects[1].Moves, m => Assert.Equal(("Nær", far), (m.Now.Practice!.Name, m.Then.Practice!.Id)));
        Assert.Empty((await EffectAsync(most, days: 20))[1].Moves);
        Assert.Equal(0, (await EffectAsync(most + 5, days: 40))[1].People);
        Assert.Equal(accounts, await world.AccountsAsync());
    }

    private static async Task HappenAsync(DoctorWorld world, List<Guid> practices, int kind, Guid practice, int count)
    {
        switch (kind)
        {
            case 0 or 1:
                await world.ArriveAsync(count);
                break;
            case 2:
                await using (var db = world.Open())
                {
                    var given = await GivenDoctors.Of(db, practice, unregistered: false).Take(count).ToListAsync(DoctorWorld.Cancel);
                    foreach (var (person, i) in given.Select((g, i) => (g.PersonId, i)))
                        await world.EndAsync(person, needsAnother: i % 2 == 0);
                }

                break;
            case 3:
                await world.StandAsync(practice, PracticeStanding.Withdrawn);
                break;
            case 4:
                await world.StandAsync(practice, PracticeStanding.Closed);
                break;
            case 5:
                await world.StandAsync(practice, PracticeStanding.Open);
                break;
            default:
                practices.Add(await world.PracticeAsync($"Ny {practices.Count}", 0.001 * practices.Count, numbers: 1 + count % 2));
                break;
        }
    }

    private static async Task AssertEvenAndAddsUpAsync(DoctorWorld world)
    {
        var (accounts, patients) = (await world.AccountsAsync(), await world.PatientsAsync());
        Assert.All(accounts.Values, p =>
        {
            var account = p.Account;
            Assert.Equal(account.Patients, account.Given + account.MovedIn - account.MovedOut - account.Left);
            Assert.Equal(patients.GetValueOrDefault(p.Id), account.Patients);
        });
        var open = accounts.Values.Where(p => p.TakesNewcomers).Select(p => new PracticeTurns(p, 0).Levels).ToList();
        if (open.Count > 0)
            Assert.True(open.Max(l => l.Most) - open.Min(l => l.Least) <= 1, string.Join(", ", open));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Decide_TwoDistrictsOutOfEachOthersReach_NobodyIsSentTooFar(DatabaseKind kind)
    {
        await using var world = await DoctorWorld.CreateAsync(kind);
        var (near, far) = (await world.PracticeAsync("Byens"), await world.PracticeAsync("Fjordens", world.Far.Latitude - world.Middle.Latitude));
        await world.ArriveAsync(4);
        await world.ArriveAsync(1, world.Far);

        var seen = await world.SeeAsync();
        Assert.All(seen.Proposal.Lines, l => Assert.Equal(l.Seeker.District!.Id == world.Far.Id ? far : near, l.Practice!.Id));
        Assert.All(seen.Proposal.Lines, l => Assert.Contains(l.Refused, r => r.Code == "too-far"));
        Assert.Equal(0, seen.Proposal.Difference);
        Assert.Equal(5, (await world.DecideAsync(seen)).Value);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Decide_PracticeWithdrewMeanwhile_NobodyIsGivenAndTheNextIsProposed(DatabaseKind kind)
    {
        await using var world = await DoctorWorld.CreateAsync(kind);
        var (nearest, next) = (await world.PracticeAsync("Nærmest"), await world.PracticeAsync("Næste", 0.02));
        await world.ArriveAsync(1);
        var seen = await world.SeeAsync();
        Assert.Equal(nearest, Assert.Single(seen.Proposal.Lines).Practice!.Id);
        await world.StandAsync(nearest, PracticeStanding.Withdrawn);

        var decided = await world.DecideAsync(seen);

        Assert.Equal(("doctors.practice-gone-next", "Nærmest"), (decided.Failure?.Code, decided.Failure?.Values["practice"]));
        Assert.Empty(await world.PatientsAsync());
        Assert.Equal(next, Assert.Single((await world.SeeAsync()).Proposal.Lines).Practice!.Id);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Decide_SameFormTwice_GivesOnce(DatabaseKind kind)
    {
        await using var world = await DoctorWorld.CreateAsync(kind);
        await world.PracticeAsync("Byens");
        await world.ArriveAsync(3);
        var (seen, form) = (await world.SeeAsync(), Guid.CreateVersion7());

        var (first, second) = (await world.DecideAsync(seen, form), await world.DecideAsync(seen, form));

        Assert.Equal((3, 3), (first.Value, second.Value));
        Assert.Equal(3, (await world.AccountsAsync()).Values.Single().Account.Given);
    }

    [Fact]
    public async Task Decide_ManyAtOnce_EachIsGivenOneDoctorOnce()
    {
        await using var world = await DoctorWorld.CreateAsync();
        await world.PracticeAsync("A");
        await world.PracticeAsync("B", 0.01);
        var people = await world.ArriveAsync(9);
        var seen = await world.SeeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.DecideAsync(seen), DoctorWorld.Cancel)));

        Assert.Single(answers, a => a.IsSuccess);
        Assert.Equal(people.Count, (await world.PatientsAsync()).Values.Sum());
        Assert.Equal(people.Count, (await world.AccountsAsync()).Values.Sum(p => p.Account.Given));
    }

    [Fact]
    public async Task Choose_ByHand_IsKeptWithItsPriceUntilThePracticeWithdraws()
    {
        await using var world = await DoctorWorld.CreateAsync();
        var (near, far) = (await world.PracticeAsync("Nær"), await world.PracticeAsync("Fjern", 0.05));
        var person = (await world.ArriveAsync(1)).Single();

        Assert.True((await world.ChooseAsync(person, far)).IsSuccess);
        var line = Assert.Single((await world.SeeAsync()).Proposal.Lines);
        Assert.Equal((far, "Bor ved siden af"), (line.Practice!.Id, line.ByHand));
        Assert.True(line.HandCost is { Turns: 0, Metres: > 5000 });

        await world.StandAsync(far, PracticeStanding.Withdrawn);
        var after = Assert.Single((await world.SeeAsync()).Proposal.Lines);
        Assert.Equal((near, null), (after.Practice!.Id, after.ByHand));
        Assert.Equal("doctors.practice-out", (await world.ChooseAsync(person, far)).Failure?.Code);
    }

    [Fact]
    public async Task Renegotiation_WarnedThenDueThenBegunAnew_BySettings()
    {
        await using var world = await DoctorWorld.CreateAsync();
        var practice = await world.PracticeAsync("Byens");
        await GiveAsync(8);
        var (turns, policy) = await TurnsAsync();
        Assert.True(turns.IsSoonDue(policy) && !turns.IsDue(policy));
        await GiveAsync(2);
        (turns, policy) = await TurnsAsync();
        Assert.True(turns.IsDue(policy) && !turns.IsSoonDue(policy));

        await using (var db = world.Open())
            Assert.True((await StandOfPractice.RenegotiateAsync(db, practice, DoctorWorld.Hanne, world.By(), DoctorWorld.Cancel)).IsSuccess);

        (turns, policy) = await TurnsAsync();
        Assert.False(turns.IsDue(policy) || turns.IsSoonDue(policy));
        Assert.Equal((0, 10, 10), (turns.Practice.Account.Had, turns.Practice.Account.Patients, turns.Practice.Account.Turns));

        async Task GiveAsync(int count)
        {
            await world.ArriveAsync(count);
            await world.DecideAsync(await world.SeeAsync());
        }

        async Task<(PracticeTurns, DoctorPolicy)> TurnsAsync()
        {
            var seen = await world.SeeAsync();
            return (seen.Proposal.Practices.Single(), seen.Policy);
        }
    }

    /// <summary>What a practice is told of is one thing at a time: near its agreed count, or at it.</summary>
    [Theory]
    [InlineData(7, false, false)]
    [InlineData(8, true, false)]
    [InlineData(9, true, false)]
    [InlineData(10, false, true)]
    public void Turns_WithTheProposalDecided_AreWarnedOrDue(int proposed, bool isWarned, bool isDue)
    {
        var turns = new PracticeTurns(new PracticeFacts(Guid.CreateVersion7(), "A", default, 1, null, PracticeStanding.Open, default, PracticeAccounts.None), proposed);
        var policy = new DoctorPolicy(15_000, RenegotiateAt: 10, WarnAt: 8, DifferenceMost: 1);
        Assert.Equal((isWarned, isDue), (turns.WillBeSoonDue(policy), turns.WillBeDue(policy)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Register_AgreedDoctor_ReachesTheGoal(DatabaseKind kind)
    {
        await using var world = await DoctorWorld.CreateAsync(kind);
        await world.PracticeAsync("Byens");
        var person = (await world.ArriveAsync(1)).Single();
        await world.DecideAsync(await world.SeeAsync());

        await using var db = world.Open();
        Assert.True((await RegisterDoctor.RunAsync(db, person, DoctorWorld.Hanne, world.By(), DoctorWorld.Cancel)).IsSuccess);

        Assert.All(await db.PlanTasks.Where(t => t.PersonId == person).ToListAsync(DoctorWorld.Cancel), t => Assert.Equal(TaskState.Done, t.State));
        var word = await db.PlanOutcomes.SingleAsync(DoctorWorld.Cancel);
        Assert.Equal(("has-doctor", true, DoctorWorld.Hanne.AccountId), (word.Outcome, word.IsYes, word.ByAccountId));
        Assert.NotNull((await GivenDoctors.OfPersonAsync(db, person, DoctorWorld.Cancel))!.RegisteredOn);
    }
}
