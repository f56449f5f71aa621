using System.CommandLine;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vejviser.Core.Chapters.CivilSociety.HostFamilies;
using Vejviser.Core.Chapters.Employment;
using Vejviser.Core.Foundation.Common;
using Vejviser.Matching;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Format;

namespace Vejviser.Cli.Commands;

/// <summary>
/// <c>vejviser match …</c>: solves a placement problem written as JSON, without a database (the format is in <c>docs/matching-format.md</c>), or the municipality's own.
/// </summary>
internal static class MatchCommands
{
    private const int DefaultSeconds = 60;
    private const int MostSeconds = 86_400;

    private static readonly JsonSerializerOptions FileFormat = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Command Build() => new("match", "Shares out scarce places, as well as can be proven.")
    {
        Solve(), ImportGap(), MatchHousingCommand.Build(), MatchHostsCommand.Build(), MatchGpCommand.Build(), MatchGroupsCommand.Build(), MatchVillasCommand.Build(), MatchInterpretersCommand.Build(),
        MatchPairsCommand.Build(new MentorPairs(), "Proposes mentors to newcomers, and asks both."), MatchPairsCommand.Build(new HostFamilyPairs(), "Proposes host families to newcomer families, and asks both."),
    };

    private static Command Solve()
    {
        var file = new Argument<string>("problem") { Description = "The problem, as docs/matching-format.md describes it." };
        var target = new Option<string>("--out") { Description = "Where the whole answer is written.", HelpName = "file" };
        var seconds = CheckedOptions.Number("--seconds", $"Most seconds; then the best answer so far. Default {DefaultSeconds}.", 1, MostSeconds);
        var gap = CheckedOptions.Share("--gap", "How far from the optimum the answer may be, as a share: 0.001 is a thousandth. Default 0.");
        var seed = CheckedOptions.Number("--seed", "Another seed may find another answer that is as good.", 0, int.MaxValue);
        var command = new Command("solve", "Solves a problem and proves how good the answer is.")
        {
            file, target, seconds, gap, seed, CommandVoice.JsonOption, CommandVoice.LanguageOption,
        };
        command.SetAction((parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            var most = TimeSpan.FromSeconds(parsed.GetValue(seconds) ?? DefaultSeconds);
            return Task.FromResult(Reading(voice, parsed.GetValue(file)!, path =>
            {
                var clock = Stopwatch.StartNew();
                using var time = new CancellationTokenSource(most);
                using var json = File.OpenRead(path);
                var problem = ProblemReader.Read(json);
                var run = new SolveRun { Abandon = cancel, OutOfTime = time.Token, Gap = parsed.GetValue(gap) ?? 0, Seed = parsed.GetValue(seed) ?? 0 };
                var answer = AssignmentSolver.Solve(problem, run).Answer;
                return Tell(voice, problem, answer, ProblemWriter.Write(answer, clock.Elapsed.TotalSeconds), parsed.GetValue(target));
            }));
        });
        return command;
    }

    private static Command ImportGap()
    {
        var file = new Argument<string>("file") { Description = "An instance as the OR-Library writes generalized assignment: agents, jobs, costs, loads, capacities." };
        var target = new Option<string>("--out") { Description = "Where the problem is written; left out, on standard output.", HelpName = "file" };
        var command = new Command("import-gap", "Turns an OR-Library instance into a problem.") { file, target, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(parsed =>
        {
            var voice = new CommandVoice(parsed);
            return Reading(voice, parsed.GetValue(file)!, path =>
            {
                var json = ProblemWriter.Write(GapImport.Read(Path.GetFileName(path), File.ReadAllText(path)));
                if (parsed.GetValue(target) is not { } to)
                    return voice.Answer(json, [json.ToJsonString(FileFormat)]);
                Save(json, to);
                return voice.Answer(new JsonObject { ["file"] = to }, [voice.Say("match.written", ("file", to))]);
            });
        });
        return command;
    }

    /// <summary>A file that is not there or is no problem: exit 2 and one line that says which id it is about.</summary>
    private static int Reading(CommandVoice voice, string path, Func<string, int> answer)
    {
        if (!File.Exists(path))
            return voice.Refuse(Failure.Of("match.no-file", ("file", path)), CommonOptions.BadInput);
        try
        {
            return answer(path);
        }
        catch (BadProblemException e)
        {
            return voice.Refuse(MatchWords.Problem(voice, e.Reason), CommonOptions.BadInput);
        }
    }

    private static int Tell(CommandVoice voice, AssignmentProblem problem, AssignmentAnswer answer, JsonObject json, string? target)
    {
        if (target is not null)
            Save(json, target);
        foreach (var (reason, node) in answer.Conflict.Zip(json["conflict"]!.AsArray()))
            node!["text"] = MatchWords.Conflict(voice, reason);
        return voice.Answer(json, MatchWords.Answer(voice, problem, answer), answer.Status switch
        {
            SolveStatus.Infeasible => CommonOptions.RuleSaidNo,
            SolveStatus.Unknown => CommonOptions.Failed,
            _ => CommonOptions.Ok,
        });
    }

    private static void Save(JsonNode json, string path) => File.WriteAllText(path, json.ToJsonString(FileFormat) + "\n");
}
