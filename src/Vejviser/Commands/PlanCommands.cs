using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser plan …</c>: a practice's plan without a household, and moving a household's date.</summary>
internal static class PlanCommands
{
    private static readonly string[] RuleCodes = ["plans.changed-since-preview", "plans.date-out-of-range"];

    public static Command Build() => new("plan", "Plans: what a practice would give, and moving a household's date.") { Preview(), Move() };

    private static Command Preview()
    {
        var practice = new Argument<string>("practice") { Description = "The practice's id, such as reception-plan." };
        var anchors = AnchorOption();
        var asOf = CheckedOptions.Date("--as-of", "The day whose law holds; else takeover, arrival or allocation.");
        var command = new Command("preview", "The steps of a practice with the dates that the anchors give.") { practice, anchors, asOf, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(parsed =>
        {
            var voice = new CommandVoice(parsed);
            if (Shipped().Find(parsed.GetValue(practice)!) is not { } definition)
                return voice.Refuse(Failure.Of("practices.unknown", ("practice", parsed.GetValue(practice))), CommonOptions.BadInput);
            var given = parsed.GetValue(anchors) ?? [];
            // registered is no anchor of the definition, yet the law asks for it.
            if (given.FirstOrDefault(g => definition.FindAnchor(g.Anchor) is null && g.Anchor != PlanAnchors.Registered) is { Anchor: { } unknown })
                return voice.Refuse(UnknownAnchor(unknown, definition.Anchors.Select(a => a.Id)), CommonOptions.BadInput);

            var law = PlanLaw.Of(Book());
            var dates = PlanAnchors.Resolve(definition, given.ToDictionary(g => g.Anchor, g => g.Date, StringComparer.Ordinal), default, law.Anchor);
            var lawDate = parsed.GetValue(asOf) ?? PlanAnchors.LawDate(dates, TimeProvider.System.Today());
            var steps = PlanPreview.Compute(definition, dates, lawDate, law.CalendarWith(new HashSet<DateOnly>()), voice.Language, name => law.NameOn(name, lawDate, voice.Language));
            return voice.Answer(
                new JsonArray([.. steps.Select(s => new JsonObject
                {
                    ["step"] = s.Step, ["title"] = s.Title, ["owner"] = s.Owner, ["due"] = Iso(s.Due), ["blocks"] = Strings(s.Blocks),
                })]),
                steps.Select(s => $"{(s.Due is { } due ? Texts.Show(voice.Language, due) : "----------")}  {s.Title} ({s.Owner})"));
        });
        return command;
    }

    private static Command Move()
    {
        var household = new Argument<string>("household") { Description = "The household's reference, or its id." };
        var anchor = AnchorOption();
        var dryRun = new Option<bool>("--dry-run") { Description = "Shows what would move and changes nothing." };
        var database = CommonOptions.Database();
        var command = new Command("move", "Moves one of a household's dates, and the open tasks that count from it.") { household, anchor, dryRun, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(async (parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            if (parsed.GetValue(anchor) is not [var (name, date)])
                return voice.Refuse(Failure.Of("option.one-anchor"), CommonOptions.BadInput);
            if (parsed.Address(database) is { File: { } file } && !File.Exists(file))
                return voice.Refuse(Failure.Of("option.no-database", ("database", Path.GetFileName(file))), CommonOptions.BadInput);
            await using var services = Services(parsed.Address(database));
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<VejviserDb>();
            var wanted = parsed.GetValue(household)!;
            var id = Guid.TryParse(wanted, out var asId) ? asId : Guid.Empty;
            if (await db.Households.AsNoTracking().Where(h => h.Reference == wanted || h.Id == id).Select(h => new { h.Id, h.Reference }).SingleOrDefaultAsync(cancel) is not { } home)
                return voice.Refuse(Failure.Of("household.unknown-reference", ("household", wanted)), CommonOptions.BadInput);

            var move = AnchorMove.Of(home.Id, name, date);
            var preview = await scope.ServiceProvider.GetRequiredService<PreviewAnchorMove>().RunAsync(move, cancel);
            if (!preview.IsSuccess)
                return voice.Refuse(preview.Failure, ExitCodeOf(preview.Failure));
            var titles = await TitlesAsync(scope.ServiceProvider, preview.Value, voice.Language, cancel);
            if (!parsed.GetValue(dryRun))
            {
                var audit = new AuditContext(null, "plans.move-anchor", TimeProvider.System.Now());
                var moved = await scope.ServiceProvider.GetRequiredService<MoveAnchor>().RunAsync(new MoveAnchorInput(move, preview.Value.Token), audit, cancel);
                if (!moved.IsSuccess)
                    return voice.Refuse(moved.Failure, ExitCodeOf(moved.Failure));
            }

            return voice.Answer(Json(home.Reference ?? home.Id.ToString(), name, date, parsed.GetValue(dryRun), preview.Value, titles), Lines(preview.Value, titles, voice));
        });
        return command;
    }

    private static JsonObject Json(string household, string anchor, DateOnly date, bool isDryRun, AnchorMovePreview preview, IReadOnlyDictionary<(Guid Plan, string Step), string> titles) => new()
    {
        ["household"] = household,
        ["anchor"] = anchor,
        ["date"] = Iso(date),
        ["dryRun"] = isDryRun,
        ["moved"] = Array(preview.Plans.SelectMany(p => p.Moves.Select(m => new JsonObject
        {
            ["step"] = m.Step, ["title"] = titles[(p.PlanId, m.Step)], ["person"] = m.PersonId?.ToString(), ["from"] = Iso(m.From), ["to"] = Iso(m.To),
        }))),
        ["kept"] = Array(preview.Plans.SelectMany(p => p.Stays.Select(s => new JsonObject
        {
            ["step"] = s.Step, ["title"] = titles[(p.PlanId, s.Step)], ["person"] = s.PersonId?.ToString(), ["due"] = Iso(s.Due), ["why"] = s.Why.ToString().ToLowerInvariant(),
        }))),
        ["added"] = Array(preview.Plans.SelectMany(p => p.Added.Select(a => Change(p, a, titles)))),
        ["removed"] = Array(preview.Plans.SelectMany(p => p.Removed.Select(r => Change(p, r, titles)))),
    };

    private static JsonObject Change(PlanMove plan, TaskChangeOfPlan change, IReadOnlyDictionary<(Guid, string), string> titles) => new()
    {
        ["step"] = change.Step, ["title"] = titles[(plan.PlanId, change.Step)], ["person"] = change.PersonId?.ToString(), ["due"] = Iso(change.Due),
    };

    private static IEnumerable<string> Lines(AnchorMovePreview preview, IReadOnlyDictionary<(Guid Plan, string Step), string> titles, CommandVoice voice)
    {
        foreach (var plan in preview.Plans)
        {
            foreach (var move in plan.Moves)
                yield return $"{Texts.Show(voice.Language, move.From)} -> {Texts.Show(voice.Language, move.To)}  {titles[(plan.PlanId, move.Step)]}";
            yield return voice.Say("plan.command.kept", ("moved", plan.Moves.Count), ("kept", plan.Stays.Count));
        }
    }

    private static async Task<IReadOnlyDictionary<(Guid Plan, string Step), string>> TitlesAsync(IServiceProvider services, AnchorMovePreview preview, string language, CancellationToken cancel)
    {
        var (db, practices, law) = (services.GetRequiredService<VejviserDb>(), services.GetRequiredService<EffectivePractices>(), services.GetRequiredService<PlanLaw>());
        var titles = new Dictionary<(Guid, string), string>();
        foreach (var plan in preview.Plans)
        {
            var definition = await practices.OfPlanAsync(db, plan.PlanId, cancel);
            var lawDate = await db.Plans.Where(p => p.Id == plan.PlanId).Select(p => p.LawDate).SingleAsync(cancel);
            var steps = plan.Moves.Select(m => m.Step).Concat(plan.Stays.Select(s => s.Step)).Concat(plan.Added.Concat(plan.Removed).Select(c => c.Step));
            foreach (var step in steps.Distinct(StringComparer.Ordinal))
                titles[(plan.PlanId, step)] = definition.TextsIn(language).Steps.ContainsKey(step) ? law.Title(definition, step, lawDate, language) : step;
        }

        return titles;
    }

    private static Option<(string Anchor, DateOnly Date)[]> AnchorOption() => new("--anchor")
    {
        Description = "A date to count from, such as arrival=2026-03-02. May stand several times.",
        HelpName = "anchor=date",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result =>
        {
            var parsed = new List<(string, DateOnly)>();
            foreach (var token in result.Tokens)
            {
                var parts = token.Value.Split('=', 2);
                if (parts.Length == 2 && DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", null, System.Globalization.DateTimeStyles.None, out var date) && parsed.TrueForAll(p => p.Item1 != parts[0]))
                    parsed.Add((parts[0], date));
                else
                    result.AddError(CommandVoice.Explain(result.GetValue(CommandVoice.LanguageOption), Failure.Of("option.not-an-anchor", ("value", token.Value))));
            }

            return [.. parsed];
        },
    };

    private static ServiceProvider Services(DatabaseAddress address) => new ServiceCollection()
        .AddVejviserData(address).AddSingleton(_ => Shipped()).AddSingleton(_ => Book()).AddPlans().BuildServiceProvider();

    private static PracticeCatalogue Shipped() => PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));

    private static LawBook Book() => LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"));

    private static Failure UnknownAnchor(string anchor, IEnumerable<string> known) => Failure.Of("plans.unknown-anchor", ("anchor", anchor), ("known", string.Join(", ", known)));

    /// <summary>What was asked was wrong, or a rule said no to what was rightly asked.</summary>
    private static int ExitCodeOf(Failure failure) => RuleCodes.Contains(failure.Code) ? CommonOptions.RuleSaidNo : CommonOptions.BadInput;

    private static JsonArray Array(IEnumerable<JsonObject> rows) => new([.. rows]);

    private static JsonArray Strings(IEnumerable<string> words) => new([.. words.Select(w => JsonValue.Create(w))]);

    private static string? Iso(DateOnly? date) => date?.ToString("O", null);
}
