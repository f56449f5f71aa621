using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Chapters.Housing.Hosting;
using Vejviser.Web.Engine.Newcomers;

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
        Road(pages);
        Messages(pages);
        pages.AuthorizePage("/Engine/Offers/PersonPractices", Permissions.PeopleRead);
        pages.AuthorizePage("/Engine/Offers/PracticeOffer", Permissions.PlansRead);
        pages.AuthorizePage("/Engine/Offers/PracticeOfferExport", Permissions.Export);
        pages.AuthorizePage("/Engine/Offers/Offers", Permissions.PlansRead);
        Meetings(pages);
        Housing(pages);
        Pairs(pages);
        Health(pages);
        Minors(pages);
    }

    private static void Minors(PageConventionCollection pages)
    {
        foreach (var page in (string[])["Villas", "VillasLiving", "VillaYouth", "VillaSetup"])
            pages.AuthorizePage($"/Chapters/Minors/{page}", Permissions.MinorsRead);
        pages.AuthorizePage("/Chapters/Minors/VillasLivingExport", Permissions.Export);
    }

    private static void Pairs(PageConventionCollection pages)
    {
        foreach (var page in (string[])["Match", "PairsList", "PairOne", "Volunteers", "VolunteerOne", "Towns", "PairPolicyPage", "PairsFairness", "Enquiries"])
            pages.AuthorizePage($"/Engine/Pairs/{page}", Permissions.Pairs);
        pages.AuthorizePage("/Engine/Pairs/PairsExport", Permissions.Export);
        foreach (var page in (string[])["PartnerPairs", "PartnerPairOne"])
            pages.AuthorizePage($"/Engine/Pairs/{page}", Permissions.Volunteer);
        foreach (var page in (string[])["PartnerVolunteers", "PartnerVolunteerOne"])
            pages.AuthorizePage($"/Engine/Pairs/{page}", Permissions.Partner);
    }

    private static void Health(PageConventionCollection pages)
    {
        foreach (var page in (string[])["Doctors", "DoctorPractices", "DoctorPracticePage", "DoctorsGiven", "LanguageGroups", "LanguageGroupSetup", "LanguageGroupPage", "DoctorsFairness", "LanguageGroupsFairness"])
            pages.AuthorizePage($"/Chapters/Health/{page}", Permissions.HealthRead);
        pages.AuthorizePage("/Chapters/Health/DoctorsGivenExport", Permissions.Export);
        pages.AuthorizePage("/Chapters/Health/LanguageGroupsExport", Permissions.Export);
    }

    private static void Housing(PageConventionCollection pages)
    {
        foreach (var page in (string[])["Homes", "HomePage", "Estates", "EstatePage", "Needs", "NeedPage", "Allocation", "AllocationMeeting", "Policy", "Nominations", "Agreements", "AgreementPage", "Cases", "MoveIns"])
            pages.AuthorizePage($"/Chapters/Housing/{page}", Permissions.HousingRead);
        pages.AuthorizePage("/Chapters/Housing/HomesImport", Permissions.HousingEdit);
        foreach (var page in (string[])["HomesExport", "AllocationExport"])
            pages.AuthorizePage($"/Chapters/Housing/{page}", Permissions.Export);
        // The contact person fills in part 1; the page shows those of households they work with.
        pages.AuthorizePage("/Chapters/Housing/MoveInStaff", Permissions.PlansRead);
        foreach (var page in (string[])["PartnerHousing", "PartnerMoveIn"])
            pages.AuthorizePage($"/Chapters/Housing/{page}", Permissions.Partner);
        pages.AuthorizePage("/Chapters/Housing/Fairness/Fairness", Permissions.HousingRead);
        foreach (var page in (string[])["Hosts", "HostPage", "HostProposal", "HostingWishPage", "HostsFairness"])
            pages.AuthorizePage($"/Chapters/Housing/Hosting/{page}", Permissions.HousingHosts);
        pages.AuthorizePage("/Chapters/Housing/Hosting/HostsExport", Permissions.Export);
        // The host's own page: no permission opens it, only the host's own sign-in. The form is the public's.
        pages.AuthorizePage("/Chapters/Housing/Hosting/HostOwn", HostSignIn.Policy);
        foreach (var page in (string[])["BecomeHost", "HostSignInPage", "HostSignOut"])
            pages.AllowAnonymousToPage($"/Chapters/Housing/Hosting/{page}");
    }

    private static void Meetings(PageConventionCollection pages)
    {
        foreach (var page in new[] { "Meetings", "MeetingPage", "MeetingCalendar" })
            pages.AuthorizePage($"/Engine/Meetings/{page}", Permissions.MeetingsRead);
        pages.AuthorizePage("/Engine/Gatherings/PracticeMeetings", Permissions.MeetingsRead);
        pages.AuthorizePage("/Engine/Meetings/MeetingNew", Permissions.MeetingsEdit);
        pages.AuthorizePage("/Engine/Meetings/Rooms", Permissions.OrganisationRead);
        foreach (var page in (string[])["Interpreters", "InterpreterRegister", "InterpreterPage", "InterpretersFairness"])
            pages.AuthorizePage($"/Engine/Interpreters/{page}", Permissions.Interpreters);
        pages.AuthorizePage("/Engine/Interpreters/MeetingInterpreter", Permissions.MeetingsRead);
        pages.AuthorizeFolder("/Engine/Courses", Permissions.CoursesRead);
        pages.AuthorizePage("/Engine/Courses/CourseNew", Permissions.CoursesEdit);
        pages.AuthorizePage("/Engine/Courses/CourseExport", Permissions.Export);
    }

    private static void Messages(PageConventionCollection pages)
    {
        foreach (var page in (string[])["Messages", "MessagePage", "Templates", "TemplateWords", "Calls", "Handovers", "Questions", "PersonContact", "PersonPaper"])
            pages.AuthorizePage($"/Engine/Messages/{page}", Permissions.MessagesRead);
        pages.AuthorizePage("/Engine/Newcomers/PersonAccess", Permissions.NewcomerAccess);
        pages.AuthorizeFolder("/Engine/Partners", Permissions.Partner);
        pages.AuthorizePage("/Foundation/Access/ContactCard", Permissions.Own);
        // The newcomer's own pages: no permission opens them, only the newcomer's own sign-in.
        foreach (var page in (string[])["Road", "Appointments", "Offers", "Consents", "Questions", "Documents", "People", "Survey", "Proposals"])
            pages.AuthorizePage($"/Engine/Newcomers/My/{page}", NewcomerSignIn.Policy);
        foreach (var page in (string[])["SignIn", "SignOut", "Language", "MitId", "MitIdEnded"])
            pages.AllowAnonymousToPage($"/Engine/Newcomers/My/{page}");
    }

    private static void Road(PageConventionCollection pages)
    {
        pages.AuthorizePage("/Engine/Plans/Household", Permissions.PlansRead);
        pages.AuthorizePage("/Engine/Plans/HouseholdNewTask", Permissions.PlansEdit);
        pages.AuthorizePage("/Engine/Plans/HouseholdStaff", Permissions.PlansEdit);
        pages.AuthorizePage("/Engine/Plans/HouseholdTakeover", Permissions.PlansEdit);
        pages.AuthorizePage("/Engine/Plans/Anchor", Permissions.PlansEdit);
        pages.AuthorizePage("/Engine/Plans/Person", Permissions.PeopleRead);
        pages.AuthorizePage("/Engine/Plans/PlanPrint", Permissions.PlansRead);
        pages.AuthorizePage("/Engine/Plans/PlanExport", Permissions.Export);
        pages.AuthorizePage("/Engine/Plans/Enrolment/Plan", Permissions.PlansRead);
        pages.AuthorizePage("/Engine/Plans/Enrolment/PlanDatesPage", Permissions.PlansEdit);
        pages.AuthorizePage("/Engine/Plans/Enrolment/PersonEnrol", Permissions.PlansEdit);
        pages.AuthorizePage("/Engine/Plans/Enrolment/HouseholdEnrol", Permissions.PlansEdit);
        pages.AuthorizePage("/Engine/Plans/Enrolment/PracticePeoplePage", Permissions.PlansRead);
        pages.AuthorizePage("/Engine/Plans/Enrolment/PracticePeopleExport", Permissions.Export);
        pages.AuthorizePage("/Engine/Plans/PracticeStarts", Permissions.PlansRead);
        pages.AuthorizePage("/Engine/Plans/PracticeStartsExport", Permissions.Export);
        pages.AuthorizePage("/Engine/Catalogue/PracticeAgreement", Permissions.PracticesRead);
        pages.AuthorizePage("/Engine/Catalogue/Practices", Permissions.PracticesRead);
        pages.AuthorizePage("/Engine/Catalogue/Practice", Permissions.PracticesRead);
        pages.AuthorizePage("/Engine/Catalogue/PracticeVersion", Permissions.PracticesRead);
        foreach (var page in new[] { "PracticeAdopt", "PracticeAdapt", "PracticeMove", "PracticeNew", "PracticeEdit", "PracticeExport", "PracticeImport" })
            pages.AuthorizePage($"/Engine/Catalogue/{page}", Permissions.PracticesAdapt);
        pages.AuthorizeFolder("/Chapters/CivilSociety", Permissions.InitiativesRead);
        pages.AuthorizePage("/Chapters/Reception/Arrivals", Permissions.PlansRead);
        pages.AuthorizePage("/Chapters/Reception/ArrivalsExport", Permissions.Export);
        pages.AuthorizePage("/Chapters/Reception/JobReady", Permissions.PlansRead);
        pages.AuthorizePage("/Chapters/Reception/JobReadyExport", Permissions.Export);
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
        pages.AuthorizePage("/Engine/Plans/WorkPeople", Permissions.Work);
        pages.AuthorizePage("/Engine/Plans/WorkExport", Permissions.Export);
        pages.AuthorizePage("/Engine/Plans/Feed", Permissions.Own);
        pages.AuthorizeFolder("/Insight", Permissions.Managers);
        pages.AuthorizePage("/Engine/Plans/WorkFinish", Permissions.Work);
        pages.AuthorizePage("/Engine/Plans/WorkUndo", Permissions.Work);
        pages.AuthorizePage("/Engine/Plans/Task", Permissions.Work);
        pages.AuthorizePage("/Engine/Plans/TaskOwner", Permissions.PlansEdit);
        pages.AuthorizePage("/Engine/Plans/TaskEvidence", Permissions.Work);
        pages.AuthorizePage("/Chapters/Transition/Import", Permissions.Import);
        pages.AuthorizePage("/Chapters/Transition/Upload", Permissions.Import);
    }
}
