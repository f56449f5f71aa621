using System.Net;
using Microsoft.Playwright;
using Vejviser.Web.Tests;

namespace Vejviser.Proofs;

/// <summary>
/// What somebody does with the session of their own window without the page being drawn: forms are read, filled in and sent as a browser without scripts does it. For what a Proof needs before it begins, and for what
/// it does for the tenth time: drawing a page takes more than ten times as long as answering it (ADR 0038).
/// </summary>
internal static class Forms
{
    /// <summary>The page at an address, redirects followed.</summary>
    public static async Task<PageAnswer> ReadAsync(this IPage page, string address) => await AnswerAsync(await page.APIRequest.GetAsync(address));

    /// <summary>Sends a form of a page and reads where it leads.</summary>
    /// <param name="page">Whose session.</param>
    /// <param name="on">The page the form stands on, filled in.</param>
    /// <param name="form">As <see cref="PageAnswer.Form"/> finds it.</param>
    /// <param name="fields">On top of what is filled in, such as the name and value of the button.</param>
    public static async Task<PageAnswer> SendAsync(this IPage page, PageAnswer on, string? form = null, params (string Name, string? Value)[] fields)
    {
        var found = on.Form(form);
        using var content = new FormUrlEncodedContent(Visitor.Filled(found, fields));
        return await AnswerAsync(await page.APIRequest.PostAsync(found.GetAttribute("action")!, new()
        {
            DataString = await content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            Headers = new Dictionary<string, string> { ["Content-Type"] = content.Headers.ContentType!.ToString() },
        }));
    }

    /// <summary>Sends a form with a file chosen in one of its fields.</summary>
    public static async Task<PageAnswer> UploadAsync(this IPage page, PageAnswer on, string form, string field, FilePayload file)
    {
        var found = on.Form(form);
        var content = page.APIRequest.CreateFormData();
        foreach (var (name, value) in Visitor.Filled(found, []))
            content.Append(name, value);
        content.Append(field, file);
        return await AnswerAsync(await page.APIRequest.PostAsync(found.GetAttribute("action")!, new() { Multipart = content }));
    }

    /// <summary>Sends a form that must succeed.</summary>
    /// <param name="says">What the page tells, or part of it.</param>
    /// <returns>Where it led.</returns>
    public static async Task<PageAnswer> SavedAsync(this IPage page, PageAnswer on, string form, string says = "")
    {
        var answer = await page.SendAsync(on, form);
        Assert.True(answer.Told?.Contains(says, StringComparison.Ordinal) is true, $"{answer.Asked} says: {answer.Told} {answer.Failures}");
        return answer;
    }

    /// <summary>The path a form led to, which must be in a place: a form that was refused answers where it stood.</summary>
    public static string Path(this PageAnswer answer, string place)
    {
        var path = answer.Asked.Split('?')[0];
        Assert.True(path.StartsWith(place, StringComparison.Ordinal), $"{path} is not in {place}: {answer.Failures}");
        return path;
    }

    private static async Task<PageAnswer> AnswerAsync(IAPIResponse response)
    {
        var answer = Visitor.Read((HttpStatusCode)response.Status, new Uri(response.Url).PathAndQuery, await response.TextAsync(), new Dictionary<string, string>(response.Headers, StringComparer.OrdinalIgnoreCase));
        Assert.True(response.Ok, $"{answer.Asked} answers {response.Status}.");
        return answer;
    }
}
