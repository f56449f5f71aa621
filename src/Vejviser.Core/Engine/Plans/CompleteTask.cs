using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <param name="Note">Evidence in words, where asked for.</param>
public sealed record CompleteTaskInput(Guid TaskId, string? Note = null, EvidenceFile? File = null);

/// <param name="WasDoneBefore">Somebody was first: nothing changed, and that is who and when.</param>
public sealed record CompletedTask(Guid TaskId, Guid? By, DateTime? At, bool WasDoneBefore);

/// <summary>
/// Finishes a task; the audit's person and time are its initials. Failures: <c>tasks.unknown</c>, <c>tasks.is-skipped</c>, <c>tasks.is-resting</c>, <c>tasks.waits-for</c>,
/// <c>tasks.note-required</c>, <c>tasks.file-required</c>, and those of <see cref="EvidenceRules"/>.
/// </summary>
public sealed class CompleteTask(VejviserDb db, EffectivePractices practices, PlanLaw law, EvidenceRules rules)
{
    public Task<Result<CompletedTask>> RunAsync(CompleteTaskInput input, AuditContext audit, CancellationToken cancel = default) =>
        TaskChange.RunAsync(db, input.TaskId, audit, t => DecideAsync(t, input, audit, cancel), t => new CompletedTask(t.Id, t.ClosedBy, t.ClosedAt, WasDoneBefore: false), cancel);

    private async Task<Result<TaskDecision<CompletedTask>>> DecideAsync(PlanTask task, CompleteTaskInput input, AuditContext audit, CancellationToken cancel)
    {
        if (task.State == TaskState.Done)
            return new TaskDecision<CompletedTask>(new(task.Id, task.ClosedBy, task.ClosedAt, WasDoneBefore: true), Details: null);
        if (task.State == TaskState.Skipped)
            return Failure.Of("tasks.is-skipped", ("by", task.ClosedBy), ("at", task.ClosedAt));
        if (task.State == TaskState.Resting)
            return Failure.Of("tasks.is-resting");
        if (rules.Refuse(input.Note, input.File) is { } refused)
            return refused;
        var plan = await db.Plans.Where(p => p.Id == task.PlanId).Select(p => new { p.PracticeVersionId, p.LawDate }).SingleAsync(cancel);
        var definition = await practices.OfAsync(db, plan.PracticeVersionId, cancel);
        if (await TaskDependencies.OpenAsync(db, task, definition, cancel) is { Count: > 0 } open)
            return WaitsFor(open, definition, plan.LawDate);
        if (await MissingEvidenceAsync(task, input, definition, cancel) is { } missing)
            return missing;

        (task.State, task.ClosedAt, task.ClosedBy) = (TaskState.Done, audit.At, audit.Actor);
        if (!string.IsNullOrWhiteSpace(input.Note) || input.File is not null)
            db.TaskEvidence.Add(EvidenceFile.Row(task.Id, TaskChange.ActorOf(audit), audit.At, input.Note, input.File));
        return new TaskDecision<CompletedTask>(new(task.Id, audit.Actor, audit.At, WasDoneBefore: false), TaskChange.StateDetails(task, TaskState.Open));
    }

    /// <summary>Names what stands open, in both languages: <c>titles-da</c>, <c>titles-en</c>; the rows' ids as <c>tasks</c>.</summary>
    private Failure WaitsFor(IReadOnlyList<OpenDependency> open, PracticeDefinition definition, DateOnly lawDate)
    {
        string Titles(string language) => string.Join(", ", open.Select(o => o.Step).Distinct().Select(s => $"“{law.Title(definition, s, lawDate, language)}”"));
        return Failure.Of("tasks.waits-for", ("count", open.Count), ("titles-da", Titles("da")), ("titles-en", Titles("en")), ("tasks", open.Select(o => o.TaskId).ToList()));
    }

    private async Task<Failure?> MissingEvidenceAsync(PlanTask task, CompleteTaskInput input, PracticeDefinition definition, CancellationToken cancel)
    {
        if (definition.FindStep(task.Step) is not { IsEvidenceRequired: true } step || input.File is not null)
            return null;
        var needsFile = step.Evidence == EvidenceKind.File;
        if (!needsFile && !string.IsNullOrWhiteSpace(input.Note))
            return null;
        return await db.TaskEvidence.AnyAsync(e => e.TaskId == task.Id && (!needsFile || e.FileName != null), cancel)
            ? null
            : Failure.Of(needsFile ? "tasks.file-required" : "tasks.note-required");
    }
}
