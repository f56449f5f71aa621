using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Chapters.Housing.Hosting;
using Vejviser.Web.Engine.Newcomers;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Hosting;

/// <summary>A page's policy is the permission's code itself; what names no policy is closed to everybody.</summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => policyName == NewcomerSignIn.Policy
        ? Task.FromResult<AuthorizationPolicy?>(NewcomerSignIn.ToPolicy())
        : policyName == HostSignIn.Policy
        ? Task.FromResult<AuthorizationPolicy?>(HostSignIn.ToPolicy())
        : Permissions.All.Contains(policyName)
        ? Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new HasPermission(policyName)).Build())
        : base.GetPolicyAsync(policyName);
}

internal sealed record HasPermission(string Permission) : IAuthorizationRequirement;

internal sealed class HasPermissionHandler(CurrentReader who) : AuthorizationHandler<HasPermission>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HasPermission requirement)
    {
        if (who.May(requirement.Permission))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
