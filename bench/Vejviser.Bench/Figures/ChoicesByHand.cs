using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vejviser.Bench.Hosts;
using Vejviser.Bench.Load;
using Vejviser.Core.Data;

namespace Vejviser.Bench.Figures;

/// <summary>
/// Choices by hand at the allocation meeting, one after the other, each sent and the page with the new proposal read: a household and a home that keeps every rule for it, drawn at random. Others, drawn before, warm the
/// server up. All are let go of again.
/// </summary>
internal static partial class ChoicesByHand
{
    private const double MostMilliseconds = 100;
    private const int First = 8;
    private const int All = 50;
    private const int MostDrawn = 10 * All;

    [GeneratedRegex("data-household=\"(?<value>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Household { get; }

    [GeneratedRegex("<option value=\"(?<value>[0-9a-f-]{36})\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Home { get; }

    [GeneratedRegex("handler=LetGo[^>]*>(?:<input[^>]*>)*?<input type=\"hidden\" name=\"household\" value=\"(?<value>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chosen { get; }

    public static async Task<IEnumerable<Figure>> RunAsync(string database)
    {
        var address = DatabaseAddress.Parse(database);
        var leader = (await Employee.InRoleAsync(address, "Leder", 1)).Single();
        Guid meeting;
        await using (var db = Databases.Open(address))
            meeting = await db.AllocationMeetings.Where(m => m.DecidedAt == null).Select(m => m.Id).SingleAsync();
        await using var server = await ServerProcess.StartAsync(Peer.Product, database);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("Cookie", await leader.SignInAsync(server.Address));
        var meetingPage = new MeetingPage(http, $"/housing/allocation/{meeting}");
        await meetingPage.LetGoAsync();
        await meetingPage.ChooseAsync(seed: 2);
        await meetingPage.LetGoAsync();
        var taken = await meetingPage.ChooseAsync(seed: 1);
        await meetingPage.LetGoAsync();
        return [Times($"A choice by hand, the first {First}", taken.Take(First)), Times($"A choice by hand, {All}", taken)];
    }

    private static Figure Times(string name, IEnumerable<double> seconds)
    {
        var times = TimesInMilliseconds.Of(seconds);
        return new Figure(name, $"p50 {times.P50,5:0.0} p95 {times.P95,5:0.0} max {times.Max,5:0.0} ms, saved and shared out anew", $"p95 ≤ {MostMilliseconds} ms", times.P95 <= MostMilliseconds);
    }

    private sealed class MeetingPage(HttpClient http, string path)
    {
        /// <returns>Of each choice, seconds from sending it to the whole new page.</returns>
        public async Task<List<double>> ChooseAsync(int seed)
        {
            var households = Values(Household, await http.GetStringAsync(path));
            var random = new Random(seed);
            var taken = new List<double>();
            for (var drawn = 0; taken.Count < All; drawn++)
            {
                if (drawn == MostDrawn)
                    throw new InvalidOperationException($"{MostDrawn} households drawn, and only {taken.Count} had a home to be chosen.");
                var household = households[random.Next(households.Count)];
                var page = await http.GetStringAsync($"{path}?choose={household}");
                if (Values(Home, page) is not { Count: > 0 } homes)
                    continue;
                var from = Stopwatch.GetTimestamp();
                await SendAsync("Pin", page, ("household", household), ("home", homes[random.Next(homes.Count)]), ("reason", "Skolen"));
                await http.GetStringAsync(path);
                taken.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
            }

            return taken;
        }

        /// <summary>All that is chosen.</summary>
        public async Task LetGoAsync()
        {
            var page = await http.GetStringAsync(path);
            foreach (var household in Values(Chosen, page))
                await SendAsync("LetGo", page, ("household", household));
            if (Values(Chosen, await http.GetStringAsync(path)).Count > 0)
                throw new InvalidOperationException("Some choices were not let go of.");
        }

        private async Task SendAsync(string handler, string page, params (string Name, string Value)[] fields)
        {
            using var form = Session.FormOf(page, fields);
            using var sent = await http.PostAsync($"{path}?handler={handler}", form);
            if (sent.StatusCode != HttpStatusCode.Found)
                throw new InvalidOperationException($"{handler}: {sent.StatusCode}");
        }

        private static List<string> Values(Regex part, string page) => [.. part.Matches(page).Select(m => m.Groups["value"].Value)];
    }
}
