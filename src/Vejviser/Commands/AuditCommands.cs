using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser audit verify</c>: walks the chain; exit 0 where it is whole, 3 where it is broken.</summary>
internal static class AuditCommands
{
    public static Command Build()
    {
        var database = CommonOptions.Database();
        var expect = new Option<string?>("--expect") { Description = "A row's SEQ:HASH that was kept elsewhere, as this command printed it." };
        var verify = new Command("verify", "Whether a row of the audit was changed, taken out, cut off or swapped.") { database, expect, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        verify.SetAction(async (parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            var kept = parsed.GetValue(expect) is { } text ? ExpectedRow.Parse(text) : null;
            if (kept is null && parsed.GetValue(expect) is not null)
                return voice.Refuse(voice.Say("audit.verify.expect"), CommonOptions.BadInput);
            var address = parsed.Address(database);
            if (address.File is { } file && !File.Exists(file))
                return voice.Refuse(Failure.Of("audit.no-database", ("file", file)), CommonOptions.BadInput);
            await using var db = Databases.Open(address);
            var verdict = await VerifyAudit.RunAsync(db, kept, cancel);
            return voice.Answer(Json(verdict), [Line(verdict, voice)], verdict.IsWhole ? CommonOptions.Ok : CommonOptions.RuleSaidNo);
        });
        return new Command("audit", "The audit: who has seen and changed whom.") { verify };
    }

    private static JsonObject Json(AuditVerdict verdict) => new()
    {
        ["whole"] = verdict.IsWhole,
        ["rows"] = verdict.Rows,
        ["head"] = Head(verdict),
        ["fault"] = verdict.Fault is { } fault ? Code(fault) : null,
        ["at"] = verdict.FaultAt,
    };

    private static string Line(AuditVerdict verdict, CommandVoice voice) => verdict.Fault is { } fault
        ? voice.Say("audit.verify.broken", ("at", Number(verdict.FaultAt!.Value)), ("why", voice.Say($"audit.verify.fault.{Code(fault)}")))
        : voice.Say("audit.verify.whole", ("rows", Number(verdict.Rows)), ("head", Head(verdict)));

    private static string Head(AuditVerdict verdict) => $"{Number(verdict.HeadSeq)}:{Convert.ToHexStringLower(verdict.HeadHash)}";

    private static string Code(AuditFault fault) => JsonNamingPolicy.KebabCaseLower.ConvertName(fault.ToString());

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
