using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Tests.Engine.Catalogue;

/// <summary>How a definition says whom it is offered to, its meetings, courses, partners, ending, effects and measures.</summary>
public sealed class OfferingReadingTests
{
    private const string Yaml = """
        id: whole
        chapter: employment
        origin: { municipalities: [Havneby], page: 31 }
        version: 1
        for: person
        lead: advisor
        contact: advisor
        settings:
          seats: { default: 16, unit: people, page: 31 }
          every: { default: 2, unit: weeks, page: 31 }
          months: { default: 12, unit: months, page: 31 }
        roles: [advisor, teacher]
        phases: [course]
        areas: [employment]
        questions: [likes-work]
        anchors:
          start: { source: enrolment }
          grown-up: { source: person, birthday: 18 }
        offer:
          if: { phase: [second], denmark-months-to: 36, consent: contact-by-volunteers, not-in: [whole], answers: [likes-work] }
          decided-by: advisor
          voluntary: false
          by-referral: true
          referred-by: [teacher]
        capacity: { seats: "${seats}", per: municipality }
        limits: { group-most: "${seats}" }
        steps:
          - { id: begin, area: employment, phase: course, owner: advisor, due: { days: 0, from: start } }
          - { id: grown, area: employment, phase: course, owner: advisor, partner: firm, due: { days: 0, from: grown-up } }
        meetings:
          - { id: cafe, kind: series, rule: "FREQ=WEEKLY;INTERVAL=${every};BYDAY=WE", at: "16:30", minutes: 90, with: [advisor], invites: group, partners: [firm] }
          - { id: talk, kind: chain, due: { days: -1, from: cafe }, with: [advisor], invites: person, interpreter: always, room: phone, step: grown }
        courses:
          - { id: danish, weeks: 26, seats: "${seats}", intake: rolling, modules: [one, two], sessions: [{ id: lesson, per-week: 5, minutes: 45, led-by: teacher }], certificate: true }
        partners: [{ id: firm, kind: company }]
        ending: { completed: [begin], broken-off: [moved], moves-on-to: [whole] }
        effects: [{ id: skip, on: completed, do: skip-steps, practice: whole, steps: [begin] }]
        outcomes: [in-work]
        measures: [{ id: work, unit: permille, numerator: { outcome: in-work }, denominator: { plans: ended }, window: { months: "${months}" }, target: 500 }]
        setup: [{ id: agreement, owner: advisor }]
        """;

    private const string Danish = """
        title: Hel
        summary: Med alt.
        roles: { advisor: Rådgiver, teacher: Lærer }
        phases: { course: Kursus }
        settings: { seats: Pladser, every: Uger, months: Måneder }
        questions: { likes-work: Vil gerne arbejde? }
        anchors: { grown-up: Fylder 18 }
        limits: { group-most: Største hold }
        steps: { begin: { title: Begynd, how: Mød op. }, grown: { title: Voksen, how: Ring. } }
        meetings: { cafe: { title: Café, about: Kaffe. }, talk: { title: Samtale, about: Snak. } }
        courses: { danish: { title: Dansk, modules: { one: Et, two: To }, sessions: { lesson: Lektion } } }
        partners: { firm: { name: Firma, part: Arbejde. } }
        ending: { moved: Flyttet }
        effects: { skip: Springer over. }
        outcomes: { in-work: I arbejde }
        measures: { work: { title: I arbejde, about: Andel. } }
        setup: { agreement: { title: Aftale, how: Lav den. } }
        citizen: { title: Kursus, what: Du lærer., choice: Du må sige nej. }
        """;

    private const string Tigrinya = "native-checked: false\ncitizen: { title: ኮርስ, what: ትመሃር., choice: ክትኣቢ ትኽእል. }";
    private const string Roles = "roles: [advisor, teacher]";

    private static readonly Texts Sentences = Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"));

    [Fact]
    public void Read_Whole_GivesItsParts()
    {
        var reading = Read(Yaml);

        Assert.Empty(reading.Problems);
        var practice = reading.Catalogue.Practices.Single();
        Assert.Equal((PracticeFor.Person, 5, 16), (practice.For, practice.ChapterNumber, practice.Capacity!.Seats.Value));
        Assert.Equal((false, true, "advisor"), (practice.Offer.IsVoluntary, practice.Offer.IsByReferral, practice.Offer.DecidedBy));
        Assert.Equal(["phase", "denmark-months", "consent", "not-in", "answered"], practice.Offer.If.All.Select(c => c.Code));
        Assert.Equal("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", practice.Meetings[0].RuleInForce);
        Assert.Equal(new TimeOnly(16, 30), practice.Meetings[0].At);
        Assert.Equal("cafe", practice.Meetings[1].Due!.Anchor);
        Assert.Equal([null, "grown"], practice.Meetings.Select(m => m.Step));
        Assert.Equal(["one", "two"], practice.Courses[0].Modules);
        Assert.Equal(PartnerKind.Company, practice.Partners[0].Kind);
        Assert.Equal([null, "firm"], practice.Steps.Select(s => s.Partner));
        Assert.Equal(new Countable.WithOutcome("in-work"), practice.Measures[0].Numerator);
        Assert.Equal(12, practice.Measures[0].Window!.Amount.Value);
        Assert.False(practice.CitizenTexts["ti"].IsNativeChecked);
        Assert.All(practice.Steps, s => Assert.Equal(StepEach.Person, s.Each));
    }

    [Fact]
    public void With_ChangedSetting_ReachesOfferMeetingCourseAndMeasure()
    {
        var changed = Read(Yaml).Catalogue.Practices.Single().With(new PracticeChanges { Settings = new Dictionary<string, int> { ["seats"] = 20, ["every"] = 3, ["months"] = 6 } });

        Assert.Equal((20, 20, 20), (changed.Capacity!.Seats.Value, changed.Courses[0].Seats!.Value.Value, changed.LimitOf("group-most")));
        Assert.Equal("FREQ=WEEKLY;INTERVAL=3;BYDAY=WE", changed.Meetings[0].RuleInForce);
        Assert.Equal(6, changed.Measures[0].Window!.Amount.Value);
        Assert.Throws<InvalidOperationException>(() => changed.LimitOf("group-least"));
    }

    [Theory]
    [InlineData("for: person\n", "", "missing-key", 1)]
    [InlineData("for: person", "for: nobody", "unknown-value", 5)]
    [InlineData("lead: advisor", "lead: king", "unknown-role", 6)]
    [InlineData("partner: firm", "partner: farm", "unknown-partner", 29)]
    [InlineData("birthday: 18 }", "birthday: 18, rule: takeover }", "rule-without-law", 18)]
    [InlineData("start: { source: enrolment }", "start: { source: enrolment, birthday: 3 }", "birthday-without-person", 17)]
    [InlineData("for: person", "for: household", "birthday-of-household", 18)]
    [InlineData("decided-by: advisor", "decided-by: king", "unknown-role", 21)]
    [InlineData("answers: [likes-work]", "answers: [likes-tea]", "unknown-question", 20)]
    [InlineData(", answers: [likes-work]", "", "unused-question", 15)]
    [InlineData("phase: [second]", "phase: [fifth]", "unknown-value", 20)]
    [InlineData("consent: contact-by-volunteers", "consent: all", "unknown-consent", 20)]
    [InlineData("not-in: [whole]", "not-in: [half]", "unknown-practice", 20)]
    [InlineData("due: { days: 0, from: start } }", "if: { not-in: [whole] }, due: { days: 0, from: start } }", "offer-only", 28)]
    [InlineData("owner: advisor, due: { days: 0, from: start }", "owner: advisor, each: household, due: { days: 0, from: start }", "household-step-of-person", 28)]
    [InlineData("capacity: { seats: \"${seats}\"", "capacity: { seats: 0", "below-1", 25)]
    [InlineData("kind: series, rule: \"FREQ=WEEKLY;INTERVAL=${every};BYDAY=WE\"", "kind: series, rule: \"FREQ=OFTEN;INTERVAL=${every}\"", "not-a-recurrence", 31)]
    [InlineData("kind: series", "kind: single, due: { days: 1, from: start }", "rule-without-series", 31)]
    [InlineData("kind: series", "kind: series, due: { days: 1, from: start }", "meeting-due-and-rule", 31)]
    [InlineData("at: \"16:30\"", "at: \"half past four\"", "not-a-time", 31)]
    [InlineData("from: cafe", "from: tea", "unknown-date", 32)]
    [InlineData("partners: [firm]", "partners: [company]", "unknown-partner", 31)]
    [InlineData("step: grown", "step: groan", "unknown-step", 32)]
    [InlineData("weeks: 26", "weeks: 26, days: 3", "weeks-or-days", 34)]
    [InlineData("kind: company", "kind: friend", "unknown-value", 35)]
    [InlineData("moves-on-to: [whole]", "moves-on-to: [half]", "unknown-practice", 36)]
    [InlineData("completed: [begin]", "completed: [end]", "unknown-step", 36)]
    [InlineData("steps: [begin] }]", "steps: [end] }]", "unknown-step-of", 37)]
    [InlineData("do: skip-steps", "do: start-practice", "steps-without-skip", 37)]
    [InlineData("outcome: in-work }", "outcome: rich }", "unknown-outcome", 39)]
    [InlineData("outcomes: [in-work]", "outcomes: [in-work, rich]", "unused-outcome", 38)]
    [InlineData("{ outcome: in-work }", "{ outcome: in-work, goal: x }", "one-countable", 39)]
    [InlineData("{ outcome: in-work }", "{ outcome: in-work, in-time: true }", "in-time-without-step", 39)]
    [InlineData("unit: permille", "unit: number", "number-with-denominator", 39)]
    [InlineData("months: \"${months}\" }", "months: \"${months}\", days: 2 }", "window-one-unit", 39)]
    [InlineData("roles: [advisor, teacher]", "roles: [advisor, teacher, wizard]", "unfillable-role", 12)]
    public void Read_Fault_IsRefusedAtItsLine(string sound, string faulty, string code, int line)
    {
        var yaml = Yaml.ReplaceLineEndings("\n");
        Assert.Contains(sound, yaml, StringComparison.Ordinal);
        var at = yaml.IndexOf(sound, StringComparison.Ordinal);

        var problems = Read(yaml[..at] + faulty + yaml[(at + sound.Length)..]).Problems;

        Assert.Contains(problems, p => p.Code == code && p.Line == line && p.File == "05-employment/whole.yaml");
        Assert.All(Texts.Languages, l => Assert.True(Sentences.Has(l, $"catalogue.problem.{code}")));
    }

    [Theory]
    [InlineData("native-checked: false\n", "", "missing-key")]
    [InlineData("title: ኮርስ", "title: ''", "empty-text")]
    [InlineData("title: ኮርስ", "title: \"{law:crown}\"", "unknown-slot")]
    public void Read_FaultInTheNewcomersTexts_IsRefused(string sound, string faulty, string code) =>
        Assert.Contains(Read(Yaml, Tigrinya.Replace(sound, faulty, StringComparison.Ordinal)).Problems, p => p.Code == code && p.File == "05-employment/whole.ti.yaml");

    private static CatalogueReading Read(string yaml, string tigrinya = Tigrinya) => PracticeCatalogue.Read(
        [
            new("05-employment/whole.yaml", yaml), new("05-employment/whole.da.yaml", Danish), new("05-employment/whole.en.yaml", Danish), new("05-employment/whole.ti.yaml", tigrinya),
            new("roles.yaml", Roles),
        ],
        ["contact-by-volunteers"]);
}
