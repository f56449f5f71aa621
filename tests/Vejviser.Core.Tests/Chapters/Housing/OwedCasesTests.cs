using Vejviser.Core.Chapters.Housing.Cases;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Chapters.Housing.HousingWorld;

namespace Vejviser.Core.Tests.Chapters.Housing;

public sealed class OwedCasesTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Of_OwnCasesThatWait_AreCounted_LateAfterTheirTime(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await using (var db = world.Open())
        {
            db.AddRange(Case(Now), Case(Now.AddHours(1)), Case(Now, answered: Now), Case(Now, closed: Now));
            var other = new Account { UserName = "karen", DisplayName = "Karen" };
            db.AddRange(new Account { Id = Peter.AccountId, UserName = "peter", DisplayName = "Peter" }, other, Case(Now, owner: other.Id));
            await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        }

        using var reads = new PreparedReads(world.Address);
        Assert.Equal([new OwedAnswers("estates", "/housing/cases", 2, 0)], await reads.AskAsync(new OwedCases().Of(Peter, Now)!, Cancel));
        Assert.Equal([new OwedAnswers("estates", "/housing/cases", 2, 1)], await reads.AskAsync(new OwedCases().Of(Peter, Now.AddMinutes(1))!, Cancel));
        Assert.Empty(await reads.AskAsync(new OwedCases().Of(Peter with { AccountId = Guid.CreateVersion7() }, Now)!, Cancel));
        Assert.Null(new OwedCases().Of(Peter with { Grants = new Dictionary<string, IReadOnlySet<Guid>>() }, Now));

        HousingCase Case(DateTime by, DateTime? answered = null, DateTime? closed = null, Guid? owner = null) => new()
        {
            EstateId = world.Estates[0].Id, What = "Støj", ReportedBy = "Kontoret", ReportedAt = Now.AddDays(-1), AnswerBy = by, MunicipalOwnerId = owner ?? Peter.AccountId, AnsweredAt = answered, ClosedAt = closed,
        };
    }
}
