using System.CommandLine;
using System.Text.Json.Nodes;

namespace Vejviser.Cli.Commands.Law;

/// <summary><c>vejviser law contract</c>: the last day for contract and declaration, and for the old act's family plan.</summary>
internal static class ContractCommand
{
    public static Command Build()
    {
        var takeover = CheckedOptions.Date("--takeover", "The day of the takeover.").Needed();
        return LawCommands.Asking("contract", "The last day for the contract.", [takeover], (parsed, voice) =>
        {
            var asked = LawCommands.Book.ContractDeadline(parsed.GetValue(takeover)!.Value);
            if (!asked.IsSuccess)
                return voice.Refuse(asked.Failure, CommonOptions.RuleSaidNo);

            var (due, name, plan) = asked.Value;
            var contract = name.Name.In(voice.Language);
            var json = new JsonObject { ["deadline"] = LawCommands.Iso(due.Date), ["name"] = contract }.With(due.Ground, voice);
            json["familyPlan"] = plan is null ? null : new JsonObject { ["deadline"] = LawCommands.Iso(plan.Date) }.With(plan.Ground, voice);
            string[] lines = [voice.Say("law.contract.due", ("name", contract), ("date", due.Date))];
            return voice.Answer(json, plan is null
                ? [.. lines, .. due.Ground.Lines(voice)]
                : [.. lines, voice.Say("law.contract.family-plan", ("date", plan.Date)), .. due.Ground.Lines(voice)]);
        });
    }
}
