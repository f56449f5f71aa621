using Vejviser.Core.Foundation.Common;
using Vejviser.Matching;
using Vejviser.Matching.Groups;
using KernelWish = Vejviser.Matching.Groups.GroupWish;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <summary>
/// The best groups of those interested: of one language and one kind, none smaller or larger than the practice says, each with a trainer who speaks the language and a room. As many weeks of waiting as possible are
/// ended. Who is left stands in line with the reason, and what another group lacks is named.
/// </summary>
public static class ProposeGroups
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    /// <summary>A trainer leads one group on each of the week's days at most; their own days say which.</summary>
    private const int GroupsMost = 7;

    public static GroupProposal Propose(GroupFacts facts, GroupPolicy policy, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(Most);
        var run = new SolveRun { Abandon = cancel, OutOfTime = time.Token };
        var fitting = facts.Seekers.Where(s => s.Kind is not null && s.Languages.Count > 0).ToList();
        var answer = GroupSolver.Solve(Problem(facts, policy, fitting), run);
        var byId = fitting.ToDictionary(s => Key(s.Id), StringComparer.Ordinal);
        var groups = answer.Groups.Select(g => Of(g, facts, byId)).OrderBy(g => g.Language, StringComparer.Ordinal).ThenBy(g => g.Kind).ThenBy(g => g.Time.Weekday).ToList();
        var waiting = answer.Waiting.Select(w => new WaitingSeeker(byId[w.Person], w.Number, w.Reason.Code)).ToList();
        var inLine = waiting.Count;
        waiting.AddRange(facts.Seekers.Where(s => s.Kind is null || s.Languages.Count == 0).Select((s, i) => new WaitingSeeker(s, inLine + i + 1, s.Languages.Count == 0 ? "no-language" : "no-kind")));
        return new GroupProposal(groups, waiting, Lacks(facts, policy, waiting, groups), answer.Status == SolveStatus.Optimal);
    }

    private static GroupProblem Problem(GroupFacts facts, GroupPolicy policy, IReadOnlyList<GroupSeeker> seekers)
    {
        var times = facts.Times.Where(t => !t.IsTaken).ToList();
        return new GroupProblem(
            GroupPolicy.Practice, new GroupRules(policy.Least, policy.Most, OneLanguage: true, LevelSpan: 0),
            [.. seekers.Select(s => new GroupPerson(
                Key(s.Id), s.Languages, [.. times.Where(t => t.Id == s.ChosenTime || s.Days.Has(t.Weekday)).Select(t => new KernelWish(Key(t.Id)))], 1 + s.WeeksWaited, (int)s.Kind!,
                s.ChosenTime is { } chosen && times.Exists(t => t.Id == chosen) ? Key(chosen) : null))],
            [.. times.Select(t => new GroupSession(Key(t.Id), TimeOf(t), t.Seats))],
            [.. facts.Trainers.Select(r => new GroupLeader(Key(r.Id), r.Languages, [.. times.Where(t => CanLead(r, t)).Select(t => Key(t.Id))], GroupsMost))]);
    }

    private static bool CanLead(TrainerFacts trainer, TimeFacts time) => trainer.Days.Has(time.Weekday) && !trainer.Busy.Contains((time.Weekday, time.At));

    private static ProposedGroup Of(FormedGroup formed, GroupFacts facts, Dictionary<string, GroupSeeker> byId)
    {
        var time = facts.Times.First(t => Key(t.Id) == formed.Session);
        var trainer = facts.Trainers.First(t => Key(t.Id) == formed.Leader);
        var members = formed.Members.Select(m => byId[m.Person]).OrderBy(m => m.Label, StringComparer.Ordinal).ToList();
        return new ProposedGroup(time, trainer, formed.Language!, (GroupKind)formed.Levels!.Value.From, members, facts.Interpreters.GetValueOrDefault(formed.Language!), FingerprintOf(time, trainer, formed.Language!, members));
    }

    /// <summary>By language and kind, of those who wait: the kernel is asked about each alone, so that parents who are short are not told of youths.</summary>
    private static IReadOnlyList<GroupLack> Lacks(GroupFacts facts, GroupPolicy policy, IReadOnlyList<WaitingSeeker> waiting, IReadOnlyList<ProposedGroup> groups)
    {
        var left = facts with { Times = [.. facts.Times.Select(t => t with { IsTaken = t.IsTaken || groups.Any(g => g.Time.Id == t.Id) })] };
        return
        [
            .. waiting.Where(w => w.Seeker.Kind is not null && w.Seeker.Languages.Count > 0).GroupBy(w => (Kind: w.Seeker.Kind!.Value, Language: w.Seeker.Languages[0])).OrderBy(g => g.Key.Language, StringComparer.Ordinal).ThenBy(g => g.Key.Kind)
                .SelectMany(g => GroupSolver.Solve(Problem(left, policy, [.. g.Select(w => w.Seeker with { Languages = [g.Key.Language], ChosenTime = null })])).Lacks.Take(1).Select(r => new GroupLack(g.Key.Kind, r))),
        ];
    }

    private static string FingerprintOf(TimeFacts time, TrainerFacts trainer, string language, IReadOnlyList<GroupSeeker> members) =>
        Fingerprint.Of($"{time.Id:N} {trainer.Id:N} {language} {string.Join(' ', members.Select(m => Key(m.Id)).Order(StringComparer.Ordinal))}");

    private static string TimeOf(TimeFacts time) => $"{time.Weekday} {time.At:HH\\:mm}";

    private static string Key(Guid id) => id.ToString("N");
}
