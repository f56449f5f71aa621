using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans;

[Trait("Run", "Quick")]
public sealed class TaskTests
{
    private const string Mette = "mette.holm@havneby.example";

    [Fact]
    public async Task Get_OwnTask_TellsHowWhyAndWhom()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm", blocks: ["job-ready"]);
        using var mette = await app.SignInAsync(Mette);

        var page = await mette.GetAsync($"/tasks/{task.Id}");

        var facts = string.Join(' ', page.Texts(".facts dd"));
        Assert.Contains("3 arbejdsdage efter visiteringen (02-02-2026)", facts, StringComparison.Ordinal);
        Assert.Contains("Yousef Al-Khatib", facts, StringComparison.Ordinal);
        Assert.Contains("Mette Holm", facts, StringComparison.Ordinal);
        Assert.NotEmpty(page.One("#how + p").TextContent.Trim());
        var read = Assert.Single(await app.AuditAsync("tasks.read"));
        Assert.Equal((task.HouseholdId, task.Id), (read.HouseholdId, read.EntityId));
    }

    [Fact]
    public async Task Get_UnknownOrSomebodyElses_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        using var admin = await app.SignInAsync("admin@havneby.example");

        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/tasks/{Guid.CreateVersion7()}")).Status);
        // The administrator may break the glass, and is led there; nothing of the task is shown.
        Assert.StartsWith("/break-glass", (await admin.GetAsync($"/tasks/{task.Id}")).Location, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Finish_TwoSessions_TellsWhoWasFirst(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, unit: "Beskæftigelse");
        using var jonas = await app.SignInAsync("jonas.krogh@havneby.example");
        using var amina = await app.SignInAsync("amina.yusuf@havneby.example");
        var (his, hers) = (await jonas.GetAsync($"/tasks/{task.Id}"), await amina.GetAsync($"/tasks/{task.Id}"));

        var first = await jonas.SubmitAndFollowAsync(his.Form("#finish-form"));
        var second = await amina.SubmitAndFollowAsync(hers.Form("#finish-form"));

        Assert.Equal("Opgaven er færdig.", first.Told);
        Assert.Equal("Jonas Krogh gjorde opgaven færdig 02-03-2026 09.00. Intet er ændret.", second.Told);
        Assert.Single(await app.AuditAsync("plans.complete-task"));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Finish_SameFormTwiceAtOnce_IsOneResult(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, step: "contact-centre", account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        var page = await mette.GetAsync($"/tasks/{task.Id}");

        var clicks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => mette.SubmitAsync(page.Form("#finish-form"), ("Note", "Talt med centret."))));

        Assert.All(clicks, c => Assert.True(c.IsRedirect, c.Status.ToString()));
        Assert.Single(await app.AuditAsync("plans.complete-task"));
        await using var db = app.Open();
        Assert.Equal("Talt med centret.", (await db.TaskEvidence.SingleAsync(TestContext.Current.CancellationToken)).Note);
    }

    [Fact]
    public async Task Tick_ThenUntick_KeepsInitialsAndAudit()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, step: "open-case", account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        var page = await mette.GetAsync($"/tasks/{task.Id}");

        var ticked = await mette.SubmitAndFollowAsync(page.Form($"/tasks/{task.Id}?handler=Tick"), ("item", "+dates-checked"));
        Assert.Equal("MH", ticked.One("#checklist abbr").TextContent);
        Assert.Contains("1 af 4", ticked.One("#checklist h2").TextContent, StringComparison.Ordinal);

        mette.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        var part = await mette.SubmitAsync(ticked.Form($"/tasks/{task.Id}?handler=Tick"), ("item", "-dates-checked"));
        Assert.Equal("-dates-checked"[1..], part.One("[data-focus]").GetAttribute("value")![1..]);
        Assert.Empty(part.Page.QuerySelectorAll("abbr"));
        Assert.Equal(2, (await app.AuditAsync("plans.tick-item")).Count);
    }

    [Fact]
    public async Task Skip_NeedsReason_ThenReopens()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        var page = await mette.GetAsync($"/tasks/{task.Id}");

        var refused = await mette.SubmitAsync(page.Form("#skip-form"), ("Reason", " "));
        Assert.Contains("hvorfor", refused.Failures, StringComparison.Ordinal);

        var skipped = await mette.SubmitAndFollowAsync(refused.Form("#skip-form"), ("Reason", "Familien har selv en rådgiver."));
        Assert.Contains("Familien har selv en rådgiver.", skipped.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Familien", Assert.Single(await app.AuditAsync("plans.skip-task")).Details!, StringComparison.Ordinal);

        var reopened = await mette.SubmitAndFollowAsync(skipped.Form($"/tasks/{task.Id}?handler=Reopen"));
        Assert.Equal("Opgaven er åben igen.", reopened.Told);
        Assert.Equal(["Åbnet igen", "Sprunget over"], reopened.Texts(".task-history li span:nth-child(2)"));
    }

    [Fact]
    public async Task Comment_InAnyScript_StandsOnTheTask()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        var page = await mette.GetAsync($"/tasks/{task.Id}");

        Assert.Contains("kommentar", (await mette.SubmitAsync(page.Form("#comment-form"), ("Comment", ""))).Failures, StringComparison.Ordinal);
        var after = await mette.SubmitAndFollowAsync(page.Form("#comment-form"), ("Comment", "<b>يوسف</b>"));

        Assert.Equal("<b>يوسف</b>", after.One(".task-notes li p:first-child").TextContent);
    }

    [Fact]
    public async Task Evidence_Uploaded_ComesBackAsDownloadOnlyToThoseWhoMay()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);

        var uploaded = await UploadAsync(mette, task.Id, "kontrakt.pdf", "application/pdf", "%PDF-1.7"u8.ToArray());
        Assert.Equal("Det er gemt på opgaven.", uploaded.Told);
        var link = uploaded.One(".task-notes a").GetAttribute("href")!;

        var file = await mette.GetAsync(link);
        Assert.Equal("%PDF-1.7", file.Body);
        Assert.StartsWith("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Headers["X-Content-Type-Options"]);
        Assert.Single(await app.AuditAsync("tasks.evidence.read"));
        using var peter = await app.SignInAsync("lars.dam@havneby.example");
        Assert.NotEqual(HttpStatusCode.OK, (await peter.GetAsync(link)).Status);
    }

    [Theory]
    [InlineData("virus.exe", "application/octet-stream", 10, "slags fil")]
    [InlineData("side.html", "text/html", 10, "slags fil")]
    [InlineData("tom.pdf", "application/pdf", 0, "tom")]
    [InlineData("stor.pdf", "application/pdf", 10 * 1024 * 1024 + 1, "for stor")]
    public async Task Evidence_NotToBeKept_IsRefusedInWords(string name, string contentType, int bytes, string said)
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);

        var refused = await UploadAsync(mette, task.Id, name, contentType, new byte[bytes]);

        Assert.Contains(said, refused.Failures, StringComparison.Ordinal);
        Assert.Empty(await app.AuditAsync("plans.add-evidence"));
    }

    [Fact]
    public async Task Health_NotesAreForOwnersAndTheCompartment()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "hanne.friis", unit: "Sundhed", area: "health");
        using var hanne = await app.SignInAsync("hanne.friis@havneby.example");
        using var mette = await app.SignInAsync(Mette);
        await hanne.SubmitAsync((await hanne.GetAsync($"/tasks/{task.Id}")).Form("#comment-form"), ("Comment", "Ringer til lægen"));

        var hers = await mette.GetAsync($"/tasks/{task.Id}");

        Assert.Contains("Ringer til lægen", (await hanne.GetAsync($"/tasks/{task.Id}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Ringer til lægen", hers.Body, StringComparison.Ordinal);
        Assert.Contains("helbredsoplysninger", hers.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_GivenToAnother_MovesTheTaskAndTheAccess()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        var peterId = await town.AccountAsync("peter.lund");
        using var mette = await app.SignInAsync(Mette);
        using var peter = await app.SignInAsync("peter.lund@havneby.example");

        Assert.Equal(HttpStatusCode.Forbidden, (await peter.GetAsync($"/tasks/{task.Id}/owner")).Status);
        var page = await mette.GetAsync($"/tasks/{task.Id}/owner");
        Assert.NotEmpty((await mette.SubmitAsync(page.Form(), ("Owner", ""))).Failures);
        var given = await mette.SubmitAndFollowAsync(page.Form(), ("Owner", $"a:{peterId}"));

        Assert.Equal("Opgaven er givet videre.", given.Told);
        var now = await town.NowAsync(task.Id);
        Assert.Equal((peterId, await town.UnitAsync("Boligteamet")), (now.OwnerAccountId!.Value, now.OwnerUnitId!.Value));
        Assert.Equal(HttpStatusCode.OK, (await peter.GetAsync($"/tasks/{task.Id}")).Status);
        Assert.Single(await app.AuditAsync("plans.reassign-task"));
    }

    [Fact]
    public async Task Take_TeamTask_MakesItOnesOwn()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, unit: "Boligteamet");
        using var peter = await app.SignInAsync("peter.lund@havneby.example");

        var taken = await peter.SubmitAndFollowAsync((await peter.GetAsync($"/tasks/{task.Id}")).Form($"/tasks/{task.Id}?handler=Take"));

        Assert.Equal("Opgaven er nu din.", taken.Told);
        Assert.Equal(await town.AccountAsync("peter.lund"), (await town.NowAsync(task.Id)).OwnerAccountId);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Date_SetByHand_StaysUntilItFollowsThePlanAgain(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var town = await WorkTown.BuildAsync(app);
        var task = await town.TaskAsync("Yousef Al-Khatib", 0, account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);
        var page = await mette.GetAsync($"/tasks/{task.Id}");

        Assert.Contains("dato", (await mette.SubmitAsync(page.Form("#date-form"), ("Due", ""))).Failures, StringComparison.Ordinal);
        var set = await mette.SubmitAndFollowAsync(page.Form("#date-form"), ("Due", "2026-04-01"));
        Assert.Equal((new DateOnly(2026, 4, 1), true), ((await town.NowAsync(task.Id)).Due, (await town.NowAsync(task.Id)).IsPinned));
        Assert.Contains("Datoen sat til 01-04-2026", set.Texts(".task-history li")[0], StringComparison.Ordinal);

        await mette.SubmitAndFollowAsync(set.Form("#follow-form"));

        // Three workdays after the allocation on Monday 2 February.
        Assert.Equal((new DateOnly(2026, 2, 5), false), ((await town.NowAsync(task.Id)).Due, (await town.NowAsync(task.Id)).IsPinned));
    }

    [Fact]
    public async Task Finish_WaitsForAnother_NamesItAndRefuses()
    {
        await using var app = await VejviserApp.StartAsync();
        var town = await WorkTown.BuildAsync(app);
        await town.TaskAsync("Yousef Al-Khatib", 0, step: "contact-centre", account: "mette.holm");
        var later = await town.TaskAsync("Yousef Al-Khatib", 0, step: "invite-pre-meeting", account: "mette.holm");
        using var mette = await app.SignInAsync(Mette);

        var page = await mette.GetAsync($"/tasks/{later.Id}");

        Assert.Contains("Ring til asylcentret", page.One(".alert-info").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("#finish-form"));
    }

    private static async Task<PageAnswer> UploadAsync(Visitor visitor, Guid task, string name, string contentType, byte[] content)
    {
        var form = (await visitor.GetAsync($"/tasks/{task}")).Form("#evidence-form");
        using var body = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[type=hidden]"))
            body.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        body.Add(new ByteArrayContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } }, "Upload", name);
        using var answer = await visitor.Client.PostAsync(form.GetAttribute("action"), body, TestContext.Current.CancellationToken);
        return answer.Headers.Location is { } to
            ? await visitor.GetAsync(to.OriginalString)
            : await AsPageAsync(answer);
    }

    private static async Task<PageAnswer> AsPageAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new PageAnswer(answer.StatusCode, null, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text), text, "", new Dictionary<string, string>());
    }
}
