using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Hosting;

/// <summary>
/// Which permission opens which page: a folder first, a page where it asks for more. Each module has its lines here;
/// a test walks every page and fails on one that is missing.
/// </summary>
internal static class PagePermissions
{
    public static void Apply(PageConventionCollection pages)
    {
        pages.AllowAnonymousToPage("/Foundation/Access/SignIn");
        pages.AllowAnonymousToPage("/Foundation/Access/SignInCode");
        pages.AllowAnonymousToPage("/Foundation/Access/Municipal");
        pages.AllowAnonymousToPage("/Foundation/Access/MunicipalReturn");
        pages.AllowAnonymousToPage("/Shared/Errors/Error");
        pages.AllowAnonymousToPage("/Shared/Language");
        pages.AllowAnonymousToPage("/Shared/Accessibility");
        pages.AuthorizePage("/Shared/Help/Help", Permissions.Own);
        pages.AuthorizePage("/Foundation/Access/SignOut", Permissions.Own);
        pages.AuthorizePage("/Foundation/Access/Account", Permissions.Own);
        pages.AuthorizePage("/Foundation/Access/Password", Permissions.Own);
        pages.AuthorizePage("/Foundation/Access/Authenticator", Permissions.Own);
        pages.AuthorizePage("/Foundation/Access/Passkeys", Permissions.Own);
        pages.AuthorizePage("/Foundation/Access/BreakGlassPage", Permissions.BreakGlass);
        pages.AuthorizePage("/Foundation/Access/BreakGlassSeen", Permissions.PeopleRead);
        foreach (var page in (string[])["Accounts", "NewAccount", "EditAccount", "Roles", "EditRole", "ExternalRoles"])
            pages.AuthorizePage($"/Foundation/Access/{page}", Permissions.AccessEdit);
        pages.AuthorizeFolder("/Foundation/Organisation", Permissions.OrganisationRead);
        pages.AuthorizePage("/Engine/Plans/Work", Permissions.Work);
        People(pages);
    }

    private static void People(PageConventionCollection pages)
    {
        pages.AuthorizePage("/Foundation/People/People", Permissions.PeopleRead);
        pages.AuthorizePage("/Foundation/People/Search", Permissions.PeopleRead);
        pages.AuthorizePage("/Foundation/People/Consents", Permissions.PeopleRead);
        pages.AuthorizePage("/Foundation/People/ConsentPrint", Permissions.PeopleRead);
        pages.AuthorizePage("/Foundation/People/Cpr", Permissions.Cpr);
        foreach (var page in new[] { "Edit", "Relations", "Move", "AddPerson", "AddHousehold" })
            pages.AuthorizePage($"/Foundation/People/{page}", Permissions.PeopleEdit);
        pages.AuthorizePage("/Foundation/People/Duplicates", Permissions.PeopleMerge);
        pages.AuthorizePage("/Foundation/People/Compare", Permissions.PeopleMerge);
        pages.AuthorizePage("/Foundation/Audit/PersonHistory", Permissions.AuditPerson);
        pages.AuthorizePage("/Foundation/Audit/Audit", Permissions.AuditAll);
    }
}
