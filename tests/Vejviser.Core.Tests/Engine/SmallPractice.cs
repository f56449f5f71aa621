using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Tests.Engine;

/// <summary>A practice small enough to know by heart, and what the tests ask it with.</summary>
internal static class SmallPractice
{
    public const string Folder = "02-reception";

    public const string Yaml = """
        id: small-plan
        chapter: reception
        origin: { municipalities: [Havneby], page: 13 }
        version: 1
        for: household
        lead: reception-unit
        contact: advisor
        offer: { decided-by: advisor }
        ending: { completed: [make-cv], broken-off: [moved] }
        measures: [{ id: done, unit: percent, numerator: { state: completed }, denominator: { plans: ended } }]
        settings:
          ready-week: { default: 2, unit: weeks, page: 13 }
          adult-age: { default: 18, unit: years, source: own estimate }
        roles: [reception-unit, advisor]
        phases: [before-arrival, week-1]
        areas: [housing, employment]
        anchors:
          allocation: { source: household }
          takeover: { source: law, rule: takeover }
          arrival: { source: household, or: takeover }
          contract-deadline: { source: law, rule: contract-deadline }
        goals:
          job-ready: { due: { week: "${ready-week}", after: arrival, weekday: friday } }
        steps:
          - id: find-home
            area: housing
            phase: before-arrival
            owner: reception-unit
            due: { workdays: -5, from: arrival }
            blocks: [job-ready]
            checklist: [keys, meter]
          - id: hand-over-keys
            area: housing
            phase: week-1
            owner: reception-unit
            due: { days: 0, from: arrival, roll: next }
            after: [find-home]
          - id: make-cv
            area: employment
            phase: week-1
            owner: advisor
            each: person
            if: { age-from: ${adult-age} }
            due: { week: ${ready-week}, after: arrival }
            blocks: [job-ready]
            evidence: note
            evidence-required: true
          - id: old-plan
            area: employment
            phase: week-1
            owner: advisor
            law: { to: 2016-06-30 }
            due: { months: 3, from: takeover }
          - id: contract
            area: employment
            phase: week-1
            owner: advisor
            each: person
            if: { age-from: 18, education: [university, vocational] }
            law: { from: 2016-07-01 }
            due: { days: 0, from: contract-deadline }
            after: [make-cv, hand-over-keys]
        """;

    public const string Danish = """
        title: Lille plan
        summary: En plan til prøver.
        roles: { reception-unit: Modtageenheden, advisor: Rådgiver }
        phases: { before-arrival: Før ankomst, week-1: Uge 1 }
        goals: { job-ready: Klar til job }
        settings: { ready-week: Uge, adult-age: Alder }
        steps:
          find-home: { title: Find en bolig, how: Ring til boligselskabet., checklist: { keys: Nøgler, meter: Måler } }
          hand-over-keys: { title: Giv nøgler, how: Mød op. }
          make-cv: { title: Lav CV, how: "Brug uge {setting:ready-week}." }
          old-plan: { title: Familiens plan, how: Skriv planen. }
          contract: { title: "Skriv {law:contract}", how: Skriv sammen. }
        ending: { moved: Flyttet }
        measures: { done: { title: Gennemført, about: Hvor mange der gennemfører. } }
        advice: [Begynd tidligt.]
        citizen: { title: Din plan, what: Vi hjælper dig., choice: Du må sige nej. }
        """;

    public const string English = """
        title: Small plan
        summary: A plan for tests.
        roles: { reception-unit: Reception unit, advisor: Advisor }
        phases: { before-arrival: Before arrival, week-1: Week 1 }
        goals: { job-ready: Job-ready }
        settings: { ready-week: Week, adult-age: Age }
        steps:
          find-home: { title: Find a home, how: Call the association., checklist: { keys: Keys, meter: Meter } }
          hand-over-keys: { title: Hand over keys, how: Be there. }
          make-cv: { title: Make a CV, how: "Use week {setting:ready-week}." }
          old-plan: { title: Family plan, how: Write the plan. }
          contract: { title: "Write the {law:contract}", how: Write together. }
        ending: { moved: Moved }
        measures: { done: { title: Completed, about: How many complete it. } }
        advice: [Begin early.]
        citizen: { title: Your plan, what: We help you., choice: You may say no. }
        """;

    /// <summary>2026-04-02 and -03 are Maundy Thursday and Good Friday, -06 Easter Monday; 2026-05-15 is the municipality's own.</summary>
    public static readonly WorkdayCalendar Workdays = new(
        new HashSet<DateOnly> { Day("2026-04-02"), Day("2026-04-03"), Day("2026-04-06") }.Contains, new HashSet<DateOnly> { Day("2026-05-15") });

    public static PracticeDefinition Definition => Catalogue().Practices.Single();

    public static PracticeCatalogue Catalogue() => Read(Yaml) is { Problems.Count: 0 } reading
        ? reading.Catalogue
        : throw new InvalidOperationException(string.Join('\n', Read(Yaml).Problems));

    public static CatalogueReading Read(string yaml, string? danish = null) => PracticeCatalogue.Read(
    [
        new($"{Folder}/small-plan.yaml", yaml), new($"{Folder}/small-plan.da.yaml", danish ?? Danish), new($"{Folder}/small-plan.en.yaml", English),
    ]);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static PersonFacts Person(HouseholdRole role, DateOnly? born, int? year = null, EducationLevel education = EducationLevel.University) => new(
        Guid.CreateVersion7(), role, born, year, NeedsInterpreter: true, Proficiency.Basic, education, HadOwnBusiness: false, ResidenceBasis.Asylum71, IsUnaccompanied: false);
}
