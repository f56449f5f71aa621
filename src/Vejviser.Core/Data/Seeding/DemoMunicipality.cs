using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Data.Seeding;

/// <summary>
/// Havneby Kommune, code 0999, which does not exist: units, employees with known passwords, and who fills which role.
/// Demo sign-ins are made here and nowhere else.
/// </summary>
public static class DemoMunicipality
{
    public const string Password = "havneby-demo-2026";

    public static IReadOnlyList<DemoSignIn> SignIns { get; } =
    [
        new("mette.holm@havneby.example", "Mette Holm", "Integrationssagsbehandler", "Modtageenheden", "Modtagelse", Phone: "12 00 00 11"),
        new("karim.nasser@havneby.example", "Karim Nasser", "Integrationssagsbehandler", "Modtageenheden", "Modtagelse", Phone: "12 00 00 12"),
        new("jonas.krogh@havneby.example", "Jonas Krogh", "Beskæftigelsesrådgiver", "Beskæftigelse", "Beskæftigelse", Phone: "12 00 00 21"),
        new("amina.yusuf@havneby.example", "Amina Yusuf", "Beskæftigelsesrådgiver", "Beskæftigelse", "Beskæftigelse", Phone: "12 00 00 22"),
        new("rasmus.vind@havneby.example", "Rasmus Vind", "Virksomhedskonsulent", "Beskæftigelse", "Beskæftigelse"),
        new("peter.lund@havneby.example", "Peter Lund", "Boligmedarbejder", "Boligteamet", "Bolig"),
        new("ulla.frost@havneby.example", "Ulla Frost", "Ydelsesmedarbejder", "Ydelse", "Fagmedarbejder"),
        new("bo.lind@havneby.example", "Bo Lind", "Borgerservicemedarbejder", "Borgerservice", "Fagmedarbejder"),
        new("sofie.bach@havneby.example", "Sofie Bach", "Familiekonsulent", "Børn og familie", "Børn og unge"),
        new("lars.dam@havneby.example", "Lars Dam", "Skolekonsulent", "Dagtilbud og skole", "Fagmedarbejder"),
        new("hanne.friis@havneby.example", "Hanne Friis", "Sundhedskoordinator", "Sundhed", "Sundhed"),
        new("birgit.storm@havneby.example", "Birgit Storm", "Integrationschef", "Integration og beskæftigelse", "Leder", IsLeader: true),
        new("admin@havneby.example", "Ane Admin", "Systemadministrator", "Digitalisering", "Administrator"),
    ];

    /// <summary>A user of a partner organisation: signs in as an employee does, and comes to the partner's own pages.</summary>
    public static DemoSignIn Partner { get; } = new("lone.krag@frivilligcenter.example", "Lone Krag", "Frivilligcenter Havneby", "", "Partner");

    /// <summary>A volunteer of the partner's with a sign-in of his own: sees his own pairs and writes his hours.</summary>
    public static DemoSignIn Mentor { get; } = new("erik.holt@frivilligcenter.example", "Erik Holt", "Frivilligcenter Havneby", "", "Frivillig");

    /// <summary>A user of a housing association: answers nominations and enquiries.</summary>
    public static DemoSignIn Association { get; } = new("jens.bro@fjordbo.example", "Jens Bro", "Boligselskabet Fjordbo", "", "Partner");

    private static readonly (string Name, string? Parent)[] UnitTree =
    [
        ("Integration og beskæftigelse", null), ("Modtageenheden", "Integration og beskæftigelse"), ("Beskæftigelse", "Integration og beskæftigelse"),
        ("Boligteamet", "Integration og beskæftigelse"), ("Ydelse", "Integration og beskæftigelse"), ("Børn, unge og skole", null), ("Børn og familie", "Børn, unge og skole"),
        ("Dagtilbud og skole", "Børn, unge og skole"), ("Sundhed", null), ("Borgerservice", null), ("Digitalisering", null),
    ];

    /// <summary>Who fills the catalogue's roles, in every practice: a unit, and one employee in it where there is only one to ask.</summary>
    private static readonly (string Role, string Unit, string? Email)[] Roles =
    [
        ("reception-unit", "Modtageenheden", null), ("employment-advisor", "Beskæftigelse", null), ("employer-consultant", "Beskæftigelse", "rasmus.vind@havneby.example"),
        ("housing-officer", "Boligteamet", "peter.lund@havneby.example"), ("benefits-officer", "Ydelse", "ulla.frost@havneby.example"),
        ("citizen-service", "Borgerservice", "bo.lind@havneby.example"), ("family-consultant", "Børn og familie", "sofie.bach@havneby.example"),
        ("child-and-youth-advisor", "Børn og familie", "sofie.bach@havneby.example"), ("day-care-placement", "Dagtilbud og skole", "lars.dam@havneby.example"),
        ("school-placement", "Dagtilbud og skole", "lars.dam@havneby.example"), ("health-coordinator", "Sundhed", "hanne.friis@havneby.example"),
        ("language-centre-contact", "Beskæftigelse", "amina.yusuf@havneby.example"), ("interpreting-coordinator", "Modtageenheden", "karim.nasser@havneby.example"),
        ("volunteer-coordinator", "Modtageenheden", "mette.holm@havneby.example"),
        ("integration-manager", "Integration og beskæftigelse", "birgit.storm@havneby.example"), ("school-leader", "Dagtilbud og skole", "lars.dam@havneby.example"),
        ("teacher", "Dagtilbud og skole", null), ("class-teacher", "Dagtilbud og skole", null), ("day-care-leader", "Dagtilbud og skole", "lars.dam@havneby.example"),
        ("youth-school-leader", "Dagtilbud og skole", "lars.dam@havneby.example"), ("youth-guidance-counsellor", "Børn og familie", "sofie.bach@havneby.example"),
        ("leisure-guide", "Børn og familie", "sofie.bach@havneby.example"), ("family-coordinator", "Børn og familie", "sofie.bach@havneby.example"),
        ("resource-team", "Dagtilbud og skole", null), ("psychologist", "Sundhed", "hanne.friis@havneby.example"), ("trauma-consultant", "Sundhed", "hanne.friis@havneby.example"),
        ("health-mediator-coordinator", "Sundhed", "hanne.friis@havneby.example"), ("health-mediator", "Sundhed", null),
        ("asylum-centre-contact", "Modtageenheden", "karim.nasser@havneby.example"), ("housing-association-contact", "Boligteamet", "peter.lund@havneby.example"),
        ("mentor-coordinator", "Beskæftigelse", "rasmus.vind@havneby.example"), ("entrepreneur-advisor", "Beskæftigelse", "rasmus.vind@havneby.example"),
        ("language-advisor", "Beskæftigelse", "amina.yusuf@havneby.example"), ("course-leader", "Integration og beskæftigelse", null), ("contact-person", "Modtageenheden", null),
    ];

    /// <summary>True for an empty database and for Havneby's own: a real municipality never gets the demo's sign-ins.</summary>
    public static async Task<bool> FitsAsync(VejviserDb db, CancellationToken cancel) =>
        await db.Municipalities.AnyAsync(m => m.IsDemo, cancel) || !(await db.Municipalities.AnyAsync(cancel) || await db.Users.AnyAsync(cancel));

    /// <summary>Makes the municipality in an empty database; in any other it changes nothing.</summary>
    public static async Task SeedAsync(VejviserDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Municipalities.AnyAsync(cancel) || !await FitsAsync(db, cancel))
            return;
        db.Municipalities.Add(new Municipality { Code = "0999", Name = "Havneby Kommune", IsDemo = true });
        var units = UnitTree.ToDictionary(u => u.Name, u => new Unit { Name = u.Name }, StringComparer.Ordinal);
        foreach (var (name, parent) in UnitTree)
            units[name].ParentId = parent is null ? null : units[parent].Id;
        var roles = BuiltInRoles.All.ToDictionary(r => r.Key, r => BuiltInRoles.Make(r.Key, r.Value), StringComparer.Ordinal);
        var functions = SignIns.Select(s => s.Title).Distinct(StringComparer.Ordinal).ToDictionary(t => t, t => new JobFunction { Name = t }, StringComparer.Ordinal);
        db.AddRange(units.Values);
        db.AddRange(roles.Values);
        db.AddRange(functions.Values);
        var accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
        var hasher = new PasswordHasher<Account>();
        foreach (var s in SignIns)
        {
            var account = MakeAccount(s, hasher);
            account.JobFunctionId = functions[s.Title].Id;
            db.Users.Add(account);
            accounts.Add(s.Email, account);
            db.UnitMembers.Add(new UnitMember { UnitId = units[s.Unit].Id, AccountId = account.Id, IsLeader = s.IsLeader });
            db.RoleAssignments.Add(new RoleAssignment { AccountId = account.Id, RoleId = roles[s.Role].Id });
        }

        foreach (var (role, unit, email) in Roles)
            db.PracticeRoles.Add(new PracticeRole { Practice = PracticeRole.Everywhere, Role = role, UnitId = units[unit].Id, AccountId = email is null ? null : accounts[email].Id });
        var partner = new PartnerOrganisation { Name = "Frivilligcenter Havneby", Kind = PartnerKind.Association, IsPrivate = true, Email = "kontor@frivilligcenter.example", Phone = "12 00 00 40" };
        var user = MakeAccount(Partner, hasher, partner.Id);
        var mentor = MakeAccount(Mentor, hasher, partner.Id);
        var association = new PartnerOrganisation { Name = Association.Title, Kind = PartnerKind.HousingAssociation, Email = "udlejning@fjordbo.example", Phone = "12 00 00 50" };
        var letter = MakeAccount(Association, hasher, association.Id);
        db.AddRange(partner, user, new RoleAssignment { AccountId = user.Id, RoleId = roles[Partner.Role].Id }, mentor, new RoleAssignment { AccountId = mentor.Id, RoleId = roles[Mentor.Role].Id }, association, letter, new RoleAssignment { AccountId = letter.Id, RoleId = roles[Association.Role].Id });
        foreach (var (date, name) in ClosingDays())
            db.ClosingDays.Add(new ClosingDay { Date = date, Name = name });
        await db.SaveAsync(new AuditContext(null, "demo.seed", clock.Now()), new AuditSubject(Entity: "municipality"), cancel);
    }

    private static Account MakeAccount(DemoSignIn s, PasswordHasher<Account> hasher, Guid? partnerId = null)
    {
        var account = new Account
        {
            Kind = partnerId is null ? AccountKind.Employee : AccountKind.Partner, PartnerId = partnerId,
            UserName = s.Email, NormalizedUserName = s.Email.ToUpperInvariant(), Email = s.Email, NormalizedEmail = s.Email.ToUpperInvariant(),
            EmailConfirmed = true, DisplayName = s.Name, LockoutEnabled = true, SecurityStamp = Guid.CreateVersion7().ToString("N"), PhoneNumber = s.Phone,
        };
        account.PasswordHash = hasher.HashPassword(account, Password);
        return account;
    }

    private static IEnumerable<(DateOnly Date, string Name)> ClosingDays() =>
        from year in Enumerable.Range(2015, 16)
        from day in new[] { (Month: 6, Day: 5, Name: "Grundlovsdag"), (Month: 12, Day: 24, Name: "Juleaftensdag"), (Month: 12, Day: 31, Name: "Nytårsaftensdag") }
        select (new DateOnly(year, day.Month, day.Day), day.Name);
}

/// <summary>A demo employee and how to sign in as them.</summary>
public sealed record DemoSignIn(string Email, string Name, string Title, string Unit, string Role, bool IsLeader = false, string? Phone = null);
