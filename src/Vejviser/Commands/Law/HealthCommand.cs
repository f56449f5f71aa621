using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Cli.Commands.Law;

/// <summary><c>vejviser law health</c>: whom the municipality must offer a doctor's assessment, and by when.</summary>
internal static class HealthCommand
{
    public static Command Build()
    {
        var takeover = CheckedOptions.Date("--takeover", "The day of the takeover.").Needed();
        var basis = CheckedOptions.Choice("--basis", "The residence basis.", LawBases.ByWord).Needed();
        return LawCommands.Asking("health", "The duty to offer a health assessment.", [takeover, basis], (parsed, voice) =>
        {
            var asked = LawCommands.Book.HealthAssessment(parsed.GetValue(takeover)!.Value, parsed.GetValue(basis)!.Value);
            if (!asked.IsSuccess)
                return voice.Refuse(asked.Failure, CommonOptions.RuleSaidNo);

            var (duty, deadline, ground) = asked.Value;
            var word = duty.ToString().ToLowerInvariant();
            return voice.Answer(
                new JsonObject { ["duty"] = word, ["deadline"] = LawCommands.Iso(deadline) }.With(ground, voice),
                [voice.Say($"law.health.duty.{word}"), voice.Say("law.health.deadline", ("date", deadline)), .. ground.Lines(voice)]);
        });
    }
}
