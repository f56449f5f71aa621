using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Cli.Commands.Law;

/// <summary><c>vejviser law takeover</c>: the day responsibility passes to the municipality. A decision dated the 1st is asked back, exit code 3.</summary>
internal static class TakeoverCommand
{
    public static Command Build()
    {
        var basis = CheckedOptions.Choice("--basis", "The residence basis.", LawBases.ByWord).Needed();
        var decision = CheckedOptions.Date("--decision", "The allocation decision's date.");
        var registered = CheckedOptions.Date("--registered", "The date of registration in CPR as moved to the municipality.");
        return LawCommands.Asking("takeover", "The day responsibility passes to the municipality.", [basis, decision, registered], (parsed, voice) =>
            LawCommands.Book.Takeover(parsed.GetValue(basis)!.Value, parsed.GetValue(decision), parsed.GetValue(registered)) switch
            {
                Takeover.On on => voice.Answer(
                    new JsonObject { ["date"] = LawCommands.Iso(on.Date) }.With(on.Ground, voice),
                    [voice.Say("law.takeover.date", ("date", on.Date)), .. on.Ground.Lines(voice)]),
                Takeover.Ambiguous ask => Ask(ask, voice),
                Takeover.Missing missing => voice.Refuse(
                    voice.Say($"law.takeover.missing.{missing.Input.ToString().ToLowerInvariant()}"), CommonOptions.BadInput),
                Takeover.NoRule none => voice.Refuse(Failure.Of("law.no-rule", ("day", none.Day)), CommonOptions.RuleSaidNo),
                var other => throw new InvalidOperationException($"No words for {other.GetType().Name}."),
            });
    }

    private static int Ask(Takeover.Ambiguous ask, CommandVoice voice)
    {
        var candidates = ask.Candidates.Select(c => (c.Date, Why: voice.Say($"law.takeover.why.{WordFor(c.Reading)}"))).ToArray();
        var json = new JsonObject
        {
            ["ambiguous"] = true,
            ["candidates"] = new JsonArray([.. candidates.Select(c => new JsonObject { ["date"] = LawCommands.Iso(c.Date), ["why"] = c.Why })]),
        };
        return voice.Answer(
            json.With(ask.Ground, voice),
            [
                voice.Say("law.takeover.ask"),
                .. candidates.Select(c => voice.Say("law.takeover.candidate", ("date", c.Date), ("why", c.Why))),
                .. ask.Ground.Lines(voice),
            ],
            CommonOptions.RuleSaidNo);
    }

    private static string WordFor(TakeoverReading reading) => reading switch
    {
        TakeoverReading.DecisionMonthCounts => "decision-month-counts",
        _ => "next-month-counts",
    };
}
