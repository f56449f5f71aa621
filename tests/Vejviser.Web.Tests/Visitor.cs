using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Vejviser.Web.Tests;

/// <summary>A browser without JavaScript: cookies, pages read as HTML, forms sent with all their hidden fields.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, UseCookies = true };

    internal Visitor(Uri address) => Client = new HttpClient(handler) { BaseAddress = address };

    public HttpClient Client { get; }

    public CookieContainer Cookies => handler.CookieContainer;

    public async Task<PageAnswer> GetAsync(string path) => await ReadAsync(await Client.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>As htmx asks: the answer is the part that changed.</summary>
    public async Task<PageAnswer> GetPartAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("HX-Request", "true");
        return await ReadAsync(await Client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>
    /// Sends a form found on a page as a browser does: hidden fields, what is filled in, ticked and chosen, then <paramref name="fields"/>
    /// on top (a value null leaves the field out; the same name twice sends it twice). Redirects are answered, not followed.
    /// </summary>
    public async Task<PageAnswer> SubmitAsync(IHtmlFormElement form, params (string Name, string? Value)[] fields)
    {
        var values = Filled(form, fields);
        var action = form.GetAttribute("action")!;
        if (!string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
            return await GetAsync($"{action}?{await new FormUrlEncodedContent(values).ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        using var content = new FormUrlEncodedContent(values);
        return await ReadAsync(await Client.PostAsync(action, content, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends the form and, after a redirect, reads the page it leads to.</summary>
    public async Task<PageAnswer> SubmitAndFollowAsync(IHtmlFormElement form, params (string Name, string? Value)[] fields)
    {
        var answer = await SubmitAsync(form, fields);
        return answer.IsRedirect ? await GetAsync(answer.Location!) : answer;
    }

    /// <summary>Sends a form found on a page with a file chosen in it.</summary>
    public async Task<PageAnswer> UploadAsync(IHtmlFormElement form, string field, string fileName, byte[] content)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Standing(form))
            body.Add(new StringContent(value), name);
        body.Add(new ByteArrayContent(content), field, fileName);
        return await ReadAsync(await Client.PostAsync(form.GetAttribute("action")!, body, TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }

    /// <summary>What a browser sends of a form: hidden fields, what is filled in, ticked and chosen, with <paramref name="fields"/> on top.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Filled(IHtmlFormElement form, IReadOnlyList<(string Name, string? Value)> fields)
    {
        var own = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        return [.. Standing(form).Where(v => !own.Contains(v.Key)), .. fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))];
    }

    private static IEnumerable<KeyValuePair<string, string>> Standing(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
                continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked:
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "file" }:
                case IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Type is "checkbox" or "radio" ? input.GetAttribute("value") ?? "on" : input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected))
                        yield return KeyValuePair.Create(name, option.Value);
                    break;
            }
        }
    }

    /// <summary>An answer as text, read as a page where it is one.</summary>
    public static PageAnswer Read(HttpStatusCode status, string asked, string text, IReadOnlyDictionary<string, string> headers, string? location = null)
    {
        var isPage = text.Length == 0 || headers.GetValueOrDefault("Content-Type", "").StartsWith("text/html", StringComparison.Ordinal);
        return new PageAnswer(status, location, isPage ? new HtmlParser().ParseDocument(text) : null, text, asked, headers);
    }

    private static async Task<PageAnswer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            return Read(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, text, headers, Location(response));
        }
    }

    private static string? Location(HttpResponseMessage response) => response.Headers.Location switch
    {
        { IsAbsoluteUri: true } to when to.Authority == response.RequestMessage!.RequestUri!.Authority => to.PathAndQuery,
        var to => to?.OriginalString,
    };
}

/// <summary>What the server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Location">Where a redirect leads; a path where it stays on the site.</param>
/// <param name="Html">The page; null where the answer is no HTML.</param>
/// <param name="Body">The answer as text.</param>
/// <param name="Asked">The path and query that was asked for.</param>
/// <param name="Headers">All headers.</param>
public sealed record PageAnswer(HttpStatusCode Status, string? Location, IHtmlDocument? Html, string Body, string Asked, IReadOnlyDictionary<string, string> Headers)
{
    public bool IsRedirect => (int)Status is 301 or 302 or 303 or 307 or 308;

    public IHtmlDocument Page => Html ?? throw new InvalidOperationException($"{Asked} is no page: {Headers.GetValueOrDefault("Content-Type")}");

    /// <summary>The success told at the top of the page, or null.</summary>
    public string? Told => Page.QuerySelector(".alert-success")?.TextContent.Trim();

    /// <summary>What the page says went wrong, one sentence a line; empty where nothing did.</summary>
    public string Failures => Page.QuerySelector("#failures .alert-text")?.TextContent.Trim() ?? "";

    /// <summary>The one element that fits.</summary>
    public IElement One(string selector) => Assert.Single(Page.QuerySelectorAll(selector));

    /// <summary>Writes in the one field that fits, or chooses in it by an option's value or words; an option that is not there fails.</summary>
    public PageAnswer Fill(string selector, string value)
    {
        switch (One(selector))
        {
            case IHtmlSelectElement select:
                foreach (var option in select.Options)
                    option.IsSelected = false;
                select.Options.First(o => o.Value == value || o.Text.Trim() == value).IsSelected = true;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement { Type: not ("checkbox" or "radio") } input:
                input.Value = value;
                break;
            case var other:
                Assert.Fail($"{selector} is not written in: {other.OuterHtml}");
                break;
        }

        return this;
    }

    /// <summary>Ticks the one box that fits, or takes its tick away.</summary>
    public PageAnswer Tick(string selector, bool isTicked = true)
    {
        Assert.IsAssignableFrom<IHtmlInputElement>(One(selector)).IsChecked = isTicked;
        return this;
    }

    public IReadOnlyList<string> Texts(string selector) => [.. Page.QuerySelectorAll(selector).Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>
    /// The one form in <c>main</c> that posts to an address: <paramref name="action"/> is a path with its query (a form without an action
    /// posts to its page), a selector beginning with <c>#</c>, <c>.</c> or <c>form</c>, or null where the page has one form.
    /// </summary>
    public IHtmlFormElement Form(string? action = null)
    {
        var forms = Page.QuerySelectorAll<IHtmlFormElement>("main form").ToList();
        foreach (var form in forms.Where(f => string.IsNullOrEmpty(f.GetAttribute("action"))))
            form.SetAttribute("action", Asked);
        return action switch
        {
            null => Assert.Single(forms),
            ['#' or '.', ..] or ['f', 'o', 'r', 'm', ..] => Assert.Single(forms, f => f.Matches(action)),
            _ => Assert.Single(forms, f => f.GetAttribute("action") == action || f.GetAttribute("action")!.Split('?')[0] == action),
        };
    }
}
