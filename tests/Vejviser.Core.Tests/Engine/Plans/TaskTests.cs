using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Plans;

public sealed class TaskTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Complete_OpenTask_CarriesInitialsAndAudit(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("find-home");

        var outcome = await world.CompleteAsync(task.Id);

        Assert.Equal(new CompletedTask(task.Id, world.Mette.Id, PlanWorld.Now, WasDoneBefore: false), outcome);
        var done = await world.TaskAsync("find-home");
        Assert.Equal((TaskState.Done, world.Mette.Id, PlanWorld.Now), (done.State, done.ClosedBy!.Value, done.ClosedAt!.Value));
        var audit = Assert.Single(await world.AuditAsync("plans.complete-task"));
        Assert.Equal("""{"step":"find-home","state":["open","done"]}""", audit.Details);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Complete_TwoAtOnce_OneDoesAndTheOtherLearnsWho(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("find-home");

        var outcomes = await Task.WhenAll(world.CompleteAsync(task.Id, who: world.Mette), world.CompleteAsync(task.Id, who: world.Jonas));

        var first = Assert.Single(outcomes, o => !o.WasDoneBefore);
        var second = Assert.Single(outcomes, o => o.WasDoneBefore);
        Assert.Equal((first.By, first.At), (second.By, second.At));
        Assert.Single(await world.AuditAsync("plans.complete-task"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Complete_SameCommandTwice_AnswersTheFirstAndWritesOnce(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var (task, command) = (await world.TaskAsync("find-home"), Guid.CreateVersion7());
        for (var click = 0; click < 2; click++)
        {
            await using var db = world.Open();
            var result = await new CompleteTask(db, world.Practices, world.Law, world.Rules).RunAsync(new(task.Id), world.By("plans.complete-task", command: command), PlanWorld.Cancel);
            Assert.False(result.Value.WasDoneBefore);
        }

        Assert.Single(await world.AuditAsync("plans.complete-task"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Complete_DependencyOpen_IsRefusedAndNamesIt(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var contract = await world.TaskAsync("contract", world.Head.Id);
        await world.CompleteAsync((await world.TaskAsync("make-cv", world.Head.Id)).Id);

        var failure = (await CompleteAsync(world, contract.Id)).Failure!;

        Assert.Equal("tasks.waits-for", failure.Code);
        Assert.Equal((1, "“Giv nøgler”", "“Hand over keys”"), ((int)failure.Values["count"]!, (string)failure.Values["titles-da"]!, (string)failure.Values["titles-en"]!));

        await world.CompleteAsync((await world.TaskAsync("find-home")).Id);
        await SkipAsync(world, (await world.TaskAsync("hand-over-keys")).Id, "Flytter ind hos familie");
        Assert.True((await CompleteAsync(world, contract.Id)).IsSuccess);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Complete_EvidenceRequired_IsAskedForAndKept(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("make-cv", world.Head.Id);

        Assert.Equal("tasks.note-required", (await CompleteAsync(world, task.Id)).Failure!.Code);
        Assert.True((await CompleteAsync(world, task.Id, "CV ligger på sagen")).IsSuccess);

        await using var db = world.Open();
        var evidence = await db.TaskEvidence.SingleAsync(PlanWorld.Cancel);
        Assert.Equal(("CV ligger på sagen", world.Mette.Id), (evidence.Note, evidence.AccountId));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Skip_WithoutReason_IsRefused_WithReason_KeepsItOutOfTheAudit(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("find-home");

        Assert.Equal("tasks.reason-required", (await SkipAsync(world, task.Id, "  ")).Failure!.Code);
        Assert.True((await SkipAsync(world, task.Id, "Bor hos fætter")).IsSuccess);

        var skipped = await world.TaskAsync("find-home");
        Assert.Equal((TaskState.Skipped, "Bor hos fætter"), (skipped.State, skipped.SkipReason));
        Assert.DoesNotContain("fætter", Assert.Single(await world.AuditAsync("plans.skip-task")).Details, StringComparison.Ordinal);
        Assert.Equal("tasks.is-skipped", (await CompleteAsync(world, task.Id)).Failure!.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reopen_AfterTheAnchorMoved_TakesThePlansDate(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("find-home");
        await world.CompleteAsync(task.Id);
        await using (var db = world.Open())
            await new MoveAnchor(db, world.Practices, world.Law).RunAsync(new(AnchorMove.Of(world.Family.Id, "arrival", Day("2026-03-09"))), world.By("plans.move-anchor"), PlanWorld.Cancel);
        Assert.Equal(Day("2026-02-23"), (await world.TaskAsync("find-home")).Due);

        await using (var db = world.Open())
            Assert.True((await new ReopenTask(db, world.Practices, world.Law).RunAsync(new(task.Id), world.By("plans.reopen-task"), PlanWorld.Cancel)).IsSuccess);

        var open = await world.TaskAsync("find-home");
        Assert.Equal((TaskState.Open, Day("2026-03-02"), (Guid?)null), (open.State, open.Due!.Value, open.ClosedBy));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reassign_ToAnother_MovesTaskAndNeedToKnow(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        foreach (var step in new[] { "find-home", "hand-over-keys" })
        {
            await using var db = world.Open();
            Assert.True((await new ReassignTask(db).RunAsync(new((await world.TaskAsync(step)).Id, null, world.Mette.Id), world.By("plans.reassign-task"), PlanWorld.Cancel)).IsSuccess);
        }

        await using var fresh = world.Open();
        var access = await fresh.HouseholdAccesses.Select(a => a.UnitId ?? a.AccountId).ToListAsync(PlanWorld.Cancel);
        Assert.Equivalent(new[] { world.Mette.Id, world.Employment.Id, world.Jonas.Id }, access);
        Assert.Equal((null, world.Mette.Id), ((await world.TaskAsync("find-home")).OwnerUnitId, (await world.TaskAsync("find-home")).OwnerAccountId!.Value));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reassign_ToNobodyOrClosed_IsRefused(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("find-home");
        await using var db = world.Open();
        (await db.Users.SingleAsync(a => a.Id == world.Jonas.Id, PlanWorld.Cancel)).IsClosed = true;
        await db.SaveAsync(world.By("access.close-account"), new Core.Foundation.Audit.AuditSubject(Entity: "account"), PlanWorld.Cancel);

        Assert.Equal("tasks.owner-required", (await new ReassignTask(db).RunAsync(new(task.Id, null, null), world.By("x.y"), PlanWorld.Cancel)).Failure!.Code);
        Assert.Equal("tasks.owner-closed", (await new ReassignTask(db).RunAsync(new(task.Id, null, world.Jonas.Id), world.By("x.y"), PlanWorld.Cancel)).Failure!.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Reschedule_ByHandAndBack_PinsAndUnpins(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("find-home");
        await using var db = world.Open();
        var reschedule = new RescheduleTask(db, world.Practices, world.Law);

        Assert.Equal(new RescheduledTask(Day("2026-02-10"), IsPinned: true), (await reschedule.RunAsync(new(task.Id, Day("2026-02-10")), world.By("plans.reschedule-task"), PlanWorld.Cancel)).Value);
        Assert.Equal(new RescheduledTask(Day("2026-02-23"), IsPinned: false), (await reschedule.RunAsync(new(task.Id, null), world.By("plans.reschedule-task"), PlanWorld.Cancel)).Value);
        Assert.Equal(2, (await world.AuditAsync("plans.reschedule-task")).Count);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Tick_TwoAtOnce_KeepsTheFirstInitials(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("find-home");
        async Task<Result<TickedItem>> TickAsync(Core.Foundation.Access.Account who, bool isTicked, string item = "keys")
        {
            await using var db = world.Open();
            return await new TickChecklistItem(db, world.Practices).RunAsync(new(task.Id, item, isTicked), world.By("plans.tick-checklist-item", who), PlanWorld.Cancel);
        }

        var both = await Task.WhenAll(TickAsync(world.Mette, true), TickAsync(world.Jonas, true));
        Assert.Equal(both[0].Value, both[1].Value);
        Assert.NotNull(both[0].Value.By);
        Assert.Single(await world.AuditAsync("plans.tick-checklist-item"));

        Assert.Null((await TickAsync(world.Jonas, false)).Value.By);
        Assert.Equal("tasks.unknown-item", (await TickAsync(world.Jonas, true, "roof")).Failure!.Code);
        Assert.Equal(task.Version, (await world.TaskAsync("find-home")).Version);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Evidence_FilesOfEachKind_AreTakenOrRefused(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("find-home");
        await using var db = world.Open();
        async Task<string?> AddAsync(EvidenceFile? file, string? note = null) =>
            (await new AddEvidence(db, new EvidenceRules { MostBytes = 100 }).RunAsync(new(task.Id, note, file), world.By("plans.add-evidence"), PlanWorld.Cancel)).Failure?.Code;

        Assert.Null(await AddAsync(new(@"C:\sager\kontrakt.pdf", "application/pdf", new byte[100])));
        Assert.Equal("tasks.file-too-large", await AddAsync(new("kontrakt.pdf", "application/pdf", new byte[101])));
        Assert.Equal("tasks.file-kind", await AddAsync(new("side.html", "text/html", new byte[10])));
        Assert.Equal("tasks.file-kind", await AddAsync(new("side.html", "application/pdf", new byte[10])));
        Assert.Equal("tasks.file-empty", await AddAsync(new("tom.pdf", "application/pdf", [])));
        Assert.Equal("tasks.evidence-empty", await AddAsync(null, " "));
        Assert.Equal("kontrakt.pdf", (await db.TaskEvidence.SingleAsync(PlanWorld.Cancel)).FileName);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Comment_OnTask_IsKeptAndEmptyRefused(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var task = await world.TaskAsync("find-home");
        await using var db = world.Open();
        var comment = new CommentOnTask(db, world.Rules);

        Assert.Equal("tasks.comment-empty", (await comment.RunAsync(new(task.Id, ""), world.By("plans.comment-on-task"), PlanWorld.Cancel)).Failure!.Code);
        Assert.True((await comment.RunAsync(new(task.Id, "Ringer igen mandag"), world.By("plans.comment-on-task"), PlanWorld.Cancel)).IsSuccess);
        Assert.Equal("Ringer igen mandag", (await db.TaskComments.SingleAsync(PlanWorld.Cancel)).Text);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task AddOwn_SameCommandTwice_MakesOneTask(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        var plan = await world.StartAsync();
        var command = Guid.CreateVersion7();
        var input = new AddOwnTaskInput(plan, world.Head.Id, "Hent cykel", "housing", "week-1", Day("2026-03-05"), world.Reception.Id, null);
        for (var click = 0; click < 2; click++)
        {
            await using var db = world.Open();
            Assert.Equal(command, (await new AddOwnTask(db, world.Practices).RunAsync(input, world.By("plans.add-own-task", command: command), PlanWorld.Cancel)).Value.TaskId);
        }

        var own = await world.TaskAsync("own");
        Assert.Equal(("Hent cykel", 6, true), (own.OwnTitle, own.Order, own.IsPinned));
        await using var fresh = world.Open();
        var wrong = await new AddOwnTask(fresh, world.Practices).RunAsync(input with { Phase = "week-9" }, world.By("plans.add-own-task"), PlanWorld.Cancel);
        Assert.Equal("tasks.unknown-place", wrong.Failure!.Code);
        await world.CompleteAsync(own.Id, note: null);
    }

    private static async Task<Result<CompletedTask>> CompleteAsync(PlanWorld world, Guid task, string? note = null)
    {
        await using var db = world.Open();
        return await new CompleteTask(db, world.Practices, world.Law, world.Rules).RunAsync(new(task, note), world.By("plans.complete-task"), PlanWorld.Cancel);
    }

    private static async Task<Result<Done>> SkipAsync(PlanWorld world, Guid task, string reason)
    {
        await using var db = world.Open();
        return await new SkipTask(db, world.Rules).RunAsync(new(task, reason), world.By("plans.skip-task"), PlanWorld.Cancel);
    }
}
