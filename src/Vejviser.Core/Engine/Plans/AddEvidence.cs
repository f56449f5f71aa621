using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

public sealed record AddEvidenceInput(Guid TaskId, string? Note, EvidenceFile? File);

/// <summary>Adds a note, a file or both to a task, open or closed. Failures: <c>tasks.unknown</c>, <c>tasks.evidence-empty</c>, and those of <see cref="EvidenceRules"/>.</summary>
public sealed class AddEvidence(VejviserDb db, EvidenceRules rules)
{
    public Task<Result<Done>> RunAsync(AddEvidenceInput input, AuditContext audit, CancellationToken cancel = default) =>
        TaskChange.RunAsync(db, input.TaskId, audit, t => Task.FromResult(Decide(t, input, audit)), _ => default, cancel);

    private Result<TaskDecision<Done>> Decide(PlanTask task, AddEvidenceInput input, AuditContext audit)
    {
        if (string.IsNullOrWhiteSpace(input.Note) && input.File is null)
            return Failure.Of("tasks.evidence-empty");
        if (rules.Refuse(input.Note, input.File) is { } refused)
            return refused;
        var evidence = EvidenceFile.Row(task.Id, TaskChange.ActorOf(audit), audit.At, input.Note, input.File);
        db.TaskEvidence.Add(evidence);
        return new TaskDecision<Done>(default, AuditDetails.Of(("step", task.Step), ("evidence", evidence.Id), ("file", input.File is not null))) { ChangesTask = false };
    }
}
