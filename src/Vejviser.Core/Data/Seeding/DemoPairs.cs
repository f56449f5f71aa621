using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.CivilSociety.HostFamilies;
using Vejviser.Core.Chapters.Employment;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Seeding;

/// <summary>Havneby's volunteers: mentors and host families of the volunteer centre, families who look for one, a mentor pair under way with hours, a mentor whom the demo's newcomer is asked about, and a question that waits for an answer.</summary>
internal sealed class DemoPairs(VejviserDb db, EffectivePractices practices, PlanLaw law, AuditContext audit)
{
    private const int MostFamilies = 3;

    /// <summary>What they have worked in, one for each who looks for a mentor.</summary>
    private static readonly string[] Fields = ["Byggeri", "It", "Regnskab", "Medicin"];

    private static readonly (string Name, string? Leader)[] TownNames = [("Havneby", "Karen Toft"), ("Strandby", "Niels Lund"), ("Skovby", null)];

    private static readonly (string Name, string Language, string Industry, string Network, int Town)[] Mentors =
        [("Erik Holt", "en", "Byggeri", "Ingeniører", 0), ("Susanne Bro", "ar", "Regnskab", "It", 0), ("Thomas Kjær", "en", "It", "Telekommunikation", 1), ("Inge Vest", "fa", "Sundhed", "Medicin", 2)];

    private static readonly (string Name, string Language, int Town, CertificateState Certificate, bool Children)[] HostFamilies =
        [("Familien Lund", "ar", 0, CertificateState.Seen, true), ("Familien Berg", "ti", 1, CertificateState.Seen, true), ("Familien Dal", "fa", 0, CertificateState.Requested, false)];

    /// <summary>Does it where there is no town yet.</summary>
    public async Task SeedAsync(CancellationToken cancel)
    {
        if (await db.Towns.AnyAsync(cancel) || await db.Users.SingleOrDefaultAsync(a => a.Email == DemoMunicipality.Partner.Email, cancel) is not { } lone)
            return;
        var erik = await db.Users.SingleOrDefaultAsync(a => a.Email == DemoMunicipality.Mentor.Email, cancel);
        var towns = TownNames.Select(t => new Town { Name = t.Name, Leader = t.Leader, LeaderPhone = t.Leader is null ? null : "12 00 00 45" }).ToList();
        var mentors = Mentors.Select(m => Mentor(lone.PartnerId!.Value, m, towns, m.Name == erik?.DisplayName ? erik.Id : null)).ToList();
        db.AddRange(towns);
        db.AddRange(mentors);
        db.AddRange(HostFamilies.Select(h => HostFamily(lone.PartnerId!.Value, h, towns)));
        db.Add(new VolunteerEnquiry
        {
            Practice = HostFamilyPairs.Practice, PartnerId = lone.PartnerId!.Value, AskedBy = lone.Id, What = "Må en modtagerfamilie køre familien til sprogskolen den første dag?", AskedAt = audit.At.AddDays(-4), LateFrom = audit.At.AddDays(-3),
            OwnerId = await db.Users.Where(a => a.Email == "mette.holm@havneby.example").Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel), Version = 1,
        });
        await db.SaveAsync(audit, new AuditSubject(Entity: "volunteer"), cancel);
        await NewcomersAsync(mentors[0], towns, cancel);
        await AskNewcomerAsync(mentors[1], towns[0], cancel);
        await FamiliesAsync(towns, cancel);
    }

    private static Volunteer Mentor(Guid partner, (string Name, string Language, string Industry, string Network, int Town) m, List<Town> towns, Guid? account)
    {
        var volunteer = new Volunteer { Practice = MentorPairs.Practice, PartnerId = partner, Name = m.Name, Phone = "12 00 00 60", AccountId = account, HoursAMonth = 4, Version = 1 };
        volunteer.Towns.Add(new VolunteerTown { VolunteerId = volunteer.Id, TownId = towns[m.Town].Id });
        volunteer.Languages.Add(new VolunteerLanguage { VolunteerId = volunteer.Id, Language = m.Language });
        volunteer.Industries.AddRange([new VolunteerIndustry { VolunteerId = volunteer.Id, Industry = m.Industry }, new VolunteerIndustry { VolunteerId = volunteer.Id, Industry = m.Network, IsNetwork = true }]);
        return volunteer;
    }

    private Volunteer HostFamily(Guid partner, (string Name, string Language, int Town, CertificateState Certificate, bool Children) h, List<Town> towns)
    {
        var volunteer = new Volunteer { Practice = HostFamilyPairs.Practice, PartnerId = partner, Name = h.Name, HasChildren = h.Children, Certificate = h.Certificate, CertificateOn = audit.Day.AddDays(-60), Version = 1 };
        volunteer.Towns.Add(new VolunteerTown { VolunteerId = volunteer.Id, TownId = towns[h.Town].Id });
        volunteer.Languages.Add(new VolunteerLanguage { VolunteerId = volunteer.Id, Language = h.Language });
        return volunteer;
    }

    /// <summary>Four who have studied and get by in English: the first has had a mentor for six weeks, the others look for one.</summary>
    private async Task NewcomersAsync(Volunteer mentor, List<Town> towns, CancellationToken cancel)
    {
        if (await PlanBuilder.LoadAsync(db, practices, law, MentorPairs.Practice, cancel) is not { } builder)
            return;
        var studied = (await db.People.Where(p => p.MergedIntoId == null && p.Education >= EducationLevel.UniversityShort && p.DenmarkSince != null && db.Households.Any(h => h.Id == p.HouseholdId && h.HasArrived) && !db.Plans.Any(l => l.PersonId == p.Id && l.Practice == MentorPairs.Practice))
            .OrderBy(p => p.CaseRef).ToListAsync(cancel)).Where(p => p.AgeOn(audit.Day) >= Age.OfMajority).DistinctBy(p => p.HouseholdId).Take(Fields.Length).ToList();
        foreach (var (index, person) in studied.Index())
        {
            // The imported file knows nobody's English to be good.
            person.English = Proficiency.Good;
            await AgreeAsync([person], cancel);
            var household = await db.Households.SingleAsync(h => h.Id == person.HouseholdId, cancel);
            var plan = await StartAsync(builder, household, person, weeksAgo: index == 0 ? 8 : index, cancel);
            var wish = new PairWish { PlanId = plan.Id, TownId = towns[index % 2].Id, Words = "Vil gerne møde nogen fra faget og høre, hvordan man søger job her.", Version = 1 };
            wish.Industries.Add(new PairWishIndustry { PlanId = plan.Id, Industry = Fields[index] });
            db.Add(wish);
            if (index == 0)
                Pair(plan, mentor);
            await db.SaveAsync(audit, new AuditSubject(person.Id, household.Id, "plan", plan.Id), cancel);
        }
    }

    /// <summary>The newcomer whose link everybody knows is asked about a mentor, who has said yes already.</summary>
    private async Task AskNewcomerAsync(Volunteer mentor, Town town, CancellationToken cancel)
    {
        if (await db.People.OrderBy(p => p.CaseRef).FirstOrDefaultAsync(p => db.NewcomerAccesses.Any(a => a.PersonId == p.Id), cancel) is not { } person || await db.Plans.AnyAsync(p => p.PersonId == person.Id && p.Practice == MentorPairs.Practice, cancel)
            || await PlanBuilder.LoadAsync(db, practices, law, MentorPairs.Practice, cancel) is not { } builder)
            return;
        (person.Education, person.English) = (EducationLevel.UniversityShort, Proficiency.Good);
        var household = await db.Households.SingleAsync(h => h.Id == person.HouseholdId, cancel);
        var plan = await StartAsync(builder, household, person, weeksAgo: 2, cancel);
        var wish = new PairWish { PlanId = plan.Id, TownId = town.Id, Words = "Vil gerne arbejde med regnskab igen.", Version = 1 };
        wish.Industries.Add(new PairWishIndustry { PlanId = plan.Id, Industry = Fields[2] });
        var round = Round(daysAgo: 1);
        db.AddRange(wish, round, new VolunteerPair
        {
            Practice = MentorPairs.Practice, RoundId = round.Id, PlanId = plan.Id, VolunteerId = mentor.Id, HeldPlanId = plan.Id, HeldPlace = 1, Parts = "[]", AskedOn = audit.Day.AddDays(-1), VolunteerYesAt = audit.At.AddHours(-2), Version = 2,
        });
        await db.SaveAsync(audit, new AuditSubject(person.Id, household.Id, "plan", plan.Id), cancel);
    }

    private PairRound Round(int daysAgo) => new() { Practice = MentorPairs.Practice, PracticeNumber = 1, DecidedAt = audit.At.AddDays(-daysAgo), Facts = new PairFacts(audit.Day.AddDays(-daysAgo), [], [], []).ToJson(), Pairs = 1 };

    private void Pair(Plan plan, Volunteer mentor)
    {
        var (began, round) = (audit.Day.AddDays(-42), Round(daysAgo: 50));
        var pair = new VolunteerPair
        {
            Practice = MentorPairs.Practice, RoundId = round.Id, PlanId = plan.Id, VolunteerId = mentor.Id, HeldPlanId = plan.Id, HeldPlace = 1, State = PairState.Agreed, Parts = "[]", AskedOn = audit.Day.AddDays(-50),
            NewcomerYesAt = audit.At.AddDays(-48), VolunteerYesAt = audit.At.AddDays(-49), StartOn = began, Version = 3,
        };
        db.AddRange(round, pair);
        db.AddRange(new[] { (0, 90, "Første møde: mål og aftaler"), (9, 60, "Gennemgik ansøgning"), (23, 120, "Besøg på arbejdspladsen") }
            .Select(h => new VolunteerHours { PairId = pair.Id, On = began.AddDays(h.Item1), Minutes = h.Item2, What = h.Item3, ByAccountId = mentor.AccountId, At = audit.At.AddDays(h.Item1 - 42) }));
    }

    /// <summary>Families who are to arrive, asked and in the practice.</summary>
    private async Task FamiliesAsync(List<Town> towns, CancellationToken cancel)
    {
        if (await PlanBuilder.LoadAsync(db, practices, law, HostFamilyPairs.Practice, cancel) is not { } builder)
            return;
        var families = await db.Households.Where(h => !h.HasArrived && h.ArrivalDate > audit.Day && db.People.Any(p => p.HouseholdId == h.Id && p.Role == HouseholdRole.Child)).OrderBy(h => h.ArrivalDate).ThenBy(h => h.Reference).Take(MostFamilies).ToListAsync(cancel);
        foreach (var (index, household) in families.Index())
        {
            var people = await db.People.Where(p => p.HouseholdId == household.Id && p.MergedIntoId == null).ToListAsync(cancel);
            await AgreeAsync(people.Where(p => p.AgeOn(audit.Day) >= Age.OfMajority || p.Role is not (HouseholdRole.Child or HouseholdRole.Minor)), cancel);
            var plan = await StartAsync(builder, household, null, weeksAgo: 1, cancel);
            db.Add(new PairWish { PlanId = plan.Id, TownId = towns[index % 2].Id, Version = 1 });
            await db.SaveAsync(audit, new AuditSubject(HouseholdId: household.Id, Entity: "plan", EntityId: plan.Id), cancel);
        }
    }

    private async Task AgreeAsync(IEnumerable<Person> people, CancellationToken cancel)
    {
        foreach (var person in people)
            if (!await db.Consents.AnyAsync(c => c.PersonId == person.Id && c.Purpose == VolunteerSight.Consent, cancel))
                db.Add(new Consent { PersonId = person.Id, Purpose = VolunteerSight.Consent, GivenOn = audit.Day.AddDays(-7), GivenById = person.Id, RegisteredBy = Guid.Empty });
    }

    private async Task<Plan> StartAsync(PlanBuilder builder, Household household, Person? person, int weeksAgo, CancellationToken cancel)
    {
        var people = await db.People.Where(p => p.HouseholdId == household.Id && p.MergedIntoId == null).ToListAsync(cancel);
        var built = builder.Build(household, people, new PlanStart(person?.Id) { Dates = new Dictionary<string, DateOnly> { [Anchor.Start] = audit.Day.AddDays(-7 * weeksAgo) } }, audit.At.AddDays(-7 * weeksAgo));
        foreach (var task in built.Tasks.Where(t => t.Due < audit.Day && person is not null))
            (task.State, task.ClosedAt, task.ClosedBy) = (TaskState.Done, audit.At.AddDays(-1), task.OwnerAccountId);
        db.Plans.Add(built.Plan);
        db.PlanTasks.AddRange(built.Tasks);
        await TaskAccess.GiveAsync(db, household.Id, built.Tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)).Distinct(), cancel);
        return built.Plan;
    }
}
