using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser offer …</c>: who is in a practice's target group, and which practices fit a person, with why. Ids and case references only.</summary>
internal static class OfferCommands
{
    private const int DefaultLimit = 100;
    private const int MostRows = 100_000;

    public static Command Build() => new("offer", "Offers: who has not been offered a practice, and which practices fit a person.") { Who(), Why() };

    private static Command Who()
    {
        var practice = new Argument<string>("practice") { Description = "The practice's id, such as business-mentors." };
        var (database, asOf) = (CommonOptions.Database(), CheckedOptions.Date("--as-of", "The day it is asked on; else today."));
        var limit = CheckedOptions.Number("--limit", $"How many to name of those who fit, and of those to ask; else {DefaultLimit}.", 0, MostRows);
        var command = new Command("who", "Who is in a practice's target group and has not been offered it.") { practice, asOf, limit, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db, practices) =>
        {
            var wanted = parsed.GetValue(practice)!;
            if (await practices.FindAsync(db, wanted, cancel) is not { } original)
                return voice.Refuse(Failure.Of("practices.unknown", ("practice", wanted)), CommonOptions.BadInput);
            var adopted = (await practices.AdoptedAsync(db, cancel)).GetValueOrDefault(wanted);
            var definition = adopted ?? original;
            var (day, now) = (parsed.GetValue(asOf) ?? TimeProvider.System.Today(), TimeProvider.System.Now());
            var counts = await TargetGroup.CountAsync(db, definition, Reader.System, new TargetFilter(), day, now, cancel);
            var rows = new List<(TargetRow Row, bool IsAsk)>();
            foreach (var isAsk in new[] { false, true })
                rows.AddRange((await TargetGroup.FirstAsync(db, definition, Reader.System, new TargetFilter(isAsk), parsed.GetValue(limit) ?? DefaultLimit, day, now, cancel)).Select(r => (r, isAsk)));
            return voice.Answer(Json(definition, adopted is not null, day, counts, rows), Lines(voice, definition, counts, rows));
        }));
        return command;
    }

    private static Command Why()
    {
        var person = new Argument<string>("person") { Description = "The person's id or case reference." };
        var (database, asOf) = (CommonOptions.Database(), CheckedOptions.Date("--as-of", "The day it is asked on; else today."));
        var command = new Command("why", "Which practices fit a person, which don't, and the condition that decided.") { person, asOf, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db, practices) =>
        {
            var wanted = parsed.GetValue(person)!;
            var id = Guid.TryParse(wanted, out var asId) ? asId : Guid.Empty;
            var found = await db.People.AsNoTracking().Where(p => p.Id == id || p.CaseRef == wanted).Select(p => new { Id = p.MergedIntoId ?? p.Id }).SingleOrDefaultAsync(cancel);
            var (day, now) = (parsed.GetValue(asOf) ?? TimeProvider.System.Today(), TimeProvider.System.Now());
            if (found is null || await ReadFits.RunAsync(db, practices, Reader.System, found.Id, day, now, cancel) is not { } fits)
                return voice.Refuse(Failure.Of("offers.no-such-person", ("person", wanted)), CommonOptions.BadInput);
            var words = new ConditionWords(Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts")), LanguageNames.Load(Path.Combine(AppContext.BaseDirectory, "reference", "languages.json")));
            var titles = fits.ToDictionary(f => f.Practice.Id, f => f.Practice.TextsIn(voice.Language).Title, StringComparer.Ordinal);
            string Say(PracticeFit fit, Answer answer) => words.Say(answer, fit.Practice, p => titles.GetValueOrDefault(p, p), voice.Language);
            return voice.Answer(
                new JsonObject { ["person"] = found.Id.ToString(), ["asOf"] = Iso(day), ["practices"] = new JsonArray([.. fits.Select(f => Json(f, titles[f.Practice.Id], a => Say(f, a)))]) },
                fits.Select(f => $"{titles[f.Practice.Id]}: {voice.Say($"offers.command.{Word(f.Verdict.Truth)}")}. {string.Join(" ", f.Deciding.Select(a => Say(f, a)))}".TrimEnd()));
        }));
        return command;
    }

    private static JsonObject Json(PracticeDefinition practice, bool isAdopted, DateOnly day, TargetCounts counts, IEnumerable<(TargetRow Row, bool IsAsk)> rows) => new()
    {
        ["practice"] = practice.Id, ["for"] = Word(practice.For), ["adopted"] = isAdopted, ["byReferral"] = practice.Offer.IsByReferral, ["asOf"] = Iso(day), ["fits"] = counts.Fits, ["ask"] = counts.Ask,
        ["who"] = new JsonArray([.. rows.Select(r => new JsonObject
        {
            ["household"] = r.Row.HouseholdId.ToString(), ["reference"] = r.Row.Reference, ["person"] = r.Row.PersonId?.ToString(), ["caseRef"] = r.Row.CaseRef, ["answer"] = r.IsAsk ? "ask" : "fits",
        })]),
    };

    private static JsonObject Json(PracticeFit fit, string title, Func<Answer, string> say) => new()
    {
        ["practice"] = fit.Practice.Id, ["title"] = title, ["for"] = Word(fit.Practice.For), ["adopted"] = fit.IsAdopted, ["byReferral"] = fit.Practice.Offer.IsByReferral,
        ["answer"] = Word(fit.Verdict.Truth), ["standing"] = Kebab(fit.Standing.ToString()),
        ["because"] = new JsonArray([.. fit.Deciding.Select(a => new JsonObject { ["condition"] = a.Code, ["answer"] = a.Truth switch { Truth.Yes => "yes", Truth.No => "no", _ => "unknown" }, ["text"] = say(a) })]),
    };

    private static IEnumerable<string> Lines(CommandVoice voice, PracticeDefinition practice, TargetCounts counts, IEnumerable<(TargetRow Row, bool IsAsk)> rows)
    {
        var title = practice.TextsIn(voice.Language).Title;
        yield return practice.Offer.IsByReferral
            ? voice.Say("offers.command.by-referral", ("title", title))
            : voice.Say("offers.command.who", ("title", title), ("fits", counts.Fits), ("ask", counts.Ask));
        foreach (var (row, isAsk) in rows)
            yield return $"{row.CaseRef ?? row.Reference ?? row.Id.ToString()}  {voice.Say($"offers.command.{(isAsk ? "ask" : "fits")}")}";
    }

    private static string Word(PracticeFor practice) => practice == PracticeFor.Person ? "person" : "household";

    private static string Word(Truth truth) => truth switch { Truth.Yes => "fits", Truth.No => "no-fit", _ => "ask" };

    private static string Iso(DateOnly day) => day.ToString("O", null);

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
