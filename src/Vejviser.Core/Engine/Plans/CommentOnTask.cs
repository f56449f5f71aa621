using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

public sealed record CommentOnTaskInput(Guid TaskId, string? Text);

/// <summary>Writes a comment on a task, open or closed. Failures: <c>tasks.unknown</c>, <c>tasks.comment-empty</c>, <c>tasks.note-too-long</c>.</summary>
public sealed class CommentOnTask(VejviserDb db, EvidenceRules rules)
{
    public Task<Result<Done>> RunAsync(CommentOnTaskInput input, AuditContext audit, CancellationToken cancel = default) =>
        TaskChange.RunAsync(db, input.TaskId, audit, t => Task.FromResult(Decide(t, input, audit)), _ => default, cancel);

    private Result<TaskDecision<Done>> Decide(PlanTask task, CommentOnTaskInput input, AuditContext audit)
    {
        if (string.IsNullOrWhiteSpace(input.Text))
            return Failure.Of("tasks.comment-empty");
        if (rules.Refuse(input.Text, file: null) is { } refused)
            return refused;
        var comment = new TaskComment { TaskId = task.Id, AccountId = TaskChange.ActorOf(audit), At = audit.At, Text = input.Text.Trim() };
        db.TaskComments.Add(comment);
        return new TaskDecision<Done>(default, AuditDetails.Of(("step", task.Step), ("comment", comment.Id))) { ChangesTask = false };
    }
}
