using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Organisation;

/// <summary>What employees are by trade, and the role that usually goes with it.</summary>
public sealed class JobFunctionsModel : VejviserPage
{
    public bool MayEdit => Reader.MayEverywhere(Permissions.OrganisationEdit);

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    internal IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostSaveAsync(Guid? id, string? name, Guid? role) =>
        await AnswerAsync(await ChangeJobFunction.RunAsync(Db, new(id, name ?? "", role), Reader, Audit("organisation.change-job-function"), Cancel));

    public async Task<IActionResult> OnPostRemoveAsync(Guid id) =>
        await AnswerAsync(await ChangeJobFunction.RemoveAsync(Db, id, Reader, Audit("organisation.remove-job-function"), Cancel));

    private async Task<IActionResult> AnswerAsync(Result<Done> result)
    {
        if (result.IsSuccess)
        {
            Tell(Text["access.saved"]);
            return LocalRedirect("/organisation/job-functions");
        }

        TellFailure(result.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        AddCrumb(Text["organisation.units.title"], "/organisation");
        AddCrumb(Text["organisation.job-functions.title"]);
        Roles = await Db.AccessRoles.AsNoTracking().OrderBy(r => r.Name).ToListAsync(Cancel);
        Lines = await Db.JobFunctions.AsNoTracking().OrderBy(f => f.Name).Select(f => new Line(
            f.Id, f.Name, f.DefaultRoleId, Db.AccessRoles.Where(r => r.Id == f.DefaultRoleId).Select(r => r.Name).FirstOrDefault(), Db.Users.Count(a => a.JobFunctionId == f.Id))).ToListAsync(Cancel);
    }

    internal sealed record Line(Guid Id, string Name, Guid? RoleId, string? Role, int Employees);
}
