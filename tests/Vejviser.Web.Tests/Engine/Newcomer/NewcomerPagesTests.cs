using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Offers;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Newcomer;

public sealed class NewcomerPagesTests
{
    /// <summary>Everything but fonts: the page, its sheet, its scripts, its pictures.</summary>
    private const int MostBytes = 100_000;

    private static readonly string[] Pages = ["/my/road", "/my/appointments", "/my/offers", "/my/proposals", "/my/questions", "/my/documents", "/my/consents", "/my/people"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_WrongCode_SaysSoInTheLanguageOfThePage()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        var visitor = world.App.Visit();
        visitor.Cookies.Add(new Cookie("vejviser.my.language", "ar", "/my", world.App.Address.Host));
        var page = await visitor.GetAsync($"/my/sign-in/{DemoNewcomer.Link}");
        Assert.Equal(("ar", "rtl"), (page.Page.DocumentElement.GetAttribute("lang"), page.Page.DocumentElement.GetAttribute("dir")));

        var answer = await visitor.SubmitAsync(page.Form(), ("code", "1"));
        Assert.Contains("الرمز خطأ", answer.One(".problem").TextContent, StringComparison.Ordinal);
        Assert.Equal("/my/sign-in", (await visitor.GetAsync("/my/road")).Location?.Split('?')[0]);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Question_Asked_IsSeenAnsweredAndRead(DatabaseKind kind)
    {
        await using var world = await NewcomerWorld.CreateAsync(kind);
        var me = await world.SignInAsync();
        var asked = await me.SubmitAndFollowAsync((await me.GetAsync("/my/questions")).Form("/my/questions"), ("text", "Hvor er sprogskolen?"));
        Assert.Contains("Det er sendt.", asked.One(".told").TextContent, StringComparison.Ordinal);

        var mette = await world.App.SignInAsync("mette.holm@havneby.example");
        Assert.Contains("Hvor er sprogskolen?", (await mette.GetAsync("/messages/questions")).Body, StringComparison.Ordinal);
        var contact = await mette.GetAsync($"/people/{world.Me.Id}/contact");
        Guid id;
        await using (var db = world.App.Open())
            id = await db.PersonQuestions.Where(q => q.Text == "Hvor er sprogskolen?").Select(q => q.Id).SingleAsync(Cancel);
        var answered = await mette.SubmitAndFollowAsync(contact.Form($"#q-{id}"), ("answer", "Havnegade 4."));
        Assert.Equal("Svaret står nu på borgerens side.", answered.Told);

        Assert.Contains("Havnegade 4.", (await me.GetAsync("/my/questions")).Body, StringComparison.Ordinal);
        await using var after = world.App.Open();
        Assert.Equal(["newcomers.answer", "newcomers.ask"], await after.AuditEntries.Where(e => e.EntityId == id).Select(e => e.Action).OrderBy(a => a).ToListAsync(Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Offer_AnsweredByThePerson_IsAnswered(DatabaseKind kind)
    {
        await using var world = await NewcomerWorld.CreateAsync(kind);
        var me = await world.SignInAsync();
        Guid offer;
        await using (var db = world.App.Open())
            offer = await db.Offers.Where(o => o.HouseholdId == world.Me.HouseholdId && o.Answer == OfferAnswer.None).Select(o => o.Id).FirstAsync(Cancel);
        var page = await me.GetAsync("/my/offers");
        var form = page.Page.QuerySelectorAll<IHtmlFormElement>("main form").Single(f => f.QuerySelector($"[value='{offer}']") is not null);
        form.SetAttribute("action", "/my/offers");
        var answer = await me.SubmitAndFollowAsync(form, ("said", "No"));
        Assert.Contains("Du sagde nej", answer.Body, StringComparison.Ordinal);
        await using var after = world.App.Open();
        Assert.Equal(OfferAnswer.No, await after.Offers.Where(o => o.Id == offer).Select(o => o.Answer).SingleAsync(Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Consent_GivenAndWithdrawn_StandsInTheMunicipality(DatabaseKind kind)
    {
        await using var world = await NewcomerWorld.CreateAsync(kind);
        var me = await world.SignInAsync();
        var page = await me.GetAsync("/my/consents");
        var give = page.Page.QuerySelectorAll<IHtmlFormElement>("main form").Single(f => f.QuerySelector("[value='photo-and-story']") is not null);
        var given = await me.SubmitAndFollowAsync(give);
        await using var db = world.App.Open();
        var consent = await db.Consents.AsNoTracking().SingleAsync(c => c.PersonId == world.Me.Id && c.Purpose == "photo-and-story", Cancel);
        Assert.Null(consent.WithdrawnOn);

        var withdraw = given.Page.QuerySelectorAll<IHtmlFormElement>("main form").Single(f => f.QuerySelector($"[value='{consent.Id}']") is not null);
        await me.SubmitAndFollowAsync(withdraw);
        Assert.Equal(world.Me.Id, (await db.Consents.AsNoTracking().SingleAsync(c => c.Id == consent.Id, Cancel)).WithdrawnById);
    }

    [Fact]
    public async Task Paper_HandedIn_IsFetchedByStaffAndTheWrongKindRefused()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        var me = await world.SignInAsync();
        using var body = new MultipartFormDataContent();
        var form = (await me.GetAsync("/my/documents")).Form("/my/documents");
        foreach (var hidden in form.Elements.Where(e => e.GetAttribute("type") == "hidden"))
            body.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.ContentType = new("image/png");
        body.Add(file, "file", "lejekontrakt.png");
        Assert.Equal(HttpStatusCode.Redirect, (await me.Client.PostAsync("/my/documents", body, Cancel)).StatusCode);
        Assert.NotEmpty((await me.UploadAsync((await me.GetAsync("/my/documents")).Form("/my/documents"), "file", "virus.exe", [1])).One(".problem").TextContent);

        var mette = await world.App.SignInAsync("mette.holm@havneby.example");
        var link = (await mette.GetAsync($"/people/{world.Me.Id}/contact")).Page.QuerySelectorAll("a").Single(a => a.TextContent == "lejekontrakt.png").GetAttribute("href")!;
        Assert.Equal("attachment; filename=lejekontrakt.png; filename*=UTF-8''lejekontrakt.png", (await mette.GetAsync(link)).Headers["Content-Disposition"]);
        Assert.Contains("Vi har set det", (await me.GetAsync("/my/documents")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_OfTheAppointments_IsTheNewcomersOwn()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        var me = await world.SignInAsync();
        var answer = await me.GetAsync("/my/appointments.ics");
        Assert.StartsWith("BEGIN:VCALENDAR", answer.Body, StringComparison.Ordinal);
        Assert.Equal((await me.GetAsync("/my/appointments")).Page.QuerySelectorAll(".card").Length > 0, answer.Body.Contains("BEGIN:VEVENT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("da")]
    [InlineData("ar")]
    [InlineData("ti")]
    [InlineData("uk")]
    public async Task Pages_WithAllTheyLoad_AreSmall(string language)
    {
        await using var world = await NewcomerWorld.CreateAsync();
        var me = await world.SignInAsync(language);
        foreach (var path in Pages)
        {
            var page = await me.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var parts = page.Page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(l => l.GetAttribute("href")!)
                .Concat(page.Page.QuerySelectorAll("script[src], img[src]").Select(s => s.GetAttribute("src")!)).Append("/my/sw.js").Distinct(StringComparer.Ordinal);
            var bytes = Encoding.UTF8.GetByteCount(page.Body);
            foreach (var part in parts)
                bytes += (await me.Client.GetByteArrayAsync(part, Cancel)).Length;
            Assert.True(bytes < MostBytes, $"{path} in {language} is {bytes} bytes.");
        }
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("ti")]
    [InlineData("fa")]
    [InlineData("so")]
    [InlineData("uk")]
    public async Task Pages_InALanguageNobodyHasChecked_SaySo(string language)
    {
        await using var world = await NewcomerWorld.CreateAsync();
        var me = await world.SignInAsync(language);
        Assert.NotEmpty((await me.GetAsync("/my/road")).One("footer").TextContent.Trim());
    }

    [Fact]
    public async Task Access_TakenBack_EndsTheSessionOnTheNextClick()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        var me = await world.SignInAsync();
        var mette = await world.App.SignInAsync("mette.holm@havneby.example");
        await mette.SubmitAndFollowAsync((await mette.GetAsync($"/people/{world.Me.Id}/access")).Form("#revoke-form"));
        Assert.Equal("/my/sign-in", (await me.GetAsync("/my/road")).Location?.Split('?')[0]);
    }

    [Fact]
    public async Task Access_Given_PrintsALetterInTheOwnLanguageOnce()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        var mette = await world.App.SignInAsync("mette.holm@havneby.example");
        var page = await mette.GetAsync($"/people/{world.Me.Id}/access");
        var letter = await mette.SubmitAsync(page.Form("#give-form"));
        Assert.Equal("ar", letter.One("article").GetAttribute("lang"));
        Assert.NotNull(letter.One("article svg"));
        var (link, code) = (letter.Page.QuerySelectorAll("article bdi").Select(b => b.TextContent).Single(t => t.Contains("/my/sign-in/", StringComparison.Ordinal)), letter.One(".code").TextContent);

        var visitor = world.App.Visit();
        var signIn = await visitor.GetAsync(new Uri(link).AbsolutePath);
        Assert.Equal("/my/road", (await visitor.SubmitAsync(signIn.Form(), ("code", code))).Location);
        Assert.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal), (await mette.GetAsync($"/people/{world.Me.Id}/access")).Body, StringComparison.Ordinal);
        Assert.Contains("allerede lavet", (await mette.SubmitAsync(page.Form("#give-form"))).Failures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_TellsTheBrowserToForget()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        var me = await world.SignInAsync();
        var page = await me.GetAsync("/my/road");
        var form = page.Page.QuerySelectorAll<IHtmlFormElement>("header form").Single(f => f.GetAttribute("action") == "/my/sign-out");
        var answer = await me.SubmitAsync(form);
        Assert.Equal("\"cache\", \"storage\"", answer.Headers["Clear-Site-Data"]);
        Assert.Equal("/my/sign-in", (await me.GetAsync("/my/road")).Location?.Split('?')[0]);
    }

    [Fact]
    public async Task Messages_ToThePerson_AreInTheOutboxAfterStaffWrote()
    {
        await using var world = await NewcomerWorld.CreateAsync();
        var mette = await world.App.SignInAsync("mette.holm@havneby.example");
        var contact = await mette.GetAsync($"/people/{world.Me.Id}/contact");
        Assert.Equal("Beskeden er lagt i udbakken.", (await mette.SubmitAndFollowAsync(contact.Form("#write-form"), ("channel", "Letter"), ("text", "Kom forbi på torsdag."))).Told);
        await using var db = world.App.Open();
        var letter = await db.Messages.AsNoTracking().SingleAsync(m => m.PersonId == world.Me.Id && m.Channel == MessageChannel.Letter && m.Key.StartsWith("own:"), Cancel);
        Assert.Contains("Kom forbi på torsdag.", (await mette.GetAsync($"/messages/{letter.Id}")).One(".as-sent").TextContent, StringComparison.Ordinal);
        Assert.Contains("Kom forbi", letter.Body, StringComparison.Ordinal);
        var posted = await mette.SubmitAndFollowAsync((await mette.GetAsync($"/messages/{letter.Id}")).Form(), ("decision", "IsSent"));
        Assert.Equal("Det er noteret.", posted.Told);
    }
}
