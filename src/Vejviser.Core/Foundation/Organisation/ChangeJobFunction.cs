using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>Adds, renames or removes a job function and the role that usually goes with it.</summary>
public static class ChangeJobFunction
{
    /// <param name="Id">Null adds one.</param>
    /// <param name="Name">No other has it.</param>
    /// <param name="DefaultRoleId">Suggested where an account is opened; it gives nothing by itself.</param>
    public sealed record Input(Guid? Id, string Name, Guid? DefaultRoleId);

    public static async Task<Result<Done>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayOrganise.Everywhere(by) is { } refusal)
            return refusal;
        var name = input.Name.Trim();
        if (name.Length == 0)
            return Failure.Of("organisation.job-function-name-missing");
        if (await db.JobFunctions.AnyAsync(f => f.Id != input.Id && f.Name == name, cancel))
            return Failure.Of("organisation.job-function-name-taken");
        var function = input.Id is { } id ? await db.JobFunctions.SingleOrDefaultAsync(f => f.Id == id, cancel) : db.Add(new JobFunction { Name = name }).Entity;
        if (function is null)
            return Failure.Of("organisation.unknown-job-function");
        (function.Name, function.DefaultRoleId) = (name, input.DefaultRoleId);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "job-function", EntityId: function.Id), cancel);
        return Done.Result;
    }

    public static async Task<Result<Done>> RemoveAsync(VejviserDb db, Guid id, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayOrganise.Everywhere(by) is { } refusal)
            return refusal;
        if (await db.JobFunctions.SingleOrDefaultAsync(f => f.Id == id, cancel) is not { } function)
            return Done.Result;
        if (await db.Users.AnyAsync(a => a.JobFunctionId == id, cancel))
            return Failure.Of("organisation.job-function-in-use");
        db.Remove(function);
        await db.SaveAsync(audit, new AuditSubject(Entity: "job-function", EntityId: id), cancel);
        return Done.Result;
    }
}
