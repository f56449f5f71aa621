using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.Pairs.PairWorld;

namespace Vejviser.Core.Tests.Engine.Pairs;

public sealed class PairEnquiryTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Enquiry_NotAnsweredTheNextWorkday_IsLate(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        await world.VolunteerAsync(Families, "A");
        foreach (var (days, late) in new[] { (0, new DateOnly(2026, 3, 3)), (4, new DateOnly(2026, 3, 9)), (5, new DateOnly(2026, 3, 10)) })
        {
            await using var db = world.Open();
            var asked = await new AskMunicipality(db, Practices, Law).RunAsync(Families, "Må vi?", world.OfAssociation, world.By(days, actor: world.Lone.Id), Cancel);
            Assert.True(asked.IsSuccess, asked.Failure?.Code);
            var enquiry = await db.VolunteerEnquiries.SingleAsync(e => e.Id == asked.Value, Cancel);
            Assert.Equal((TimeZones.StartOfDay(late), world.Rasmus.Id), (enquiry.LateFrom, enquiry.OwnerId));
            Assert.Equal((false, true), (enquiry.IsLateAt(enquiry.LateFrom.AddMinutes(-1)), enquiry.IsLateAt(enquiry.LateFrom)));
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Enquiry_NotAnswered_StandsInTheOwnersWork_LateFromItsTime(DatabaseKind kind)
    {
        await using var world = await PairWorld.CreateAsync(kind);
        await world.VolunteerAsync(Families, "A");
        await using var db = world.Open();
        var asked = (await new AskMunicipality(db, Practices, Law).RunAsync(Families, "Må vi?", world.OfAssociation, world.By(actor: world.Lone.Id), Cancel)).Value;
        var late = await db.VolunteerEnquiries.Select(e => e.LateFrom).SingleAsync(Cancel);
        using var reads = new PreparedReads(world.Address);

        Assert.Equal([new OwedAnswers("volunteers", "/pairs/families/enquiries", 1, 0)], await OwedAsync(world.Coordinator, late.AddMinutes(-1)));
        Assert.Equal([new OwedAnswers("volunteers", "/pairs/families/enquiries", 1, 1)], await OwedAsync(world.Coordinator, late));
        Assert.Empty(await OwedAsync(world.Coordinator with { AccountId = world.Erik.Id }, late));
        Assert.True((await AnswerEnquiry.RunAsync(db, asked, "Ja", world.Coordinator, world.By(), Cancel)).IsSuccess);
        Assert.Empty(await OwedAsync(world.Coordinator, late));
        Assert.Null(new OwedEnquiries(All).Of(world.Coordinator with { Grants = new Dictionary<string, IReadOnlySet<Guid>>() }, late));

        Task<IReadOnlyList<OwedAnswers>> OwedAsync(Reader who, DateTime now) => reads.AskAsync(new OwedEnquiries(All).Of(who, now)!, Cancel);
    }

    [Fact]
    public async Task Enquiry_AnsweredLongAgo_IsDeleted_AndOneThatWaitsStays()
    {
        await using var world = await PairWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.VolunteerAsync(Families, "A");
        await using var db = world.Open();
        var ask = new AskMunicipality(db, Practices, Law);
        var answered = (await ask.RunAsync(Families, "Må vi?", world.OfAssociation, world.By(actor: world.Lone.Id), Cancel)).Value;
        var open = (await ask.RunAsync(Families, "Hvem betaler?", world.OfAssociation, world.By(actor: world.Lone.Id), Cancel)).Value;
        await AnswerEnquiry.RunAsync(db, answered, "Ja", world.Coordinator, world.By(), Cancel);

        Assert.Equal(0, await ForgetAnswered.RunAsync(db, 0, world.By(days: 4000), Cancel));
        Assert.Equal(0, await ForgetAnswered.RunAsync(db, 12, world.By(days: 365), Cancel));
        Assert.Equal(1, await ForgetAnswered.RunAsync(db, 12, world.By(days: 366), Cancel));
        Assert.Equal(open, await db.VolunteerEnquiries.Select(e => e.Id).SingleAsync(Cancel));
    }
}
