using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Matching;

namespace Vejviser.Cli.Commands;

/// <summary>
/// <c>vejviser match gp</c>: a doctor for everybody of the municipality who needs one. It decides nothing, a person does on the page; with <c>--dry-run</c> it does the same, as all of <c>match</c>
/// take it. The audit notes whom the proposal was about, as when somebody opens the page. People stand by their number.
/// </summary>
internal static class MatchGpCommand
{
    public static Command Build()
    {
        var day = CheckedOptions.Date("--day", "Only who has waited since that day or longer; today where it is left out.");
        var dryRun = new Option<bool>("--dry-run") { Description = "As without it: nothing is decided here." };
        var database = CommonOptions.Database();
        var command = new Command("gp", "Proposes doctors in turn and by distance to those who need one.") { day, dryRun, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction((parsed, cancel) => OnDatabase.RunAsync(parsed, database, async (voice, db, practices) =>
        {
            var since = parsed.GetValue(day) ?? TimeProvider.System.Today();
            var (policy, facts) = (await ReadDoctors.PolicyAsync(db, practices, cancel), await ReadDoctors.FactsAsync(db, cancel));
            facts = facts with { Seekers = [.. facts.Seekers.Where(s => s.Since <= since)] };
            var proposal = ProposeDoctors.Propose(facts, policy);
            var audit = new AuditContext(null, "doctors.proposal.read", TimeProvider.System.Now());
            await db.SaveAsync(audit, [.. proposal.Lines.Select(l => new AuditSubject(l.Seeker.Id, l.Seeker.HouseholdId, "person-doctor", l.Seeker.Id))], cancel);
            return voice.Answer(Json(proposal, policy, since), Lines(voice, proposal, policy));
        }));
        return command;
    }

    private static IEnumerable<string> Lines(CommandVoice voice, DoctorProposal proposal, DoctorPolicy policy)
    {
        yield return voice.Say(
            "match.gp.summary", ("people", proposal.Lines.Count), ("practices", proposal.Practices.Count(p => p.Practice.TakesNewcomers)), ("placed", proposal.Placed), ("difference", proposal.Difference));
        foreach (var line in proposal.Lines)
        {
            yield return line.Practice is { } practice
                ? voice.Say("match.gp.placed", ("person", line.Seeker.Label), ("practice", practice.Name), ("km", Km(line.Metres)), ("turn", line.Turn), ("next", line.RunnerUp?.Practice.Name ?? "–"))
                : voice.Say("match.gp.waits", ("person", line.Seeker.Label), ("why", line.ByHand ?? voice.Say($"doctors.why-waits.{line.Why}")));
        }

        foreach (var line in proposal.Practices)
        {
            yield return voice.Say(
                "match.gp.practice", ("practice", line.Practice.Name), ("patients", line.Practice.Account.Patients), ("proposed", line.Proposed), ("turns", $"{line.Levels.Least}-{line.Levels.Most}"),
                ("had", line.Practice.Account.Had), ("at", policy.RenegotiateAt * line.Practice.Numbers));
            if (line.IsDue(policy) || line.WillBeDue(policy))
                yield return voice.Say("match.gp.due", ("practice", line.Practice.Name));
            else if (line.WillBeSoonDue(policy))
                yield return voice.Say("match.gp.warned", ("practice", line.Practice.Name));
        }
    }

    private static JsonObject Json(DoctorProposal proposal, DoctorPolicy policy, DateOnly since) => new()
    {
        ["day"] = since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["people"] = proposal.Lines.Count, ["placed"] = proposal.Placed, ["difference"] = proposal.Difference, ["differenceMost"] = policy.DifferenceMost, ["fingerprint"] = proposal.Fingerprint,
        ["placements"] = new JsonArray([.. proposal.Lines.Select(Json)]),
        ["practices"] = new JsonArray([.. proposal.Practices.Select(p => new JsonObject
        {
            ["practice"] = p.Practice.Name, ["id"] = p.Practice.Id.ToString(), ["standing"] = p.Practice.Standing.ToString().ToLowerInvariant(), ["numbers"] = p.Practice.Numbers, ["patients"] = p.Practice.Account.Patients,
            ["proposed"] = p.Proposed, ["turnsLeast"] = p.Levels.Least, ["turnsMost"] = p.Levels.Most, ["had"] = p.Practice.Account.Had, ["renegotiateAt"] = policy.RenegotiateAt * p.Practice.Numbers,
            ["renegotiate"] = p.IsDue(policy) || p.WillBeDue(policy), ["warned"] = p.WillBeSoonDue(policy),
        })]),
    };

    private static JsonObject Json(ProposedDoctor line) => new()
    {
        ["person"] = line.Seeker.Label, ["id"] = line.Seeker.Id.ToString(), ["practice"] = line.Practice?.Name, ["practiceId"] = line.Practice?.Id.ToString(), ["metres"] = line.Metres, ["turn"] = line.Turn, ["byHand"] = line.ByHand is not null, ["why"] = line.Why,
        ["nearer"] = new JsonArray([.. line.Nearer.Select(Json)]), ["refused"] = new JsonArray([.. line.Refused.Select(Json)]),
        ["runnerUp"] = line.RunnerUp is { } next ? new JsonObject { ["practice"] = next.Practice.Name, ["turns"] = next.Turns, ["metres"] = next.Metres } : null,
    };

    private static JsonObject Json(Reason reason) => new([KeyValuePair.Create<string, JsonNode?>("reason", reason.Code), .. reason.Values.Select(v => KeyValuePair.Create<string, JsonNode?>(v.Name, v.Text))]);

    private static string Km(int? metres) => ((metres ?? 0) / (double)DoctorPolicy.MetresInKm).ToString("0.0", CultureInfo.InvariantCulture);
}
