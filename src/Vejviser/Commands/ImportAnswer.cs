using System.Text.Json.Nodes;
using Vejviser.Core.Chapters.Transition.Allocations;

namespace Vejviser.Cli.Commands;

/// <summary>
/// What <c>import allocations</c> answers. <c>households</c> and <c>people</c> are those taken (or that would be): with <c>unchanged</c> and
/// the people of refused households they make up <c>rows</c>. Changed cells are named, never shown.
/// </summary>
internal sealed record ImportAnswer(
    int Rows, int Households, int People, int Unchanged, IReadOnlyList<AllocationProblem> Problems, IReadOnlyList<ComparedHousehold> Compared)
{
    /// <summary>A file nobody can read.</summary>
    public static ImportAnswer Unreadable(string code) => new(0, 0, 0, 0, [AllocationProblem.Error(0, "", code)], []);

    /// <summary>Exit 2: the file is bad.</summary>
    public int Tell(CommandVoice voice, string message)
    {
        voice.Refuse(message, CommonOptions.BadInput);
        return voice.Answer(Json(voice, _ => message), [], CommonOptions.BadInput);
    }

    /// <summary>Exit 3 where all or nothing came to nothing, 2 where bad rows left nobody, else 0.</summary>
    public int Tell(CommandVoice voice, string summary, bool isRefused)
    {
        if (isRefused)
            voice.Refuse(voice.Say("import.command.refused"), CommonOptions.RuleSaidNo);
        var code = isRefused ? CommonOptions.RuleSaidNo : People + Unchanged == 0 && Problems.Any(p => p.IsError) ? CommonOptions.BadInput : CommonOptions.Ok;
        return voice.Answer(Json(voice, p => Message(voice, p)), Lines(voice, summary), code);
    }

    private JsonObject Json(CommandVoice voice, Func<AllocationProblem, string> message)
    {
        JsonArray Those(bool isError) => [.. Problems.Where(p => p.IsError == isError).Select(p => new JsonObject
        {
            ["row"] = p.Row, ["column"] = p.Column, ["code"] = p.Code, ["message"] = message(p),
        })];
        return new JsonObject
        {
            ["rows"] = Rows, ["households"] = Households, ["people"] = People, ["errors"] = Those(true), ["warnings"] = Those(false), ["unchanged"] = Unchanged,
            ["changes"] = new JsonArray([.. Changed.Select(p => new JsonObject { ["row"] = p.File.Row, ["columns"] = new JsonArray([.. p.Changes.Select(c => JsonValue.Create(c.Column))]) })]),
        };
    }

    private IEnumerable<ComparedPerson> Changed => Compared.SelectMany(h => h.People).Where(p => p.Changes.Count > 0);

    private IEnumerable<string> Lines(CommandVoice voice, string summary)
    {
        foreach (var problem in Problems)
            yield return voice.Say("import.command.problem", ("row", problem.Row), ("column", ColumnName(voice, problem)), ("message", Message(voice, problem)));
        foreach (var person in Changed)
            yield return voice.Say("import.command.change", ("row", person.File.Row), ("columns", string.Join(", ", person.Changes.Select(c => voice.Say($"import.column.{c.Column}.name")))));
        yield return voice.Say(summary, ("households", Households), ("people", People), ("unchanged", Unchanged));
    }

    private static string ColumnName(CommandVoice voice, AllocationProblem problem) =>
        voice.Say(problem.Column.Length == 0 ? "import.problems.whole-row" : $"import.column.{problem.Column}.name");

    private static string Message(CommandVoice voice, AllocationProblem problem) => $"{Say(voice, problem, "what")} {Say(voice, problem, "do")}";

    private static string Say(CommandVoice voice, AllocationProblem problem, string part) =>
        voice.Say($"import.problem.{problem.Code}.{part}", [.. problem.Values.Select(v => (v.Key, (object?)v.Value))]);
}
