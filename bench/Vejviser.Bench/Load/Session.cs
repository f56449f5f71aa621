using System.Net;
using System.Text.RegularExpressions;

namespace Vejviser.Bench.Load;

/// <summary>Signs somebody in through the sign-in page, as a browser does.</summary>
internal static partial class Session
{
    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token { get; }

    /// <returns>The cookies for each further request.</returns>
    public static Task<string> SignInAsync(Uri server, string email, string password) => SendAsync(server, "/sign-in", email, ("Email", email), ("Password", password));

    /// <summary>By the letter's link and code.</summary>
    /// <returns>The cookies for each further request.</returns>
    public static Task<string> SignInNewcomerAsync(Uri server, string link, string code) => SendAsync(server, $"/my/sign-in/{link}", link, ("code", code));

    private static async Task<string> SendAsync(Uri server, string path, string who, params (string Name, string Value)[] fields)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = server };
        var page = await http.GetStringAsync(path);
        using var form = FormOf(page, fields);
        using var answer = await http.PostAsync(path, form);
        if (answer.StatusCode != HttpStatusCode.Found)
            throw new InvalidOperationException($"{who} is not signed in: {answer.StatusCode}");
        return string.Join("; ", cookies.GetCookies(new Uri(server, path)).Select(c => $"{c.Name}={c.Value}"));
    }

    /// <summary>What a form of a page sends: its hidden fields, and what was filled in.</summary>
    public static FormUrlEncodedContent FormOf(string page, params (string Name, string Value)[] fields) => new(
        [new("__RequestVerificationToken", Token.Match(page).Groups["value"].Value), new("command", Guid.CreateVersion7().ToString()), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
}
