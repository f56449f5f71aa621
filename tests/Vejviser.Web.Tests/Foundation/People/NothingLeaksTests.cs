using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.People;

/// <summary>A walk through the pages about a person, everything logged: no CPR number and no name is in a log line or an address.</summary>
public sealed partial class NothingLeaksTests
{
    private static readonly string[] Secrets = ["Zenobia", "Quartermaine", "zenobia", "quartermaine", "7203901235", "720390-1235", "1235", "73039", "Hemmeligt", "55667788", "Rana"];

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Walk_EveryPage_LeavesNoNameAndNoNumberInLogsOrAddresses(DatabaseKind kind)
    {
        var log = new Log();
        await using var app = await VejviserApp.StartAsync(kind, b =>
        {
            b.Services.AddSingleton<ILoggerProvider>(log);
            b.Logging.SetMinimumLevel(LogLevel.Trace);
        });
        var person = await app.AddAsync("Zenobia", "Quartermaine", also: p => (p.Phone, p.Note) = ("55667788", "Hemmeligt"));
        var other = await app.AddAsync("Zenobia", "Quartermaine");
        await app.GiveCprAsync(person);
        var addresses = new List<string>();
        using var visitor = await app.SignInAsync(Newcomers.Reception);
        async Task<PageAnswer> OpenAsync(string path)
        {
            var answer = await visitor.GetAsync(path);
            addresses.AddRange(answer.Page.QuerySelectorAll("[href], [action], [src]").SelectMany(e => new[] { e.GetAttribute("href"), e.GetAttribute("action"), e.GetAttribute("src") }).OfType<string>());
            return answer;
        }

        async Task SendAsync(string path, string form, params (string Name, string? Value)[] fields)
        {
            var answer = await visitor.SubmitAsync((await OpenAsync(path)).Form(form), fields);
            addresses.AddRange([answer.Asked, answer.Location ?? ""]);
        }

        var at = $"/people/{person.Id}";
        foreach (var q in new[] { "Zenobia", Newcomers.Cpr, "7203901235" })
            await SendAsync("/people", "/people/search", ("q", q));
        await SendAsync(at + "/edit", ".person-form", ("Form.Note", "Hemmeligt nok"), ("Form.Email", "Rana"));
        await SendAsync(at + "/edit", ".person-form", ("Form.Note", "Hemmeligt nok"));
        await SendAsync(at + "/cpr", at + "/cpr?handler=Show");
        await SendAsync(at + "/cpr", at + "/cpr?handler=Replace", ("number", "730390-1234"));
        await SendAsync(at + "/cpr", at + "/cpr?handler=Replace", ("number", "730399-99"));
        await SendAsync(at + "/relations", at + "/relations?handler=Add", ("kind", "Sibling"), ("caseRef", "Rana"));
        await SendAsync(at + "/consents", at + "/consents?handler=Give", ("Input.Purpose", "contact-by-volunteers"), ("Input.CustodyHolderName", "Rana"));
        await SendAsync(at + "/move", at + "/move", ("Reference", "Rana"));
        await SendAsync("/households/new", ".person-form", ("Form.GivenName", "Zenobia"), ("Cpr", Newcomers.Cpr));
        await SendAsync($"/people/duplicates/compare?a={person.Id}&b={other.Id}", $"/people/duplicates/compare?a={person.Id}&b={other.Id}", ("take", "phone"));
        await SendAsync("/people/duplicates", "/people/duplicates?handler=Undo");
        await OpenAsync(at + "/history");
        addresses.Add((await visitor.GetAsync(at + "/history?export=csv")).Headers["Content-Disposition"]);

        Assert.Contains(log.Lines, l => l.Contains(at, StringComparison.Ordinal) || l.Contains("vejviser", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(addresses, Leaks);
        Assert.DoesNotContain(log.Lines, Leaks);
        Assert.DoesNotContain(await app.AuditAsync(), e => Leaks(e.Details ?? ""));
    }

    [GeneratedRegex("[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids { get; }

    /// <summary>Past ids, in which any digits may stand.</summary>
    private static bool Leaks(string text) => Array.Exists(Secrets, Ids.Replace(text, "").Contains);

    /// <summary>All that any part of the product logs, as it would be written.</summary>
    private sealed class Log : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(Convert.ToString(state, CultureInfo.InvariantCulture) ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
