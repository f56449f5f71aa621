using CsCheck;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Plans;

public sealed class PlanMigrationTests
{
    private static readonly PracticeChanges Changes = new()
    {
        Settings = new Dictionary<string, int> { ["ready-week"] = 3 },
        Steps = new Dictionary<string, StepChanges> { ["find-home"] = new() { Owner = "advisor" }, ["contract"] = new() { IsOmitted = true } },
    };

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Publish_NewVersion_RunningPlansStayAsTheyWere(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var before = await world.TasksAsync();

        var version = await world.PublishAsync(Changes);

        Assert.Equal((1, 2), (world.Version.Number, version.Number));
        Assert.Equivalent(before, await world.TasksAsync());
        await using var db = world.Open();
        var again = await new PublishPracticeVersion(db, world.Practices).RunAsync(new("small-plan", Changes), world.By("practices.publish-version"), PlanWorld.Cancel);
        Assert.Equal("practices.nothing-changed", again.Failure!.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_ToNewVersion_DoesWhatThePreviewSaid(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        var planId = await world.StartAsync();
        await world.CompleteAsync((await world.TaskAsync("make-cv", world.Head.Id)).Id);
        await using (var db = world.Open())
            await new CommentOnTask(db, world.Rules).RunAsync(new((await world.TaskAsync("contract", world.Spouse.Id)).Id, "Mangler papirer"), world.By("plans.comment-on-task"), PlanWorld.Cancel);
        var version = await world.PublishAsync(Changes);

        var preview = (await PreviewAsync(world, new(version.Id))).Value;
        var moved = await MoveAsync(world, new(new(version.Id), preview.Token));

        var plan = Assert.Single(preview.Plans);
        Assert.Contains(preview.Differences, d => d.Kind == DifferenceKind.SettingChanged && d.Id == "ready-week");
        Assert.Equal(("make-cv", Day("2026-03-20"), Day("2026-03-27")), plan.Moves.Select(m => (m.Step, m.From!.Value, m.To!.Value)).Single());
        Assert.Equal(("find-home", "reception-unit", "advisor"), plan.OwnerChanges.Select(o => (o.Step, o.FromRole, o.ToRole)).Single());
        Assert.Equal(world.Head.Id, Assert.Single(plan.Removed).PersonId);
        Assert.Equal((1, 1, 1), (plan.Stays, plan.Closed, plan.KeptForWhatIsWritten));
        Assert.Equal(1, moved.Value.Plans);
        var tasks = await world.TasksAsync();
        Assert.Equal(["contract", "find-home", "hand-over-keys", "make-cv", "make-cv"], tasks.Select(t => t.Step).Order());
        Assert.Equal((world.Employment.Id, world.Jonas.Id), tasks.Where(t => t.Step == "find-home").Select(t => (t.OwnerUnitId!.Value, t.OwnerAccountId!.Value)).Single());
        Assert.Equal([Day("2026-03-20"), Day("2026-03-27")], tasks.Where(t => t.Step == "make-cv").Select(t => t.Due!.Value).Order());
        await using var fresh = world.Open();
        Assert.Equal(version.Id, (await fresh.Plans.SingleAsync(p => p.Id == planId, PlanWorld.Cancel)).PracticeVersionId);
        Assert.Equal(planId, Assert.Single(await world.AuditAsync("plans.move-plans-to-version")).EntityId);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_ForthAndBack_LeavesThePlanAsItWas(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        await world.CompleteAsync((await world.TaskAsync("find-home")).Id);
        static IEnumerable<object?> Shape(List<PlanTask> tasks) =>
            tasks.Select(t => (object)(t.Step, t.PersonId, t.Due, t.OwnerRole, t.OwnerUnitId, t.OwnerAccountId, t.State, t.Order, t.NotKnown, t.OwnTitle, string.Join(',', t.Blocks.Select(b => b.Goal))));
        var before = Shape(await world.TasksAsync()).ToList();
        var version = await world.PublishAsync(Changes);

        await MoveAsync(world, new(new(version.Id)));
        Assert.NotEqual(before, Shape(await world.TasksAsync()));
        await MoveAsync(world, new(new(world.Version.Id)));

        Assert.Equal(before, Shape(await world.TasksAsync()));
    }

    private static readonly Gen<AddedStep> AnAddedStep =
        from phase in Gen.OneOf("before-arrival", "week-1")
        from owner in Gen.OneOf("reception-unit", "advisor")
        from days in Gen.Int[-60, 60]
        select new AddedStep
        {
            Phase = phase, Owner = owner, Due = new DueRuleParts { Days = days, From = "arrival" }, Texts = new Dictionary<string, OwnTexts> { ["da"] = new("Eget trin", "Gør det.") },
        };

    private static readonly Gen<StepChanges> AChange =
        from owner in Gen.OneOf<string?>(null, "reception-unit", "advisor")
        from days in Gen.Int[-60, 60]
        from hasDue in Gen.Bool
        from isOmitted in Gen.Bool
        select new StepChanges { Owner = owner, Due = hasDue ? new DueRuleParts { Workdays = days, From = "arrival" } : null, IsOmitted = isOmitted };

    private static readonly Gen<PracticeChanges> AnyChanges =
        from week in Gen.Int[0, 12]
        from age in Gen.Int[15, 40]
        from steps in Gen.Dictionary(Gen.OneOf("find-home", "hand-over-keys", "make-cv", "contract"), AChange)[0, 4]
        from added in Gen.Dictionary(Gen.OneOf("own-a", "own-b", "own-c"), AnAddedStep)[0, 3]
        select new PracticeChanges { Settings = new Dictionary<string, int> { ["ready-week"] = week, ["adult-age"] = age }, Steps = steps, Added = added.Count == 0 ? null : added };

    /// <summary>Whatever a municipality changes, omits and adds: a move there and back leaves the plan as it was.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_AnyVersionForthAndBack_LeavesThePlanAsItWas(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        await world.CompleteAsync((await world.TaskAsync("make-cv", world.Head.Id)).Id);
        static IEnumerable<object> Shape(List<PlanTask> tasks) =>
            tasks.Select(t => (object)(t.Step, t.PersonId, t.Due, t.OwnerRole, t.OwnerUnitId, t.OwnerAccountId, t.State, t.Order, t.NotKnown, t.OwnTitle, string.Join(',', t.Blocks.Select(b => b.Goal).Order())));
        var before = Shape(await world.TasksAsync()).ToHashSet();
        await AnyChanges.SampleAsync(
            async changes =>
            {
                Assert.Empty(changes.FaultsIn(SmallPractice.Definition));
                await using var db = world.Open();
                var published = await new PublishPracticeVersion(db, world.Practices).RunAsync(new("small-plan", changes), world.By("practices.publish-version"), PlanWorld.Cancel);
                var version = published.IsSuccess ? published.Value : await EffectivePractices.NewestAsync(db, "small-plan", PlanWorld.Cancel);
                Assert.Equal(1, (await MoveAsync(world, new(new(version!.Id)))).Value.Plans);
                Assert.Equal(1, (await MoveAsync(world, new(new(world.Version.Id)))).Value.Plans);
                Assert.Equal(before, Shape(await world.TasksAsync()).ToHashSet());
            },
            iter: 60, threads: 1);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_ChangedSincePreview_IsRefused(DatabaseKind kind)
    {
        await using var world = await PlanWorld.CreateAsync(kind);
        await world.StartAsync();
        var version = await world.PublishAsync(Changes);
        var preview = (await PreviewAsync(world, new(version.Id))).Value;
        await world.CompleteAsync((await world.TaskAsync("find-home")).Id);

        Assert.Equal("plans.changed-since-preview", (await MoveAsync(world, new(new(version.Id), preview.Token))).Failure!.Code);
        Assert.Equal(6, (await world.TasksAsync()).Count);
        Assert.Equal("practices.unknown-version", (await MoveAsync(world, new(new(Guid.CreateVersion7())))).Failure!.Code);
    }

    private static async Task<Result<MigrationPreview>> PreviewAsync(PlanWorld world, PlanMigrationInput input)
    {
        await using var db = world.Open();
        return await new PreviewPlanMigration(db, world.Practices, world.Law).RunAsync(input, PlanWorld.Cancel);
    }

    private static async Task<Result<MovedPlans>> MoveAsync(PlanWorld world, MovePlansToVersionInput input)
    {
        await using var db = world.Open();
        return await new MovePlansToVersion(db, world.Practices, world.Law).RunAsync(input, world.By("plans.move-plans-to-version"), PlanWorld.Cancel);
    }
}
