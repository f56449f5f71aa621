using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Tests.Engine;

/// <summary>A course for a person with two seats, the practice that follows it, whose introduction it makes needless, and a job that ends it.</summary>
internal static class SmallCourse
{
    private const string Course = """
        id: small-course
        chapter: employment
        origin: { municipalities: [Havneby], page: 36 }
        version: 1
        for: person
        lead: advisor
        contact: advisor
        settings:
          seats: { default: 2, unit: seats, page: 36 }
          weeks: { default: 4, unit: weeks, page: 36 }
          least-age: { default: 18, unit: years, source: own estimate }
        roles: [advisor]
        phases: [course]
        areas: [employment]
        anchors:
          start: { source: enrolment }
          placement-start: { source: enrolment, or: start }
          grown-up: { source: person, birthday: "${least-age}" }
        offer: { if: { age-from: "${least-age}" }, decided-by: advisor, consent: contact-by-volunteers }
        capacity: { seats: "${seats}" }
        steps:
          - { id: begin, area: employment, phase: course, owner: advisor, due: { days: 0, from: start } }
          - { id: placement, area: employment, phase: course, owner: advisor, due: { weeks: 1, from: placement-start } }
          - { id: finish, area: employment, phase: course, owner: advisor, due: { weeks: "${weeks}", from: start } }
          - { id: congratulate, area: employment, phase: course, owner: advisor, due: { days: 0, from: grown-up } }
        ending: { completed: [finish], broken-off: [moved, got-work], moves-on-to: [small-next] }
        effects:
          - { id: no-introduction, on: completed, do: skip-steps, practice: small-next, steps: [introduction] }
          - { id: go-on, on: moved-on, do: start-practice, practice: small-next }
          - { id: family-comes, on: family-arrived, do: start-practice, practice: small-next }
        outcomes: [in-work]
        measures: [{ id: in-work, unit: percent, numerator: { outcome: in-work }, denominator: { plans: ended } }]
        """;

    private const string CourseTexts = """
        title: Lille kursus
        summary: Et kursus til prøver.
        roles: { advisor: Rådgiver }
        phases: { course: Kursus }
        settings: { seats: Pladser, weeks: Uger, least-age: Alder }
        anchors: { placement-start: Praktik fra, grown-up: Fylder år }
        steps:
          begin: { title: Begynd, how: Mød op. }
          placement: { title: Praktik, how: Mød op. }
          finish: { title: Slut, how: Hold samtalen. }
          congratulate: { title: Ønsk tillykke, how: Ring. }
        ending: { moved: Flyttet, got-work: Fik arbejde }
        effects: { no-introduction: Springer introduktionen over., go-on: Går videre., family-comes: Begynder det næste. }
        outcomes: { in-work: I arbejde }
        measures: { in-work: { title: I arbejde, about: Hvor mange. } }
        citizen: { title: Kursus, what: Du lærer., choice: Du må sige nej. }
        """;

    private const string Next = """
        id: small-next
        chapter: employment
        origin: { municipalities: [Havneby], page: 32 }
        version: 1
        for: person
        lead: advisor
        contact: advisor
        roles: [advisor]
        phases: [course]
        areas: [employment]
        anchors: { start: { source: enrolment } }
        offer: { decided-by: advisor }
        steps:
          - { id: introduction, area: employment, phase: course, owner: advisor, due: { days: 5, from: start } }
          - { id: work, area: employment, phase: course, owner: advisor, due: { days: 30, from: start } }
        ending: { completed: [work], broken-off: [moved] }
        measures: [{ id: done, unit: number, numerator: { state: completed } }]
        """;

    private const string NextTexts = """
        title: Næste
        summary: Det næste.
        roles: { advisor: Rådgiver }
        phases: { course: Kursus }
        steps: { introduction: { title: Introduktion, how: Mød op. }, work: { title: Arbejd, how: Mød op. } }
        ending: { moved: Flyttet }
        measures: { done: { title: Gennemført, about: Hvor mange. } }
        citizen: { title: Næste, what: Du lærer., choice: Du må sige nej. }
        """;

    private const string Job = """
        id: small-job
        chapter: employment
        origin: { municipalities: [Havneby], page: 32 }
        version: 1
        for: person
        lead: advisor
        contact: advisor
        settings:
          seats: { default: 1, unit: seats, page: 36 }
        roles: [advisor]
        phases: [job]
        areas: [employment]
        anchors: { start: { source: enrolment } }
        offer: { decided-by: advisor }
        capacity: { seats: "${seats}" }
        steps:
          - { id: work, area: employment, phase: job, owner: advisor, due: { days: 30, from: start } }
        ending: { completed: [work], broken-off: [moved] }
        effects:
          - { id: no-more-course, on: started, do: end-practice, practice: small-course }
        measures: [{ id: done, unit: number, numerator: { state: completed } }]
        """;

    private const string JobTexts = """
        title: Job
        summary: Et job.
        roles: { advisor: Rådgiver }
        phases: { job: Job }
        settings: { seats: Pladser }
        steps: { work: { title: Arbejd, how: Mød op. } }
        ending: { moved: Flyttet }
        effects: { no-more-course: Kurset slutter. }
        measures: { done: { title: Gennemført, about: Hvor mange. } }
        citizen: { title: Job, what: Du arbejder., choice: Du må sige nej. }
        """;

    public static PracticeCatalogue Catalogue()
    {
        var reading = PracticeCatalogue.Read(new[] { ("small-course", Course, CourseTexts), ("small-next", Next, NextTexts), ("small-job", Job, JobTexts) }.SelectMany(p => new CatalogueFile[]
        {
            new($"05-employment/{p.Item1}.yaml", p.Item2), new($"05-employment/{p.Item1}.da.yaml", p.Item3), new($"05-employment/{p.Item1}.en.yaml", p.Item3),
        }));
        return reading.Problems.Count == 0 ? reading.Catalogue : throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
