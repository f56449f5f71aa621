using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.Pairs.PairWorld;

namespace Vejviser.Core.Tests.Engine.Pairs;

public sealed class PairTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Propose_NotEligibleOrNoConsent_IsNotProposedThoughAMentorIsFree(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        var eligible = await world.EngineerAsync();
        await world.EngineerAsync(english: Proficiency.Basic);
        await world.EngineerAsync(hasConsent: false);
        foreach (var name in new[] { "A", "B", "C" })
            await world.VolunteerAsync(Mentors, name);
        var seen = await world.SeeAsync(Mentors);
        Assert.Equal(3, seen.Seekers.Count);
        Assert.Equal([eligible.Plan], seen.Proposal.Lines.Where(l => l.Volunteer is not null).Select(l => l.Seeker.PlanId));
        Assert.Equal("english", Assert.Single(seen.Seekers.Single(s => !s.Facts.IsEligible).Unfit).Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Decide_ManyAtOnce_AsksEachOnceAndTheOthersAreTold(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        await world.EngineerAsync();
        await world.VolunteerAsync(Mentors, "A");
        var seen = (await world.SeeAsync(Mentors)).Proposal.Fingerprint;
        var decided = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.DecideAsync(Mentors, seen), Cancel)));
        Assert.Single(decided, d => d.IsSuccess);
        Assert.All(decided.Where(d => !d.IsSuccess), d => Assert.Contains(d.Failure!.Code, (string[])["pairs.taken-meanwhile", "pairs.proposal-changed"]));
        Assert.Single(await world.PairsAsync());
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Decide_SentTwiceOrAnotherProposal_ChangesNothing(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        await world.EngineerAsync();
        await world.VolunteerAsync(Mentors, "A");
        var before = (await world.SeeAsync(Mentors)).Proposal.Fingerprint;
        await world.EngineerAsync("Byggeri");
        Assert.Equal("pairs.proposal-changed", (await world.DecideAsync(Mentors, before)).Failure?.Code);
        var (command, now) = (Guid.CreateVersion7(), (await world.SeeAsync(Mentors)).Proposal.Fingerprint);
        Assert.Equal(1, (await world.DecideAsync(Mentors, now, command)).Value);
        Assert.Equal(1, (await world.DecideAsync(Mentors, now, command)).Value);
        Assert.Single(await world.PairsAsync());
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Answer_No_FreesBothAndTheNextIsProposed(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        var (plan, _) = await world.EngineerAsync();
        var first = await world.VolunteerAsync(Mentors, "A");
        var second = await world.VolunteerAsync(Mentors, "B", "Byggeri");
        await world.DecideAsync(Mentors);
        var pair = (await world.PairsAsync()).Single();
        Assert.Equal(first, pair.VolunteerId);
        Assert.Equal(PairState.Declined, (await world.AnswerAsync(pair.Id, PairParty.Volunteer, isYes: false)).Value);
        Assert.Equal("pairs.not-asked", (await world.AnswerAsync(pair.Id, PairParty.Newcomer, isYes: true)).Failure?.Code);
        Assert.Equal((plan, (Guid?)second), (await world.SeeAsync(Mentors)).Proposal.Lines.Select(l => (l.Seeker.PlanId, l.Volunteer?.Id)).Single());
    }

    [Theory]
    [InlineData(PairParty.Newcomer, PairParty.Volunteer)]
    [InlineData(PairParty.Volunteer, PairParty.Newcomer)]
    public async Task Answer_YesOfOne_IsNotAgreedBeforeTheOtherSaysIt(PairParty first, PairParty second)
    {
        await using var world = await PairWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.EngineerAsync();
        await world.VolunteerAsync(Mentors, "Erik Holt");
        await world.DecideAsync(Mentors);
        var pair = Assert.Single(await world.PairsAsync()).Id;

        Assert.Equal(PairState.Asked, (await world.AnswerAsync(pair, first, isYes: true)).Value);
        Assert.Equal("pairs.not-agreed", (await world.BeginAsync(pair, Today)).Failure?.Code);
        Assert.Equal(PairState.Agreed, (await world.AnswerAsync(pair, second, isYes: true)).Value);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Withdraw_WhileAsked_LapsesAndAYesComesTooLate(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        await world.EngineerAsync();
        var mentor = await world.VolunteerAsync(Mentors, "A");
        await world.DecideAsync(Mentors);
        var pair = (await world.PairsAsync()).Single().Id;
        Assert.True((await world.WithdrawAsync(mentor)).IsSuccess);
        Assert.Equal("pairs.not-asked", (await world.AnswerAsync(pair, PairParty.Volunteer, isYes: true)).Failure?.Code);
        Assert.Equal(0, (await world.SeeAsync(Mentors)).Proposal.Paired);
        await world.WithdrawAsync(mentor, isWithdrawn: false);
        Assert.Equal(1, (await world.SeeAsync(Mentors)).Proposal.Paired);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Pair_FromYesToOutcome_HoursByTheMentorAndClosedInMonthFour(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        var (plan, _) = await world.EngineerAsync();
        await world.VolunteerAsync(Mentors, "Erik Holt", account: world.Erik.Id);
        var pair = await world.AgreeAsync(Mentors, plan);
        Assert.Equal("pairs.hours-day", (await world.LogAsync(pair, Today, 60, world.OfVolunteer)).Failure?.Code);
        Assert.True((await world.BeginAsync(pair, Today)).IsSuccess);
        Assert.True((await world.LogAsync(pair, Today, 90, world.OfVolunteer)).IsSuccess);
        Assert.Equal("pairs.hours-day", (await world.LogAsync(pair, Today.AddDays(1), 90, world.OfVolunteer)).Failure?.Code);

        var all = new[] { ("in-work", true), ("in-placement-or-education", false), ("wider-network", true) };
        var lastDayBefore = Today.AddMonths(3).DayNumber - Today.DayNumber - 1;
        Assert.Equal("pairs.close-early", (await world.CloseAsync(pair, lastDayBefore, all)).Failure?.Code);
        Assert.Equal("pairs.outcomes-missing", (await world.CloseAsync(pair, lastDayBefore + 1, all[..2])).Failure?.Code);
        Assert.True((await world.CloseAsync(pair, lastDayBefore + 1, all)).IsSuccess);
        await using var db = world.Open();
        Assert.Equal(all.OrderBy(o => o.Item1, StringComparer.Ordinal), (await db.PlanOutcomes.Where(o => o.PlanId == plan).ToListAsync(Cancel)).OrderBy(o => o.Outcome, StringComparer.Ordinal).Select(o => (o.Outcome, o.IsYes)));
        var noted = await db.AuditEntries.Where(a => a.Action == "test.do" && a.Details!.Contains("outcome")).ToListAsync(Cancel);
        Assert.All(all, o => Assert.Contains(noted, n => n.Details!.Contains(o.Item1, StringComparison.Ordinal)));
        Assert.Equal((PairState.Closed, null, 90), (await db.VolunteerPairs.Select(p => new ValueTuple<PairState, int?, int>(p.State, p.HeldPlace, db.VolunteerHours.Where(h => h.PairId == p.Id).Sum(h => h.Minutes))).SingleAsync(Cancel)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Sight_ConsentWithdrawn_RemovesThePairFromTheAssociationAtOnce(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        var (plan, person) = await world.EngineerAsync();
        await world.VolunteerAsync(Mentors, "Susanne");
        var pair = await world.AgreeAsync(Mentors, plan);
        await world.BeginAsync(pair, Today);
        Assert.Equal([pair], await world.SeenByAsync(world.OfAssociation));
        // A volunteer sees their own alone, and this one is another's.
        Assert.Empty(await world.SeenByAsync(world.OfVolunteer));
        await world.WithdrawConsentAsync(person);
        Assert.Empty(await world.SeenByAsync(world.OfAssociation));
        Assert.Equal("pairs.unknown", (await world.LogAsync(pair, Today, 60, world.OfAssociation)).Failure?.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task HostFamily_NoValidCertificate_CannotBeMatchedWithChildrenInAnyWay(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        var (plan, _) = await world.FamilyAsync();
        var without = await world.VolunteerAsync(Families, "Uden");
        var old = await world.VolunteerAsync(Families, "Udløbet", certificateOn: Today.AddMonths(-12).AddDays(-1));
        Assert.Equal((0, 2), await CountAsync(world));
        foreach (var volunteer in new[] { without, old })
        {
            await using var db = world.Open();
            Assert.Equal("pairs.refused-certificate", (await new ChoosePair(db, Practices).RunAsync(Families, new HandPair(plan, volunteer, "Kender dem"), world.Coordinator, world.By(), Cancel)).Failure?.Code);
        }

        var valid = await world.VolunteerAsync(Families, "Gyldig", certificateOn: Today.AddMonths(-12));
        Assert.Equal(valid, (await world.SeeAsync(Families)).Proposal.Lines.Single().Volunteer?.Id);
        await world.DecideAsync(Families);
        var pair = (await world.PairsAsync()).Single().Id;
        await using (var db = world.Open())
        {
            // It runs out before they have answered.
            (await db.Volunteers.SingleAsync(v => v.Id == valid, Cancel)).CertificateOn = Today.AddMonths(-13);
            await db.SaveAsync(world.By(), new Vejviser.Core.Foundation.Audit.AuditSubject(Entity: "test"), Cancel);
        }

        Assert.Equal("pairs.refused-certificate", (await world.AnswerAsync(pair, PairParty.Volunteer, isYes: true)).Failure?.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task HostFamily_OfGrownChildren_NeedsNoCertificate(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        await world.FamilyAsync(childAge: 15);
        await world.VolunteerAsync(Families, "Uden");
        Assert.Equal((1, 0), await CountAsync(world));
    }

    /// <summary>The newcomer's own page: their own pair alone, no name before both have said yes, and whose answer it was in the audit.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Newcomer_AnswersItself_ForTheirOwnPairOnly(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        var (_, person) = await world.EngineerAsync();
        await world.VolunteerAsync(Mentors, "Erik Holt");
        await world.DecideAsync(Mentors);
        var pair = Assert.Single(await world.PairsAsync()).Id;
        await world.AnswerAsync(pair, PairParty.Volunteer, isYes: true);
        await using var db = world.Open();
        var seen = Assert.Single(await ProposedVolunteer.ReadAsync(db, person, null, Today, Cancel));
        Assert.Equal((null, false, "It", "Havneby"), (seen.Name, seen.HasSaidYes, Assert.Single(seen.Industries), Assert.Single(seen.Towns)));
        Assert.Empty(await ProposedVolunteer.ReadAsync(db, Guid.CreateVersion7(), null, Today, Cancel));

        Assert.Equal("pairs.not-asked", (await world.OwnAnswerAsync(pair, true, Guid.CreateVersion7(), null)).Failure?.Code);
        Assert.Equal(PairState.Agreed, (await world.OwnAnswerAsync(pair, true, person, null)).Value);
        Assert.Equal("Erik Holt", Assert.Single(await ProposedVolunteer.ReadAsync(db, person, null, Today, Cancel)).Name);
        Assert.Equal((null, person), await db.AuditEntries.Where(a => a.Action == "test.own" && a.EntityId == pair).Select(a => new ValueTuple<Guid?, Guid?>(a.ActorId, a.PersonId)).SingleAsync(Cancel));
    }

    [Fact]
    public async Task Newcomer_GrownUpOfTheHousehold_AnswersForIt_AndNobodyElseDoes()
    {
        await using var world = await PairWorld.CreateAsync(DatabaseKind.Sqlite);
        var (_, grown) = await world.FamilyAsync(childAge: 15);
        await world.VolunteerAsync(Families, "Familien Lund");
        await world.DecideAsync(Families);
        var pair = Assert.Single(await world.PairsAsync()).Id;
        await using var db = world.Open();
        var household = await db.People.Where(p => p.Id == grown).Select(p => p.HouseholdId).SingleAsync(Cancel);

        Assert.Equal("pairs.not-asked", (await world.OwnAnswerAsync(pair, false, grown, null)).Failure?.Code);
        Assert.Equal(PairState.Declined, (await world.OwnAnswerAsync(pair, false, grown, household)).Value);
        Assert.Equal("pairs.not-asked", (await world.OwnAnswerAsync(pair, true, grown, household)).Failure?.Code);
    }

    /// <summary>A stop between the answer and the plan's step leaves neither: the answer can be given again.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Answer_StoppedBeforeItsStepIsDone_LeavesNeither(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        var (plan, person) = await world.EngineerAsync();
        await world.TaskAsync(plan, person, PairSteps.BothSayYes);
        await world.VolunteerAsync(Mentors, "Erik Holt");
        await world.DecideAsync(Mentors);
        var pair = Assert.Single(await world.PairsAsync()).Id;
        await world.AnswerAsync(pair, PairParty.Volunteer, isYes: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.AnswerThenStopAsync(pair));

        Assert.Equal(PairState.Asked, Assert.Single(await world.PairsAsync()).State);
        Assert.Equal(PairState.Agreed, (await world.AnswerAsync(pair, PairParty.Newcomer, isYes: true)).Value);
        await using var db = world.Open();
        Assert.Equal(TaskState.Done, (await db.PlanTasks.SingleAsync(t => t.PlanId == plan, Cancel)).State);
    }

    private static async Task<(int Paired, int Refused)> CountAsync(PairWorld world)
    {
        var line = (await world.SeeAsync(Families)).Proposal.Lines.Single();
        return (line.Volunteer is null ? 0 : 1, line.Refusals.GetValueOrDefault("certificate"));
    }
}
