using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Chapters.Transition;

/// <summary><c>/import</c> and <c>/import/{id}</c>: from the file to what came of it.</summary>
[Trait("Run", "Quick")]
public sealed class ImportPageTests
{
    private const string Reception = "mette.holm@havneby.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_WithoutPermission_AreForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var visitor = await app.SignInAsync("peter.lund@havneby.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/import")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/import/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/import?handler=sample&format=Csv")).Status);
    }

    [Fact]
    public async Task Upload_UnknownId_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var visitor = await app.SignInAsync(Reception);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/import/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/import/{Guid.CreateVersion7()}?handler=report")).Status);
    }

    [Theory]
    [InlineData("Csv")]
    [InlineData("Xlsx")]
    public async Task Sample_Downloaded_CanBePutInAsItIs(string format)
    {
        await using var app = await VejviserApp.StartAsync();
        var visitor = await app.SignInAsync(Reception);
        var sample = await visitor.Client.GetByteArrayAsync($"/import?handler=sample&format={format}", Cancel);
        var page = await visitor.GetAsync((await PutInAsync(visitor, sample)).Location!);
        Assert.Equal("6", page.Texts(".import-figures dd")[0]);
        Assert.Equal("0", page.Texts(".import-figures dd")[4]);
    }

    [Fact]
    public async Task Import_NoFileOrABadOne_SaysWhyAndKeepsNothing()
    {
        await using var app = await VejviserApp.StartAsync();
        var visitor = await app.SignInAsync(Reception);
        Assert.NotEqual("", (await PutInAsync(visitor, null)).Failures);
        Assert.NotEqual("", (await PutInAsync(visitor, Encoding.UTF8.GetBytes("navn;adresse\r\n1;2"))).Failures);
        await using var db = app.Open();
        Assert.Equal(0, await db.AllocationUploads.CountAsync(Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_FaultyFile_ShowsEachProblemTakesTheGoodAndForgetsTheBytes(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind, start: new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        var visitor = await app.SignInAsync(Reception);
        var preview = await visitor.GetAsync((await PutInAsync(visitor, await File.ReadAllBytesAsync(AllocationFiles.Path("allocations-faulty.csv"), Cancel))).Location!);
        Assert.Equal(["17", "6", "6", "0", "11", "3"], preview.Texts(".import-figures dd"));
        Assert.Equal(14, preview.Texts(".import-problems tbody tr").Count);
        Assert.Equal(3, (await visitor.GetAsync($"{preview.Asked}?show=warnings")).Texts(".import-problems tbody tr").Count);

        var outcome = await DecideAsync(visitor, preview, "Take");
        Assert.Equal(["17", "6", "6", "0", "11", "3"], outcome.Texts(".import-figures dd"));
        Assert.Equal(6, outcome.Texts("main table a[href^='/households/']").Count);
        await using var db = app.Open();
        var upload = await db.AllocationUploads.SingleAsync(Cancel);
        Assert.Equal((UploadState.Taken, null), (upload.State, upload.Content));
        Assert.Equal((6, 6), (await db.People.CountAsync(Cancel), await db.Plans.CountAsync(Cancel)));
        Assert.Single(await app.AuditAsync("import.upload-allocations"));
        Assert.Single(await app.AuditAsync("import.queue-upload"));
        Assert.Single(await app.AuditAsync("import.finish-upload"));
        Assert.All(await app.AuditAsync("import.take-allocations"), e => Assert.Equal(upload.TakenBy, e.ActorId));
        Assert.NotEmpty(await app.AuditAsync("import.read"));

        var report = await visitor.GetAsync($"{preview.Asked}?handler=report");
        Assert.Equal(15, report.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/import")).Status);
    }

    [Fact]
    public async Task Preview_ChangedRow_ShowsItsDifferenceFirst()
    {
        await using var app = await VejviserApp.StartAsync();
        var visitor = await app.SignInAsync(Reception);
        await DecideAsync(visitor, await visitor.GetAsync((await PutInAsync(visitor, Encoding.UTF8.GetBytes(AllocationFiles.OneHousehold()))).Location!), "TakeAll");
        var preview = await visitor.GetAsync((await PutInAsync(visitor, Encoding.UTF8.GetBytes(AllocationFiles.OneHousehold("Umar")))).Location!);
        Assert.Equal("1 Umar Haddad Fornavn Omar Umar", preview.Texts("main table tbody tr")[0]);
        var unchanged = await visitor.GetAsync((await PutInAsync(visitor, Encoding.UTF8.GetBytes(AllocationFiles.OneHousehold()))).Location!);
        Assert.Empty(unchanged.Page.QuerySelectorAll("button[value='Take']"));
    }

    [Fact]
    public async Task Drop_WaitingFile_ForgetsItAndIsHeardOnce()
    {
        await using var app = await VejviserApp.StartAsync();
        var visitor = await app.SignInAsync(Reception);
        var preview = await visitor.GetAsync((await PutInAsync(visitor, Encoding.UTF8.GetBytes(AllocationFiles.OneHousehold()))).Location!);
        Assert.True((await visitor.SubmitAsync(preview.Form("#decision"), ("decision", "Drop"))).IsRedirect);
        Assert.True((await visitor.SubmitAsync(preview.Form("#decision"), ("decision", "Drop"))).IsRedirect);
        Assert.NotEqual("", (await visitor.SubmitAsync(preview.Form("#decision"), ("decision", "Take"))).Failures);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(preview.Form("#decision"), ("decision", "Burn"))).Status);

        await using var db = app.Open();
        Assert.Equal((UploadState.Dropped, null), await db.AllocationUploads.Select(u => new ValueTuple<UploadState, byte[]?>(u.State, u.Content)).SingleAsync(Cancel));
        Assert.Equal(0, await db.People.CountAsync(Cancel));
        Assert.Single(await app.AuditAsync("import.drop-upload"));
    }

    internal static async Task<PageAnswer> PutInAsync(Visitor visitor, byte[]? file)
    {
        var page = await visitor.GetAsync("/import");
        using var content = new MultipartFormDataContent();
        foreach (var hidden in page.Form("/import").Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden"))
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        if (file is not null)
            content.Add(new ByteArrayContent(file), "file", "allocations.csv");
        using var response = await visitor.Client.PostAsync("/import", content, Cancel);
        return new PageAnswer(
            response.StatusCode, response.Headers.Location?.OriginalString, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancel)), "", "/import",
            new Dictionary<string, string>());
    }

    /// <summary>Decides, and asks as a browser without JavaScript does until the file is taken.</summary>
    internal static async Task<PageAnswer> DecideAsync(Visitor visitor, PageAnswer preview, string decision)
    {
        Assert.True((await visitor.SubmitAsync(preview.Form("#decision"), ("decision", decision))).IsRedirect);
        for (var asked = 0; asked < 5000; asked++)
            if (await visitor.GetAsync(preview.Asked) is var page && page.Page.QuerySelector("#progress") is null)
                return page;
        throw new InvalidOperationException("The file is never taken.");
    }
}
