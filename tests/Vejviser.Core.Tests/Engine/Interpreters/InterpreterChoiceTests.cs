using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.Interpreters.InterpreterWorld;

namespace Vejviser.Core.Tests.Engine.Interpreters;

public sealed class InterpreterChoiceTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Choose_SomebodyElse_KeepsTheReasonAndProposesTheRestAnew(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (aisha, bilal) = (await world.AddAsync(NewInterpreter("Aisha", "ar")), await world.AddAsync(NewInterpreter("Bilal", "ar", video: false, onSite: true, travel: 20)));
        var (first, second) = ((await world.RequestAsync(await world.MeetAsync(first: 0))).Value, (await world.RequestAsync(await world.MeetAsync("10:30", first: 1))).Value);
        var given = (await world.ProposeAsync()).Single(p => p.Proposal.Chosen?.Interpreter.Id == aisha.Id).Booking.Id;
        var other = given == first ? second : first;

        Assert.Equal("interpreters.reason-missing", (await world.ChooseAsync(given, bilal, " ")).Failure?.Code);
        Assert.True((await world.ChooseAsync(given, bilal, "Har tolket for familien før")).IsSuccess);

        Assert.Equal((other, aisha.Id), (await world.ProposeAsync()) is [var rest] ? (rest.Booking.Id, rest.Proposal.Chosen?.Interpreter.Id) : default);
        Assert.True((await world.ChooseAsync(other, aisha, "Som foreslået")).IsSuccess);
        await using var db = world.Open();
        var figures = await InterpretingFigures.ReadAsync(db, await InterpretingRules.LoadAsync(db, Practices, Cancel), Day, Day, Cancel);
        Assert.Equal([("Bilal", "Har tolket for familien før")], figures.ByHand.Select(b => (b.Interpreter, b.Reason)));
        Assert.Equal(aisha.Id, (await db.InterpreterBookings.SingleAsync(b => b.Id == given, Cancel)).RunnerUpId);
        Assert.True((await new ReleaseInterpreter(db).RunAsync(given, world.Mette, world.By(), Cancel)).IsSuccess);
        Assert.Null((await db.InterpreterBookings.SingleAsync(b => b.Id == given, Cancel)).ByHand);
    }

    /// <summary>Aisha interprets by video only: of four in view, where two are the most, nobody can.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Effect_OfFewerInView_SharesOutTheLastMonthAgain(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var aisha = await world.AddAsync(NewInterpreter("Aisha", "ar"));
        var large = (await world.RequestAsync(await world.MeetAsync(staff: 4))).Value;
        var small = (await world.RequestAsync(await world.MeetAsync("13:00", first: 10))).Value;
        Assert.True((await world.AssignAsync(large, aisha)).IsSuccess && (await world.AssignAsync(small, aisha)).IsSuccess);
        await using var db = world.Open();
        async Task<IReadOnlyList<InterpreterEffect>> EffectAsync(int view, int days)
        {
            var (today, rules) = (Day.AddDays(days), await InterpretingRules.LoadAsync(db, Practices, Cancel));
            var seen = await ProposeInterpreters.RunAsync(db, Practices, Law, today, today, Cancel);
            return await InterpreterEffect.ReadAsync(db, Practices, Law, seen, rules with { MostInView = view }, today, today, today, Cancel);
        }

        var effects = await EffectAsync(view: 2, days: 10);

        Assert.Equal([(null, 0), (Day.AddDays(10).AddMonths(-1), 2)], effects.Select(e => (e.Since, e.Bookings)));
        var (now, then) = Assert.Single(effects[1].Moves);
        Assert.Equal((large, aisha.Id, null), (now.Booking.Id, now.Proposal.Chosen!.Interpreter.Id, then.Proposal.Chosen));
        Assert.Empty((await EffectAsync(view: 5, days: 10))[1].Moves);
        Assert.Equal(0, (await EffectAsync(view: 2, days: 40))[1].Bookings);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Fairness_TwoLanguages_CountsWhichMeetingsHaveAnInterpreter(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await world.AddAsync(NewInterpreter("Aisha", "ar"));
        for (var i = 0; i < 10; i++)
            await world.RequestAsync(await world.MeetAsync($"{8 + (i / 2)}:00".PadLeft(5, '0'), first: i, withHead: i == 0), i % 2 == 0 ? "ar" : "ti");
        var seen = await world.SeeAsync();
        await world.FollowAsync(f => f.AllAsync(new(Day, Day.AddDays(14), seen.Fingerprint), Reader.System, world.By(), Cancel));

        await using var db = world.Open();
        var figures = await InterpreterFairness.ReadAsync(db, Practices, Day.AddDays(-30), Day, Cancel);

        Assert.Equal([("ar", 5, 5), ("ti", 5, 0)], figures.Tables.Single(t => t.By == FairnessBy.Language).Groups.Select(g => (g.Key, g.Count, g.Placed)));
        Assert.Null(figures.All.MeanDays);
        Assert.Equal((5, 0), (figures.ByHand.All, figures.ByHand.Chosen));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Follow_SomebodyTakenMeanwhile_FailsAndNamesTheNext(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (aisha, bilal) = (await world.AddAsync(NewInterpreter("Aisha", "ar")), await world.AddAsync(NewInterpreter("Bilal", "ar", video: false, onSite: true, travel: 20)));
        var wanted = (await world.RequestAsync(await world.MeetAsync(first: 0))).Value;
        var seen = await world.SeeAsync();
        Assert.Equal(aisha.Id, seen.Lines[0].Proposal.Chosen?.Interpreter.Id);
        var sudden = (await world.RequestAsync(await world.MeetAsync("10:30", first: 1))).Value;
        Assert.True((await world.AssignAsync(sudden, aisha)).IsSuccess);

        var late = await world.FollowAsync(f => f.OneAsync(wanted, aisha.Id, Reader.System, world.By(), Cancel));
        var all = await world.FollowAsync(f => f.AllAsync(new(Day, Day.AddDays(14), seen.Fingerprint), Reader.System, world.By(), Cancel));

        Assert.Equal(("interpreters.taken-next", "Bilal"), (late.Failure?.Code, late.Failure?.Values["name"]));
        Assert.Equal("interpreters.proposal-changed", all.Failure?.Code);
        var now = (await world.SeeAsync()).Fingerprint;
        Assert.Equal(1, (await world.FollowAsync(f => f.AllAsync(new(Day, Day.AddDays(14), now), Reader.System, world.By(), Cancel))).Value);
        Assert.Empty(await world.ProposeAsync());
        Assert.Equal("interpreters.assigned-already", (await world.FollowAsync(f => f.OneAsync(wanted, bilal.Id, Reader.System, world.By(), Cancel))).Failure?.Code);
        Assert.Equal("interpreters.forbidden", (await world.FollowAsync(f => f.OneAsync(wanted, bilal.Id, world.Mette with { Grants = new Dictionary<string, IReadOnlySet<Guid>>() }, world.By(), Cancel))).Failure?.Code);
    }
}
