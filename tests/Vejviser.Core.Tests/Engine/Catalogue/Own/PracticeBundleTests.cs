using System.Text;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Catalogue.Own;

/// <summary>One file out of one municipality and into another; and files that mean no good.</summary>
public sealed class PracticeBundleTests
{
    private static readonly PracticeCatalogue Shipped = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));
    private static readonly Texts Words = Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task OwnPractice_OutAndIn_IsTheSamePractice(DatabaseKind kind)
    {
        await using var here = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        await using var there = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        await using var db = here.Open();
        await using var other = there.Open();
        var practices = new EffectivePractices(Shipped);
        var written = (await new WriteOwnPractice(db, practices, Words, new ConsentPurposes(Words)).RunAsync(new(NightWalk.Draft()), By(), Cancel)).Value;
        var text = (await PracticeBundles.FindAsync(db, practices, written.Practice, Cancel))!.Write();

        var elsewhere = new EffectivePractices(Shipped);
        var bundle = PracticeBundle.Read(Encoding.UTF8.GetBytes(text)).Value;
        var preview = (await Take(other, elsewhere).PreviewAsync(bundle, Cancel)).Value;
        Assert.Null(await elsewhere.FindAsync(other, written.Practice, Cancel));
        var taken = (await Take(other, elsewhere).RunAsync(bundle, null, By(), Cancel)).Value;

        Assert.Equal((true, true, false), (preview.Definition is not null, preview.Before is null, preview.IsChanges));
        Assert.Equal(new TakenPractice(written.Practice, 1, IsChanges: false), taken);
        Assert.Equal(text, (await PracticeBundles.FindAsync(other, elsewhere, written.Practice, Cancel))!.Write());
        Assert.Equal(2, (await Take(other, elsewhere).RunAsync(bundle, null, By(), Cancel)).Value.Version);
        Assert.Equal(2, (await elsewhere.FindAsync(other, written.Practice, Cancel))!.Version);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task ChangesOfACataloguePractice_OutAndIn_AreTheNextVersion(DatabaseKind kind)
    {
        await using var here = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        await using var there = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        await using var db = here.Open();
        await using var other = there.Open();
        var practices = new EffectivePractices(Shipped);
        Assert.Null(await PracticeBundles.FindAsync(db, practices, "business-mentors", Cancel));
        var changes = PracticeChanges.None with { Settings = new Dictionary<string, int> { ["months"] = 5 } };
        await new PublishPracticeVersion(db, practices).RunAsync(new("business-mentors", changes), By(), Cancel);
        var bundle = PracticeBundle.Read(Encoding.UTF8.GetBytes((await PracticeBundles.FindAsync(db, practices, "business-mentors", Cancel))!.Write())).Value;

        var taken = (await Take(other, practices).RunAsync(bundle, "Fra Havneby", By(), Cancel)).Value;

        Assert.Equal(new TakenPractice("business-mentors", 1, IsChanges: true), taken);
        Assert.Equal(5, (await practices.AdoptedAsync(other, Cancel))["business-mentors"].Settings.Single(s => s.Id == "months").Value);
        Assert.Equal("practices.nothing-changed", (await Take(other, practices).RunAsync(bundle, null, By(), Cancel)).Failure!.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id: x")]
    [InlineData("# Vejviser practice, format 1\n")]
    [InlineData("# Vejviser practice, format 1\n--- # ../../etc/passwd.yaml\nid: x\n")]
    [InlineData("# Vejviser practice, format 1\n--- # 05-employment/a.yaml\nid: a\n--- # 05-employment/b.yaml\nid: b\n")]
    [InlineData("# Vejviser practice, format 1\n--- # 05-employment/a.da.yaml\ntitle: a\n--- # 08-health/a.da.yaml\ntitle: a\n")]
    public void Read_WhatIsNoPractice_IsRefused(string text) =>
        Assert.Equal("practices.file-not-a-practice", PracticeBundle.Read(Encoding.UTF8.GetBytes(text)).Failure!.Code);

    [Fact]
    public void Read_TooLargeOrNoText_IsRefused()
    {
        Assert.Equal("practices.file-too-large", PracticeBundle.Read(new byte[PracticeBundle.MostBytes + 1]).Failure!.Code);
        Assert.Equal("practices.file-not-a-practice", PracticeBundle.Read([0x23, 0xFF, 0xFE]).Failure!.Code);
    }

    [Theory]
    [InlineData("id: a\nversion: 1\nzz: 1\n", "unknown-key")]
    [InlineData("id: [unclosed\n", "not-yaml")]
    [InlineData("id: &a [*a, *a]\n", "not-yaml")]
    public async Task Preview_AFaultyFile_NamesTheFaultAndIsNotTaken(string structure, string code)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        await using var db = database.Open();
        var bundle = PracticeBundle.Read(Encoding.UTF8.GetBytes($"# Vejviser practice, format 1\n--- # 05-employment/a.yaml\n{structure}")).Value;
        Assert.Contains((await Take(db, new(Shipped)).PreviewAsync(bundle, Cancel)).Value.Problems, p => p.Code == code);
        Assert.Equal("practices.file-has-faults", (await Take(db, new(Shipped)).RunAsync(bundle, null, By(), Cancel)).Failure!.Code);
    }

    [Fact]
    public async Task Preview_NestedTooDeep_IsRefusedNotFollowed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        await using var db = database.Open();
        var deep = $"id: {new string('[', 100_000)}\n";
        var bundle = PracticeBundle.Read(Encoding.UTF8.GetBytes($"# Vejviser practice, format 1\n--- # 05-employment/a.yaml\n{deep}")).Value;
        Assert.Contains((await Take(db, new(Shipped)).PreviewAsync(bundle, Cancel)).Value.Problems, p => p.Code == "not-yaml");
    }

    [Fact]
    public async Task Preview_AFileInACataloguePracticesPlace_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        await using var db = database.Open();
        var bundle = PracticeBundle.Read(Encoding.UTF8.GetBytes("# Vejviser practice, format 1\n--- # 05-employment/business-mentors.yaml\nid: business-mentors\n")).Value;
        Assert.Equal("practices.id-of-catalogue", (await Take(db, new(Shipped)).PreviewAsync(bundle, Cancel)).Failure!.Code);
    }

    private static TakePractice Take(VejviserDb db, EffectivePractices practices) => new(db, practices, new PublishPracticeVersion(db, practices), new ConsentPurposes(Words));

    private static AuditContext By() => new(null, "practices.take", TestDatabase.Start.UtcDateTime);
}
