using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Tests.Foundation.Law;

namespace Vejviser.Core.Tests.Chapters.Housing.Hosting;

/// <summary>What hosts, households and staff do on the road from the enquiry to the lease.</summary>
internal static class HostingSteps
{
    public const int Rent = 3500;

    private static readonly PlanLaw Law = PlanLaw.Of(TheLaw.Book);

    private static CancellationToken Cancel => HousingWorld.Cancel;

    public static ProposeNext Next(VejviserDb db) => new(db, HousingWorld.Practices);

    public static AnswerMatch Answers(VejviserDb db) => new(db, HousingWorld.Practices, Law, Next(db));

    public static async Task<Guid> HostAsync(HousingWorld world, string address)
    {
        var host = await EnquireAsync(world, address, isVisited: true);
        Assert.True((await JudgeAsync(world, host, world.Fjord)).IsSuccess);
        return host;
    }

    public static async Task<Guid> EnquireAsync(HousingWorld world, string address, bool isVisited)
    {
        await using var db = world.Open();
        var host = new PrivateHost { Name = "Inger Toft", Address = address, Phone = "12345678", Language = "da", Rooms = 1, PeopleMost = 2, From = HousingWorld.Today, Speaks = "da", ReceivedAt = HousingWorld.Now, AnswerBy = HousingWorld.Today, Version = 1 };
        db.Add(host);
        if (isVisited)
            host.VisitMeetingId = db.Add(new Meeting { Title = "Besøg", Day = HousingWorld.Today, StartsAt = HousingWorld.Now, EndsAt = HousingWorld.Now.AddHours(1), Where = MeetingRoom.Home, CreatedAt = HousingWorld.Now }).Entity.Id;
        await db.SaveAsync(HousingWorld.By(), new AuditSubject(Entity: "test"), Cancel);
        return host.Id;
    }

    public static async Task<Result<Done>> JudgeAsync(HousingWorld world, Guid host, HousingArea area)
    {
        await using var db = world.Open();
        return await JudgeHost.RunAsync(db, new JudgeHostInput(host, true, "Fint værelse", null, area.Id, 1, 14, Rent, 400, "Tre værelser", false), HousingWorld.Peter, HousingWorld.By(), Cancel);
    }

    /// <summary>Households of one whose plan in the practice runs.</summary>
    public static async Task<IReadOnlyList<Guid>> LookAsync(HousingWorld world, int count)
    {
        var households = await world.WaitAsync(count);
        await using var db = world.Open();
        var version = await db.PracticeVersions.SingleOrDefaultAsync(v => v.Practice == HostingRules.Practice, Cancel)
            ?? db.Add(new PracticeVersion { Practice = HostingRules.Practice, Number = 1, Changes = (PracticeChanges.None with { CatalogueVersion = 1 }).ToJson(), PublishedAt = HousingWorld.Now }).Entity;
        db.AddRange(households.Select(h => new Plan { Practice = HostingRules.Practice, PracticeVersionId = version.Id, HouseholdId = h, StartedAt = HousingWorld.Now, LawDate = HousingWorld.Today }));
        await db.SaveAsync(HousingWorld.By(), new AuditSubject(Entity: "test"), Cancel);
        return households;
    }

    public static async Task<Result<Guid>> PutAsync(HousingWorld world, Guid host, Guid household)
    {
        await using var db = world.Open();
        return await new PutForward(db, HousingWorld.Practices).RunAsync(new PutForwardInput(host, household, await FingerprintAsync(db), "De kender hinanden"), HousingWorld.Peter, HousingWorld.By(), Cancel);
    }

    /// <summary>The household that the host is proposed: of equal ones any.</summary>
    public static async Task<Guid> ProposedAsync(HousingWorld world, Guid host)
    {
        await using var db = world.Open();
        return (await ProposalAsync(db)).Lines.Single(l => l.Room?.Id == host).Guest.Id;
    }

    public static async Task<string> FingerprintAsync(VejviserDb db) => (await ProposalAsync(db)).Fingerprint;

    public static async Task<Guid> AgreeAsync(HousingWorld world, Guid host, Guid household)
    {
        var match = (await PutAsync(world, host, household)).Value;
        await SayYesAsync(world, match);
        return match;
    }

    public static async Task SayYesAsync(HousingWorld world, Guid match)
    {
        await AnswerAsync(world, match);
        await using (var db = world.Open())
        {
            (await db.HostMatches.SingleAsync(m => m.Id == match, Cancel)).MeetingId = db.Add(new Meeting { Title = "Møde", Day = HousingWorld.Today, StartsAt = HousingWorld.Now, EndsAt = HousingWorld.Now.AddHours(1), Where = MeetingRoom.Home, CreatedAt = HousingWorld.Now }).Entity.Id;
            await db.SaveAsync(HousingWorld.By(), new AuditSubject(Entity: "test"), Cancel);
        }

        await AnswerAsync(world, match);
    }

    public static async Task AnswerAsync(HousingWorld world, Guid match)
    {
        foreach (var side in Enum.GetValues<MatchSide>())
        {
            await using var db = world.Open();
            Assert.True((await Answers(db).ByStaffAsync(new AnswerMatchInput(match, side, true, null), HousingWorld.Peter, HousingWorld.By(), Cancel)).IsSuccess);
        }
    }

    private static async Task<HostPairs> ProposalAsync(VejviserDb db) => await ReadHosting.ProposalAsync(db, await HostingRules.LoadAsync(db, HousingWorld.Practices, Cancel), HousingWorld.Today, Cancel);

    public static async Task<Result<Guid>> SignAsync(HousingWorld world, SignHostLeaseInput input)
    {
        await using var db = world.Open();
        return await new SignHostLease(db, HousingWorld.Practices).RunAsync(input, HousingWorld.Peter, HousingWorld.By(), Cancel);
    }
}
