using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Data;

/// <summary>What a save came to.</summary>
public enum SaveOutcome
{
    Saved = 1,

    /// <summary>The command id was used before: nothing was written now, the first result stands.</summary>
    AlreadyDone,

    /// <summary>Somebody else changed the row since it was read: nothing was written.</summary>
    Conflict,
}

public abstract partial class VejviserDb
{
    private bool isAudited;

    /// <summary>
    /// Saves all tracked changes and their audit rows in one transaction (the current one where there is one).
    /// With nothing changed and no subjects it writes nothing.
    /// </summary>
    /// <param name="audit">Who does it and why.</param>
    /// <param name="subjects">One for each row of the audit: whom and what it touched.</param>
    /// <param name="cancel">Stops the save; a stopped save leaves nothing behind.</param>
    public async Task<SaveOutcome> SaveAsync(AuditContext audit, IReadOnlyCollection<AuditSubject> subjects, CancellationToken cancel = default)
    {
        if (subjects.Count == 0 && ChangeTracker.HasChanges())
            throw new InvalidOperationException($"{audit.Action} changes something and names nobody and nothing it touches.");
        if (subjects.Count == 0)
            return SaveOutcome.Saved;

        var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        await using var _ = own;
        if (audit.CommandId is { } command)
            ProcessedCommands.Add(new ProcessedCommand { Id = command, Action = audit.Action, At = audit.At });
        try
        {
            isAudited = true;
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancel);
            await AuditChain.AppendAsync(this, audit, subjects, cancel);
            if (own is not null)
                await own.CommitAsync(cancel);
            return SaveOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear();
            return SaveOutcome.Conflict;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("processed_command"))
        {
            ChangeTracker.Clear();
            return SaveOutcome.AlreadyDone;
        }
        finally
        {
            isAudited = false;
        }
    }

    public Task<SaveOutcome> SaveAsync(AuditContext audit, AuditSubject subject, CancellationToken cancel = default) =>
        SaveAsync(audit, [subject], cancel);

    /// <summary>True where this form was already handled: the use case answers its first result.</summary>
    public Task<bool> IsHandledAsync(AuditContext audit, CancellationToken cancel) =>
        audit.CommandId is { } id ? ProcessedCommands.AnyAsync(c => c.Id == id, cancel) : Task.FromResult(false);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RequireAudit();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RequireAudit();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>The framework's own cookie keys are the one thing saved without a person behind it.</summary>
    private void RequireAudit()
    {
        if (!isAudited && ChangeTracker.Entries().Any(e => e.State is not (EntityState.Unchanged or EntityState.Detached) && e.Entity is not DataProtectionKey))
            throw new InvalidOperationException("A change is saved with SaveAsync(AuditContext, …): who and why is a parameter.");
    }
}
