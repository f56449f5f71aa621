using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <param name="Fingerprint">Of the group that was looked at: another is not formed unseen.</param>
/// <param name="First">The day of the first meeting, or the first day of its week.</param>
/// <param name="CoTrainer">The employee who leads it with the trainer.</param>
/// <param name="Title">What the course is called.</param>
public sealed record DecideGroupInput(string? Fingerprint, DateOnly? First, Guid? CoTrainer, string Title);

/// <summary>
/// Forms a proposed group, all of it or nothing: a course with its meetings in the room, its people on it, an interpreter wanted at each meeting, everybody's plan dated from the first meeting, and the steps of forming it done. Failures:
/// <c>groups.forbidden</c>, <c>groups.changed</c> (the group is another by now: look again), <c>groups.first-missing</c>, <c>groups.co-trainer-missing</c>, and those of <see cref="MakeCourse"/> and <see cref="JoinCourse"/>.
/// </summary>
public sealed class DecideGroup(VejviserDb db, EffectivePractices practices, MakeCourse make, JoinCourse join, RequestInterpreter interpreter, ReschedulePlan reschedule)
{
    public async Task<Result<Guid>> RunAsync(DecideGroupInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthDecide))
            return Failure.Of("groups.forbidden");
        if (audit.CommandId is { } command && await db.IsHandledAsync(audit, cancel))
            return command;
        if (input.First is not { } first)
            return Failure.Of("groups.first-missing");
        if (input.CoTrainer is not { } coTrainer)
            return Failure.Of("groups.co-trainer-missing");
        var board = await ReadGroups.RunAsync(db, practices, audit.Day, cancel);
        if (board.Proposal.Groups.FirstOrDefault(g => g.Fingerprint == input.Fingerprint) is not { } group)
            return Failure.Of("groups.changed");
        var definition = (await practices.InUseAsync(db, GroupPolicy.Practice, cancel))!;
        var session = definition.Courses.First(c => c.Id == GroupPolicy.Strand).Sessions[0];
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        var times = new[] { new WeeklyTime(session.Id, group.Time.Weekday, group.Time.At, session.Minutes!.Value.Value, coTrainer, group.Time.RoomId, TeachesModules: true) };
        var made = await make.RunAsync(new NewCourse(input.Title, GroupPolicy.Practice, GroupPolicy.Strand, first, times, coTrainer), who, audit, cancel);
        if (!made.IsSuccess)
            return made.Failure;
        if (await FillAsync(group, made.Value.CourseId, audit with { CommandId = null }, cancel) is { } failure)
            return failure;
        await all.CommitAsync(cancel);
        return made.Value.CourseId;
    }

    private async Task<Failure?> FillAsync(ProposedGroup group, Guid course, AuditContext audit, CancellationToken cancel)
    {
        foreach (var member in group.Members)
        {
            var joined = await join.RunAsync(new JoinCourseInput(course, member.Id), Reader.System, audit, cancel);
            if (!joined.IsSuccess)
                return joined.Failure;
        }

        foreach (var meeting in await db.CourseSessions.Where(s => s.CourseId == course).OrderBy(s => s.Number).Select(s => s.MeetingId).ToListAsync(cancel))
        {
            var wanted = await interpreter.RunAsync(new RequestInterpreterInput(meeting, group.Language, null, null), Reader.System, audit, cancel);
            if (!wanted.IsSuccess)
                return wanted.Failure;
        }

        return await StartPlansAsync(group, course, audit, cancel);
    }

    private async Task<Failure?> StartPlansAsync(ProposedGroup group, Guid course, AuditContext audit, CancellationToken cancel)
    {
        var people = group.Members.Select(m => m.Id).ToList();
        var first = await db.Courses.Where(c => c.Id == course).Select(c => c.FirstDay).SingleAsync(cancel);
        var plans = await db.Plans.AsNoTracking().Where(p => p.Practice == GroupPolicy.Practice && p.State == PlanState.Running && people.Contains(p.PersonId!.Value)).Select(p => p.Id).ToListAsync(cancel);
        foreach (var plan in plans)
        {
            var moved = await reschedule.RunAsync(new ReschedulePlanInput(new PlanDates(plan, new Dictionary<string, DateOnly?> { [Anchor.Start] = first })), audit, cancel);
            if (!moved.IsSuccess)
                return moved.Failure;
        }

        db.ChangeTracker.Clear();
        var subjects = new List<AuditSubject>(await CloseByFact.RunAsync(db.PlanTasks.Where(t => plans.Contains(t.PlanId) && GroupPolicy.DoneByDeciding.Contains(t.Step)), audit, cancel));
        db.GroupCourses.Add(new GroupCourse
        {
            CourseId = course, TimeId = group.Time.Id, TrainerId = group.Trainer.Id, Language = group.Language, Kind = group.Kind, ByHand = group.Members.Count(m => m.ChosenTime == group.Time.Id), DecidedOn = audit.Day,
        });
        subjects.Add(new AuditSubject(Entity: "language-group", EntityId: course, Details: AuditDetails.Of(("trainer", group.Trainer.Id), ("people", people.Count))));
        return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("groups.changed") : null;
    }
}
