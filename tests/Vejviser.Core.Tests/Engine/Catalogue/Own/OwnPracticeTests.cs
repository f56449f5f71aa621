using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Catalogue.Own;

public sealed class OwnPracticeTests
{
    private static readonly PracticeCatalogue Shipped = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));
    private static readonly Texts Words = Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"));
    private readonly EffectivePractices practices = new(Shipped);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Write_ADraftWithEverything_IsAPracticeLikeTheOthers(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        await using var db = database.Open();

        var written = await Use(db).RunAsync(new(NightWalk.Draft()), By("practices.write-own"), Cancel);

        Assert.Equal(("natteravne-hjemad-sammen", 1), (written.Value.Practice, written.Value.Version));
        var practice = (await practices.AllAsync(db, Cancel))[^1];
        Assert.Equal(40, (await practices.AllAsync(db, Cancel)).Count);
        Assert.Equal(["age", "education", "english", "danish-track", "basis", "sex", "denmark-months", "single", "arrived", "work-background", "answered", "answered"], Codes(practice));
        Assert.Equal(["workdays: -2, from: arrival", "weeks: 8, from: start, roll: next"], practice.Steps.Select(s => s.Due.Written));
        Assert.Equal(("gaa", 20), (Assert.Single(practice.Ending.Completed), practice.Capacity!.Seats.Value));
        Assert.Equal("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", practice.Meetings[1].RuleInForce);
        Assert.Equal(["completed", "har-faaet-en-ven", "started"], practice.Measures.Select(m => m.Id));
        Assert.Equal(("Night owls", "Frivilligkoordinator"), (practice.TextsIn("en").Title, practice.TextsIn("da").Roles["volunteer-coordinator"]));
        Assert.Equal("Spørg", practice.TextsIn("en").Steps["spoerg"].Title);
        Assert.Single(await db.AuditEntries.Where(a => a.Action == "practices.write-own").ToListAsync(Cancel));
        var published = await new PublishPracticeVersion(db, practices).RunAsync(new(practice.Id, PracticeChanges.None with { Settings = new Dictionary<string, int> { ["uger"] = 6 } }), By("practices.publish-version"), Cancel);
        Assert.Equal("weeks: 6, from: start, roll: next", (await practices.OfAsync(db, published.Value, Cancel)).Steps[1].Due.Written);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Open_WhatTheFormWrote_ComesBackAndIsWrittenTheSame(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        await using var db = database.Open();
        var first = (await Use(db).RunAsync(new(NightWalk.Draft()), By("practices.write-own"), Cancel)).Value;

        var (draft, version) = (await Use(db).OpenAsync(first.Practice, Cancel))!.Value;
        Assert.Null(draft.Steps[0].Name.En);
        draft.Steps.Reverse();
        var second = (await Use(db).RunAsync(new(draft, first.Practice, version), By("practices.write-own"), Cancel)).Value;

        Assert.Equal(2, second.Version);
        Assert.Equal(["gaa", "spoerg"], (await practices.FindAsync(db, first.Practice, Cancel))!.Steps.Select(s => s.Id));
        Assert.Equal(["spoerg", "gaa"], (await practices.FindAsync(db, first.Practice, 1, Cancel))!.Steps.Select(s => s.Id));
        var stale = await Use(db).RunAsync(new(NightWalk.Draft(), first.Practice, 1), By("practices.write-own"), Cancel);
        Assert.Equal("practices.written-meanwhile", stale.Failure!.Code);
        Assert.Equal("practices.unknown", (await Use(db).RunAsync(new(NightWalk.Draft(), "no-such"), By("practices.write-own"), Cancel)).Failure!.Code);
    }

    [Fact]
    public async Task Open_APracticeThatSaysMoreThanTheForm_IsNull()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        await using var db = database.Open();
        var first = (await Use(db).RunAsync(new(NightWalk.Draft()), By("practices.write-own"), Cancel)).Value;
        var bundle = PracticeBundle.Read(System.Text.Encoding.UTF8.GetBytes(PracticeBundle.Of(first).Write().Replace("invites: group", "invites: group, interpreter: always", StringComparison.Ordinal))).Value;
        Assert.Equal(2, (await Take(db).RunAsync(bundle, null, By("practices.take"), Cancel)).Value.Version);
        Assert.Null(await Use(db).OpenAsync(first.Practice, Cancel));
    }

    [Fact]
    public async Task Check_AnEmptyDraft_NamesEachFieldThatIsMissing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        await using var db = database.Open();
        var draft = new PracticeDraft { Steps = [new DraftStep()], Settings = [new DraftSetting { Name = new DraftWords { Da = "Uger" }, Value = 3 }], Measures = [new(), new()] };
        var faults = await Use(db).CheckAsync(new(draft), Cancel);
        Assert.Superset(
            new HashSet<(string, string)>
            {
                ("Title.Da", "write"), ("Chapter", "choose"), ("Lead", "choose"), ("", "no-phase"), ("", "no-reason"), ("Steps[0].Name.Da", "write"), ("Steps[0].Amount", "number"), ("Steps[0].Owner", "choose"),
                ("Settings[0].Name.Da", "unused"), ("Measures[1].Kind", "twice"),
            },
            faults.Select(f => (f.Field, f.Key.Split('.')[^1])).ToHashSet());
        Assert.All(faults, f => Assert.True(Words.Has("da", f.Key), f.Key));
        Assert.Equal("practices.draft-faults", (await Use(db).RunAsync(new(draft), By("practices.write-own"), Cancel)).Failure!.Code);
    }

    [Fact]
    public async Task Check_ASlotNothingFills_IsToldAsTheCataloguesCheckTellsIt()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        await using var db = database.Open();
        var draft = NightWalk.Draft();
        draft.Summary.Da = "I {setting:dage} dage.";
        Assert.Equal(["catalogue.problem.unknown-slot", "catalogue.problem.unknown-slot"], (await Use(db).CheckAsync(new(draft), Cancel)).Select(f => f.Key));
    }

    [Fact]
    public async Task Write_ATitleOfTheCatalogue_GetsAnIdOfItsOwn()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        await using var db = database.Open();
        var draft = NightWalk.Draft();
        draft.Title.Da = "Business mentors";
        Assert.Equal("business-mentors-2", (await Use(db).RunAsync(new(draft), By("practices.write-own"), Cancel)).Value.Practice);
        draft.Title.Da = "New";
        Assert.Equal("new-2", (await Use(db).RunAsync(new(draft), By("practices.write-own"), Cancel)).Value.Practice);
    }

    private static IEnumerable<string> Codes(PracticeDefinition practice) => practice.Offer.If.All.Select(c => c.Code).OrderBy(c => Array.IndexOf(["age", "education", "english", "danish-track", "basis", "sex", "denmark-months", "single", "arrived", "work-background", "answered"], c));

    private WriteOwnPractice Use(VejviserDb db) => new(db, practices, Words, new ConsentPurposes(Words));

    private TakePractice Take(VejviserDb db) => new(db, practices, new PublishPracticeVersion(db, practices), new ConsentPurposes(Words));

    private static AuditContext By(string action) => new(null, action, TestDatabase.Start.UtcDateTime);
}
