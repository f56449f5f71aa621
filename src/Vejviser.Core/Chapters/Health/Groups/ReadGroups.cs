using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Health.Groups;

public sealed record GroupBoard(GroupPolicy Policy, GroupFacts Facts, GroupProposal Proposal);

/// <summary>A group that was formed, with its course.</summary>
public sealed record FormedLine(Guid CourseId, string Title, string Language, GroupKind Kind, string Trainer, DateOnly First, DateOnly Last, int Members);

/// <summary>Reads who is interested, trainers, times, and the groups that run. Who is in the practice and on none of its courses is interested.</summary>
public static class ReadGroups
{
    private const int DaysInWeek = 7;
    private const int MostWeeks = 5000;

    public static async Task<GroupBoard> RunAsync(VejviserDb db, EffectivePractices practices, DateOnly today, CancellationToken cancel)
    {
        var policy = GroupPolicy.Of((await practices.InUseAsync(db, GroupPolicy.Practice, cancel))!);
        var facts = await FactsAsync(db, policy, today, cancel);
        return new GroupBoard(policy, facts, ProposeGroups.Propose(facts, policy, cancel));
    }

    /// <param name="undone">As if the groups formed on that day or later had not been: their people wait instead of those who do. Null as it is.</param>
    public static async Task<GroupFacts> FactsAsync(VejviserDb db, GroupPolicy policy, DateOnly today, CancellationToken cancel, DateOnly? undone = null)
    {
        var running = await (from g in db.GroupCourses
                             join c in db.Courses on g.CourseId equals c.Id
                             where c.CalledOffOn == null && c.LastDay >= today && (undone == null || g.DecidedOn < undone)
                             join t in db.GroupTimes on g.TimeId equals t.Id
                             select new { g.TimeId, g.TrainerId, t.Weekday, t.At }).ToListAsync(cancel);
        var times = await (from t in db.GroupTimes.AsNoTracking()
                           join r in db.Rooms on t.RoomId equals r.Id
                           where !t.IsClosed && !r.IsClosed
                           orderby t.Weekday, t.At, r.Name
                           select new { t.Id, t.Weekday, t.At, t.RoomId, r.Name, r.Seats }).ToListAsync(cancel);
        var trainers = await db.GroupTrainers.AsNoTracking().Where(t => !t.IsClosed).OrderBy(t => t.Name).ToListAsync(cancel);
        var interpreters = await (from l in db.Set<Engine.Interpreters.InterpreterLanguage>() join i in db.Interpreters on l.InterpreterId equals i.Id where !i.IsClosed select new { l.Language, i.Id }).Distinct().ToListAsync(cancel);
        return new GroupFacts(
            await SeekersAsync(db, undone is { } since ? FormedSince(db, since) : Interested(db), policy, today, isAsChosen: undone is null, cancel),
            times.ConvertAll(t => new TimeFacts(t.Id, t.Weekday, t.At, t.RoomId, t.Name, t.Seats, running.Exists(r => r.TimeId == t.Id))),
            trainers.ConvertAll(t => new TrainerFacts(t.Id, t.Name, t.OtherLanguage is { } other && other != t.Language ? [t.Language, other] : [t.Language], t.Days, [.. running.Where(r => r.TrainerId == t.Id).Select(r => (r.Weekday, r.At))])),
            interpreters.GroupBy(i => i.Language, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
    }

    public static async Task<IReadOnlyList<FormedLine>> FormedAsync(VejviserDb db, CancellationToken cancel) =>
        await (from g in db.GroupCourses.AsNoTracking()
               join c in db.Courses on g.CourseId equals c.Id
               join t in db.GroupTrainers on g.TrainerId equals t.Id
               orderby c.FirstDay descending
               select new FormedLine(c.Id, c.Title, g.Language, g.Kind, t.Name, c.FirstDay, c.LastDay, db.CoursePlaces.Count(p => p.CourseId == c.Id && p.LeftOn == null))).ToListAsync(cancel);

    /// <summary>Who is in the practice and on none of its courses.</summary>
    internal static IQueryable<Person> Interested(VejviserDb db) =>
        db.People.Where(p => p.MergedIntoId == null && db.Plans.Any(x => x.Practice == GroupPolicy.Practice && x.PersonId == p.Id && x.State == PlanState.Running)
            && !db.CoursePlaces.Any(c => c.PersonId == p.Id && c.LeftOn == null && db.Courses.Any(k => k.Id == c.CourseId && k.Practice == GroupPolicy.Practice && k.CalledOffOn == null)));

    /// <summary>Who is in the practice, and on a group's course that was decided on that day or later.</summary>
    private static IQueryable<Person> FormedSince(VejviserDb db, DateOnly since) =>
        db.People.Where(p => p.MergedIntoId == null && db.Plans.Any(x => x.Practice == GroupPolicy.Practice && x.PersonId == p.Id && x.State == PlanState.Running)
            && db.CoursePlaces.Any(c => c.PersonId == p.Id && c.LeftOn == null && db.GroupCourses.Any(g => g.CourseId == c.CourseId && g.DecidedOn >= since && db.Courses.Any(k => k.Id == c.CourseId && k.CalledOffOn == null))));

    private static async Task<IReadOnlyList<GroupSeeker>> SeekersAsync(VejviserDb db, IQueryable<Person> seekers, GroupPolicy policy, DateOnly today, bool isAsChosen, CancellationToken cancel)
    {
        var people = await seekers.AsNoTracking()
            .Select(p => new
            {
                p.Id, p.HouseholdId, p.CaseRef, p.Language, p.Role, p.BirthDate, p.BirthYear, Wish = db.GroupWishes.FirstOrDefault(w => w.PersonId == p.Id),
                Since = db.Plans.Where(x => x.Practice == GroupPolicy.Practice && x.PersonId == p.Id && x.State == PlanState.Running).Min(x => x.StartedAt),
                Others = db.PersonLanguages.Where(l => l.PersonId == p.Id && l.Level == Proficiency.Fluent).Select(l => l.Language).ToList(),
                IsParent = (p.Role == HouseholdRole.Head || p.Role == HouseholdRole.Spouse) && db.People.Any(c => c.HouseholdId == p.HouseholdId && c.Role == HouseholdRole.Child && c.MergedIntoId == null),
            }).ToListAsync(cancel);
        return
        [
            .. people.Select(p => new GroupSeeker(
                    p.Id, p.HouseholdId, CaseLabels.OfPerson(p.Id, p.CaseRef), [.. new[] { p.Language }.OfType<string>().Concat(p.Others).Distinct(StringComparer.Ordinal)],
                    KindOf(policy, Age.On(today, p.BirthDate, p.BirthYear), p.IsParent), p.Wish?.Days ?? Weekdays.All, TimeZones.DayOf(p.Since),
                    Math.Clamp((today.DayNumber - TimeZones.DayOf(p.Since).DayNumber) / DaysInWeek, 0, MostWeeks), isAsChosen ? p.Wish?.ChosenTimeId : null, isAsChosen ? p.Wish?.ChosenReason : null))
                .OrderBy(s => s.Since).ThenBy(s => s.Label, StringComparer.Ordinal),
        ];
    }

    private static GroupKind? KindOf(GroupPolicy policy, int? age, bool isParent) => age switch
    {
        >= 0 when isParent && age >= policy.ParentsAgeFrom => GroupKind.Parents,
        >= 0 when !isParent && age <= policy.YouthAgeTo => GroupKind.Youths,
        _ => null,
    };
}
