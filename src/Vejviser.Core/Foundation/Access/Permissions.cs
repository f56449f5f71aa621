using System.Reflection;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// What a role can allow. Each page, endpoint, export and command names one of these; what names none is closed (ADR 0008).
/// </summary>
public static class Permissions
{
    /// <summary>Own profile, own sign-in means, own calendar feed: everybody who is signed in.</summary>
    public const string Own = "account.own";

    public const string Work = "work.own";
    public const string PeopleRead = "people.read";
    public const string PeopleEdit = "people.edit";
    public const string PeopleMerge = "people.merge";

    /// <summary>Sees every household of the municipality without need-to-know rows: for few.</summary>
    public const string PeopleAll = "people.all";

    /// <summary>Opens a person outside the need-to-know with a reason; the case worker sees it.</summary>
    public const string BreakGlass = "people.break-glass";

    /// <summary>Shows, searches and replaces CPR numbers; each showing is logged.</summary>
    public const string Cpr = "people.cpr";

    /// <summary>Compartment: health.</summary>
    public const string Health = "people.health";

    /// <summary>Compartment: protected names and addresses.</summary>
    public const string ProtectedAddress = "people.protected-address";

    public const string PlansRead = "plans.read";
    public const string PlansWork = "plans.work";

    /// <summary>Reassigns, moves anchors, writes own tasks.</summary>
    public const string PlansEdit = "plans.edit";
    public const string Export = "plans.export";

    /// <summary>Own, one's team's and one's households' meetings, and tomorrow's calls.</summary>
    public const string MeetingsRead = "meetings.read";

    /// <summary>Books, moves, cancels and holds meetings.</summary>
    public const string MeetingsEdit = "meetings.edit";

    /// <summary>Courses and their timetables; who sits in them only where one may see the person.</summary>
    public const string CoursesRead = "courses.read";

    /// <summary>Makes courses, puts people on them, and calls them off.</summary>
    public const string CoursesEdit = "courses.edit";

    /// <summary>Notes attendance at the sessions of a course one leads.</summary>
    public const string CoursesAttend = "courses.attend";

    /// <summary>Keeps the register of interpreters, assigns them, and sees how it goes; of a meeting no more than its time.</summary>
    public const string Interpreters = "interpreters.coordinate";
    public const string PracticesRead = "practices.read";
    public const string PracticesAdapt = "practices.adapt";
    public const string Import = "import.run";
    public const string Managers = "insight.managers";
    public const string OrganisationRead = "organisation.read";
    public const string OrganisationEdit = "organisation.edit";
    public const string AccessEdit = "access.edit";

    /// <summary>Who has seen and changed a person.</summary>
    public const string AuditPerson = "audit.person";
    public const string AuditAll = "audit.all";
    public const string LawRead = "law.read";

    /// <summary>Sees messages, what did not arrive, questions and handed-in papers of the people one works with.</summary>
    public const string MessagesRead = "messages.read";

    /// <summary>Writes to people, answers questions, hands over, tries again.</summary>
    public const string MessagesSend = "messages.send";
    public const string MessagesTemplates = "messages.templates";

    /// <summary>Gives a newcomer the link and code to their own page, and takes it back.</summary>
    public const string NewcomerAccess = "messages.newcomer-access";

    /// <summary>The time line of what newcomers are offered, and the initiatives on it.</summary>
    public const string InitiativesRead = "initiatives.read";
    public const string InitiativesEdit = "initiatives.edit";

    /// <summary>Homes, who waits for one, and the allocation meeting; households without names.</summary>
    public const string HousingRead = "housing.read";

    /// <summary>Registers homes, areas and estates, what households need, and answers to nominations.</summary>
    public const string HousingEdit = "housing.edit";

    /// <summary>Holds the allocation meeting and decides who gets which home.</summary>
    public const string HousingDecide = "housing.decide";

    /// <summary>Private hosts: their enquiries, visits, and who lives with whom.</summary>
    public const string HousingHosts = "housing.hosts";

    /// <summary>Pairs newcomers with volunteers: who looks, who is proposed and asked, and the register of volunteers.</summary>
    public const string Pairs = "pairs.coordinate";

    /// <summary>A volunteer's own pairs and hours; of an association's user who keeps its volunteers all of its.</summary>
    public const string Volunteer = "partner.volunteer";

    /// <summary>Doctors' turns, courses in one language, and who waits; names only of those one works with.</summary>
    public const string HealthRead = "health.read";

    /// <summary>Registers practices, trainers and where households live, and what was agreed.</summary>
    public const string HealthEdit = "health.edit";

    /// <summary>Gives people their doctor and their group.</summary>
    public const string HealthDecide = "health.decide";

    /// <summary>Villas, who lives there and who waits; names only of those one works with.</summary>
    public const string MinorsRead = "minors.read";

    /// <summary>Registers villas, contact persons and what a youth's home is chosen by; moves in and out.</summary>
    public const string MinorsEdit = "minors.edit";

    /// <summary>Gives youths their room and contact person.</summary>
    public const string MinorsDecide = "minors.decide";

    /// <summary>A partner organisation's own pages; opens nothing for anybody else.</summary>
    public const string Partner = "partner.own";

    /// <summary>All codes, for the roles page and the test that walks every page.</summary>
    public static readonly IReadOnlyList<string> All =
        [.. typeof(Permissions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];
}
