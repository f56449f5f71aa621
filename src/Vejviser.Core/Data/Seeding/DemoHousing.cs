using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Agreements;
using Vejviser.Core.Chapters.Housing.Cases;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.MoveIns;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Data.Seeding;

/// <summary>Havneby's homes: two associations, five estates of which one is in a listed area and one for students and newcomers together, who waits, an agreement, an enquiry, a move-in.</summary>
internal sealed class DemoHousing(VejviserDb db, EffectivePractices practices, PlanLaw law, AuditContext audit)
{
    private static readonly (string Name, int Work, bool IsListed, int School, int Transport)[] Areas =
        [("Fjordkvarteret", 78, false, 500, 300), ("Bymidten", 71, false, 900, 150), ("Skovbrynet", 83, false, 1800, 1200), ("Højvangkvarteret", 49, true, 300, 200)];

    /// <summary>An estate, the number of its association and of its area, and how many vacant homes it has.</summary>
    private static readonly (string Name, int Association, int Area, int Homes, bool IsMixed)[] Estates =
        [("Fjordparken", 0, 0, 14, false), ("Højvang", 0, 3, 4, false), ("Havnehusene", 1, 1, 10, false), ("Skovbakken", 1, 2, 8, false), ("Campus Fjord", 0, 0, 9, true)];

    private static readonly (int Rooms, int Metres, int Rent, int Use)[] Types = [(1, 32, 2900, 400), (1, 36, 3050, 450), (2, 62, 4300, 600), (1, 34, 3000, 400), (3, 80, 6200, 900), (2, 66, 4900, 700)];

    private const int MostWaiting = 24;

    /// <summary>Does it where there is no area yet.</summary>
    public async Task SeedAsync(CancellationToken cancel)
    {
        if (await db.HousingAreas.AnyAsync(cancel) || await db.Users.SingleOrDefaultAsync(a => a.Email == DemoMunicipality.Association.Email, cancel) is not { } letter)
            return;
        var second = new PartnerOrganisation { Name = "Havnely", Kind = PartnerKind.HousingAssociation, Email = "kontor@havnely.example" };
        Guid[] associations = [letter.PartnerId!.Value, second.Id];
        var areas = Areas.Select(a => new HousingArea { Name = a.Name, WorkPercent = a.Work, IsListed = a.IsListed, SchoolMetres = a.School, TransportMetres = a.Transport }).ToList();
        var estates = Estates.Select(e => new Estate { Name = e.Name, AssociationId = associations[e.Association], AreaId = areas[e.Area].Id, IsIntegrationSupporting = e.IsMixed }).ToList();
        db.Add(second);
        db.AddRange(areas);
        db.AddRange(estates);
        db.AddRange(associations.SelectMany((a, i) => new[] { new AssociationYear { AssociationId = a, Year = audit.Day.Year - 1, MoveOuts = 62 + 10 * i }, new AssociationYear { AssociationId = a, Year = audit.Day.Year, MoveOuts = 54 + 12 * i } }));
        db.AddRange(estates.Zip(Estates).SelectMany(e => Enumerable.Range(1, e.Second.Homes).Select(n => Home(e.First, n))));
        db.AddRange(await WaitingAsync(cancel));
        await AgreeAsync(associations, estates[0], letter, cancel);
        await db.SaveAsync(audit, new AuditSubject(Entity: "housing-area"), cancel);
        await MoveInAsync(letter, cancel);
    }

    private Dwelling Home(Estate estate, int number)
    {
        var (rooms, metres, rent, use) = estate.IsIntegrationSupporting ? (1, 30, 2900, 500) : Types[number % Types.Length];
        return new Dwelling
        {
            Address = $"{estate.Name} {number}", EstateId = estate.Id, AreaId = estate.AreaId, Kind = rooms == 1 && number % 7 == 0 ? DwellingKind.Youth : DwellingKind.Family, Rooms = rooms, SquareMetres = metres, Rent = rent + (estate.IsIntegrationSupporting ? 0 : 20 * number),
            Use = use, IsAccessible = number % 4 == 0, AvailableFrom = audit.Day.AddDays(7 * (number % 6)),
        };
    }

    private async Task<IEnumerable<HousingNeed>> WaitingAsync(CancellationToken cancel) =>
        (await db.Households.AsNoTracking().Where(h => db.People.Any(p => p.HouseholdId == h.Id && !p.IsUnaccompanied) && !db.HousingNeeds.Any(n => n.HouseholdId == h.Id)).OrderBy(h => h.TakeoverDate).ThenBy(h => h.Reference).Take(MostWaiting).ToListAsync(cancel))
            .Select(h => new HousingNeed { HouseholdId = h.Id, IsWaiting = true, WaitingSince = h.TakeoverDate ?? audit.Day, Version = 1 });

    private async Task AgreeAsync(Guid[] associations, Estate estate, Account letter, CancellationToken cancel)
    {
        var rules = await AgreementRules.LoadAsync(db, practices, cancel);
        var begins = new DateOnly(audit.Day.Year, 1, 1);
        var agreement = new HousingAgreement
        {
            Name = "Rammeaftale med boligorganisationerne", From = begins, To = begins.AddMonths(rules.Months).AddDays(-1), QuarterPercent = rules.QuarterPercent, ExtraHomes = rules.ExtraHomes, ExtraTo = begins.AddMonths(rules.ExtraMonths).AddDays(-1),
            ActivityKroner = rules.ActivityKroner, HotlineHours = rules.HotlineHours, HasGuarantee = true, Version = 1,
        };
        db.Add(agreement);
        db.AddRange(associations.Select(a => new AgreementAssociation { AgreementId = agreement.Id, AssociationId = a }));
        db.AddRange(new AgreementMilestone { AgreementId = agreement.Id, Title = "De første ti familier er flyttet ind", Due = begins.AddMonths(6) }, new AgreementMilestone { AgreementId = agreement.Id, Title = "Evaluering af det første år", Due = begins.AddYears(1) });
        var peter = await db.Users.Where(a => a.Email == "peter.lund@havneby.example").Select(a => a.Id).SingleAsync(cancel);
        db.Add(new HousingCase
        {
            Kind = HousingCaseKind.Hotline, EstateId = estate.Id, What = "Vaskekælderens tider bliver ikke fulgt. Vi vil gerne have dem forklaret.", ReportedBy = "Ejendomskontoret", ReportedAt = audit.At.AddHours(-6), AnswerBy = audit.At.AddHours(rules.HotlineHours - 6),
            MunicipalOwnerId = peter, AssociationOwnerId = letter.Id, Version = 1,
        });
    }

    /// <summary>A family that got its keys two weeks and two days ago: part 1 is late, part 2 is the association's.</summary>
    private async Task MoveInAsync(Account letter, CancellationToken cancel)
    {
        if (await PlanBuilder.LoadAsync(db, practices, law, GoodMoveIn.Practice, cancel) is not { } builder
            || await db.Households.Where(h => h.HasArrived && db.People.Count(p => p.HouseholdId == h.Id) >= 3).OrderByDescending(h => h.ArrivalDate).ThenBy(h => h.Reference).FirstOrDefaultAsync(cancel) is not { } household)
            return;
        var people = await db.People.Where(p => p.HouseholdId == household.Id && p.MergedIntoId == null).ToListAsync(cancel);
        var built = builder.Build(household, people, new PlanStart(null) { Dates = new Dictionary<string, DateOnly> { [Anchor.Start] = audit.Day.AddDays(-16) } }, audit.At.AddDays(-16));
        foreach (var task in built.Tasks)
        {
            if (task.OwnerRole == GoodMoveIn.AssociationRole)
                (task.OwnerUnitId, task.OwnerAccountId) = (null, letter.Id);
            else if (task.Phase == "before" || task.Step == "inspection")
                (task.State, task.ClosedAt, task.ClosedBy) = (TaskState.Done, audit.At.AddDays(-16), household.ContactPersonId);
        }

        db.Plans.Add(built.Plan);
        db.PlanTasks.AddRange(built.Tasks);
        await TaskAccess.GiveAsync(db, household.Id, built.Tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)).Distinct(), cancel);
        await db.SaveAsync(audit, new AuditSubject(HouseholdId: household.Id, Entity: "plan", EntityId: built.Plan.Id), cancel);
    }
}
