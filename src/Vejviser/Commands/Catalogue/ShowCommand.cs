using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vejviser.Cli.Commands.Law;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands.Catalogue;

/// <summary><c>vejviser catalogue show</c>: one practice, as the municipality has it where it has adopted it.</summary>
internal static class ShowCommand
{
    public static Command Build()
    {
        var practice = new Argument<string>("practice") { Description = "The practice's id, such as business-mentors." };
        var database = CommonOptions.Database();
        var command = new Command("show", "One practice: whom it is for, its figures, steps, measures.") { practice, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(async (parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            var (practices, id) = (new EffectivePractices(CatalogueCommands.Shipped), parsed.GetValue(practice)!);
            await using var db = await CatalogueCommands.OpenAsync(parsed.Address(database), cancel);
            if ((db is null ? practices.Catalogue.Find(id) : await practices.FindAsync(db, id, cancel)) is not { } original)
                return voice.Refuse(Failure.Of("practices.unknown", ("practice", id)), CommonOptions.BadInput);
            var newest = db is null ? null : await EffectivePractices.NewestAsync(db, id, cancel);
            var definition = newest is null ? original : await practices.OfAsync(db!, newest, cancel);
            return voice.Answer(Json(definition, newest?.Number, voice), Lines(definition, newest?.Number, voice));
        });
        return command;
    }

    private static JsonObject Json(PracticeDefinition practice, int? adopted, CommandVoice voice)
    {
        var texts = practice.TextsIn(voice.Language);
        string Fill(string words) => PracticeTexts.Fill(words, practice, LawName(voice));
        return new JsonObject
        {
            ["id"] = practice.Id,
            ["chapter"] = practice.Chapter,
            ["title"] = texts.Title,
            ["summary"] = Fill(texts.Summary),
            ["municipalities"] = Strings(practice.Origin.Municipalities),
            ["page"] = practice.Origin.Page == 0 ? null : practice.Origin.Page,
            ["version"] = practice.Version,
            ["adopted"] = adopted,
            ["for"] = Word(practice.For),
            ["lead"] = practice.Lead,
            ["contact"] = practice.Contact,
            ["offer"] = new JsonObject
            {
                ["conditions"] = Strings(practice.Offer.If.All.Select(c => c.Code)),
                ["decidedBy"] = practice.Offer.DecidedBy,
                ["voluntary"] = practice.Offer.IsVoluntary,
                ["consent"] = practice.Offer.Consent,
                ["byReferral"] = practice.Offer.IsByReferral,
            },
            ["seats"] = practice.Capacity?.Seats.Value,
            ["settings"] = Rows(practice.Settings.Select(s => new JsonObject
            {
                ["id"] = s.Id, ["name"] = texts.Settings[s.Id], ["value"] = s.Value, ["default"] = s.Default, ["unit"] = s.Unit, ["page"] = s.Page, ["source"] = s.Source,
            })),
            ["steps"] = Rows(practice.Steps.Select(s => new JsonObject
            {
                ["id"] = s.Id, ["title"] = Fill(texts.Steps[s.Id].Title), ["phase"] = s.Phase, ["owner"] = s.Owner, ["partner"] = s.Partner, ["due"] = s.Due.Written, ["after"] = Strings(s.After),
            })),
            ["meetings"] = Rows(practice.Meetings.Select(m => new JsonObject
            {
                ["id"] = m.Id, ["title"] = texts.Meetings[m.Id].Title, ["kind"] = Word(m.Kind), ["due"] = m.Due?.Written, ["rule"] = m.RuleInForce, ["step"] = m.Step,
            })),
            ["measures"] = Rows(practice.Measures.Select(m => new JsonObject
            {
                ["id"] = m.Id, ["title"] = texts.Measures[m.Id].Title, ["unit"] = Word(m.Unit), ["target"] = m.Target?.Value, ["baseline"] = m.Baseline?.Value,
            })),
            ["languages"] = Strings(practice.CitizenTexts.Keys.Order(StringComparer.Ordinal)),
        };
    }

    private static IEnumerable<string> Lines(PracticeDefinition practice, int? adopted, CommandVoice voice)
    {
        var texts = practice.TextsIn(voice.Language);
        string Fill(string words) => PracticeTexts.Fill(words, practice, LawName(voice));
        yield return texts.Title;
        yield return Fill(texts.Summary);
        yield return adopted is null ? voice.Say("practices.not-adopted") : voice.Say("practices.adopted", ("number", adopted));
        foreach (var setting in practice.Settings)
            yield return $"  {texts.Settings[setting.Id]}: {setting.Value}";
        foreach (var phase in practice.Phases)
        {
            yield return texts.Phases[phase];
            foreach (var step in practice.Steps.Where(s => s.Phase == phase))
                yield return $"  {Fill(texts.Steps[step.Id].Title)} ({texts.Roles[step.Owner]}; {step.Due.Written})";
        }
    }

    private static Func<string, string> LawName(CommandVoice voice)
    {
        var names = LawCommands.Book.Names(TimeProvider.System.Today(), voice.Language);
        return name => names.Find(name) ?? name;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static JsonArray Strings(IEnumerable<string> words) => new([.. words.Select(w => JsonValue.Create(w))]);

    private static JsonArray Rows(IEnumerable<JsonObject> rows) => new([.. rows]);
}
