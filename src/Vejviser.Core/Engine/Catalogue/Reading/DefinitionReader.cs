namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>Reads a practice's structure. What can be read is read, so that one reading tells every problem.</summary>
internal sealed class DefinitionReader
{
    private static readonly string[] HouseholdAnchors = ["allocation", "takeover", "arrival", "registered"];

    private static readonly string[] LawRules = ["takeover", "contract-deadline", "family-plan-deadline", "health-assessment"];

    private static readonly DueRule NoDueRule = new DueRule.Offset { Amount = 0, Unit = DueUnit.Days, Anchor = "" };

    private readonly Problems problems;
    private readonly DefinitionScope scope;
    private readonly List<(string From, string To, int Line)> dependencies = [];
    private PracticeFor practiceFor;

    private DefinitionReader(Problems problems)
    {
        this.problems = problems;
        scope = new DefinitionScope(problems);
    }

    /// <summary>The definition without its texts, null where the file holds none at all; and what it refers to outside itself.</summary>
    public static (PracticeDefinition? Definition, DefinitionScope Scope) Read(string text, Problems problems)
    {
        var reader = new DefinitionReader(problems);
        return (YamlTree.Parse(text, problems) is { } root ? reader.Read(Fields.Of(root, problems)) : null, reader.scope);
    }

    private PracticeDefinition? Read(Fields fields)
    {
        var id = fields.Text("id", isRequired: true);
        var chapter = fields.Text("chapter", isRequired: true);
        if (chapter is not null && !PracticeDefinition.Chapters.Contains(chapter))
            problems.Add("unknown-chapter", fields.LineOf("chapter"), ("id", chapter));
        var origin = ReadOrigin(fields);
        var version = fields.Number("version", isRequired: true);
        if (version < 1)
            problems.Add("version-below-1", fields.LineOf("version"));
        practiceFor = fields.Word<PracticeFor>("for", isRequired: true) ?? PracticeFor.Household;
        var settings = ReadSettings(fields);
        var (roles, phases, areas) = (fields.Ids("roles", true), fields.Ids("phases", true), fields.Ids("areas", true));
        scope.Declare("role", roles);
        scope.Declare("phase", phases);
        scope.Declare("area", areas);
        foreach (var (area, line) in areas.Where(a => !PracticeDefinition.Chapters.Contains(a.Id)))
            problems.Add("unknown-area", line, ("id", area));
        var questions = fields.Ids("questions");
        scope.Declare("question", questions);
        var lead = scope.Refer("role", fields.Text("lead", true), fields.LineOf("lead"));
        var contact = scope.Refer("role", fields.Text("contact", true), fields.LineOf("contact"));
        var (offers, meetings) = (new OfferReader(scope), new MeetingReader(scope));
        var partners = offers.Partners(fields);
        var anchors = ReadAnchors(fields);
        var goals = ReadGoals(fields);
        var steps = ReadSteps(fields);
        var outcomes = fields.Ids("outcomes");
        scope.Declare("outcome", outcomes);
        var definition = new PracticeDefinition
        {
            Id = id ?? "",
            Chapter = chapter ?? "",
            Origin = origin,
            Version = version ?? 1,
            For = practiceFor,
            Lead = lead ?? "",
            Contact = contact ?? "",
            Offer = offers.Offer(fields),
            Capacity = offers.Capacity(fields),
            Limits = offers.Limits(fields),
            Questions = [.. questions.Select(q => q.Id)],
            Partners = partners,
            Setup = offers.Setup(fields),
            Ending = offers.Ending(fields),
            Effects = offers.Effects(fields),
            Meetings = meetings.Meetings(fields),
            Courses = meetings.Courses(fields),
            Outcomes = [.. outcomes.Select(o => o.Id)],
            Measures = new MeasureReader(scope).Read(fields),
            Surveys = new SurveyReader(scope).Read(fields),
            Starts = ReadStarts(fields),
            Settings = settings,
            Roles = [.. roles.Select(r => r.Id)],
            Phases = [.. phases.Select(p => p.Id)],
            Areas = [.. areas.Select(a => a.Id)],
            Anchors = anchors,
            Goals = goals,
            Steps = steps,
            Texts = new Dictionary<string, PracticeTexts>(),
            CitizenTexts = new Dictionary<string, CitizenTexts>(),
        };
        fields.Close();
        scope.TellUnused("setting");
        scope.TellUnused("role");
        scope.TellUnused("question");
        scope.TellUnused("outcome");
        return id is null || chapter is null ? null : definition;
    }

    private Origin ReadOrigin(Fields fields)
    {
        if (fields.Require("origin") is not { } item)
            return new Origin([], 0);
        var inner = Fields.Of(item, problems);
        var origin = new Origin([.. inner.Texts("municipalities", true).Select(m => m.Text)], inner.Number("page", true) ?? 0);
        inner.Close();
        return origin;
    }

    private List<Setting> ReadSettings(Fields fields)
    {
        var settings = new List<Setting>();
        var entries = fields.Entries("settings");
        scope.Declare("setting", entries.Select(e => (e.Key, e.Line)));
        foreach (var entry in entries)
        {
            var inner = Fields.Of(entry.Value, problems);
            var value = inner.Number("default", true) ?? 0;
            var setting = new Setting(entry.Key, value, value, inner.Text("unit", true) ?? "", inner.Number("page"), inner.Text("source"));
            if (setting is { Page: null, Source: null })
                problems.Add("setting-without-origin", entry.Line, ("id", entry.Key));
            settings.Add(setting);
            scope.Settings[entry.Key] = value;
            inner.Close();
        }

        return settings;
    }

    private List<PracticeStart> ReadStarts(Fields fields)
    {
        var starts = new List<PracticeStart>();
        foreach (var start in scope.Items(fields, "starts"))
        {
            var (id, place, first) = (start.Id(), scope.Refer("step", start.Text("place", true), start.LineOf("place")), scope.Refer("step", start.Text("start", true), start.LineOf("start")));
            var needs = scope.Refer("step", start.Ids("needs"));
            start.Close();
            scope.DeclareOne("start", id, start.Line);
            if (id is not null && place is not null && first is not null)
                starts.Add(new PracticeStart(id, place, first, needs));
        }

        return starts;
    }

    private List<Anchor> ReadAnchors(Fields fields)
    {
        var anchors = new List<Anchor>();
        var entries = fields.Entries("anchors", isRequired: true);
        scope.Declare("anchor", entries.Select(e => (e.Key, e.Line)));
        foreach (var entry in entries)
        {
            var inner = Fields.Of(entry.Value, problems);
            var (source, rule) = (inner.Word<AnchorSource>("source", isRequired: true), inner.Text("rule"));
            var birthday = scope.Figure(inner, "birthday", isRequired: source == AnchorSource.Person);
            if (source == AnchorSource.Household && !HouseholdAnchors.Contains(entry.Key))
                problems.Add("not-on-household", entry.Line, ("id", entry.Key), ("known", string.Join(", ", HouseholdAnchors)));
            if (source == AnchorSource.Law != rule is not null)
                problems.Add(rule is null ? "law-without-rule" : "rule-without-law", entry.Line, ("id", entry.Key));
            if (rule is not null && !LawRules.Contains(rule))
                problems.Add("unknown-law-rule", inner.LineOf("rule"), ("id", rule), ("known", string.Join(", ", LawRules)));
            if (source == AnchorSource.Person && practiceFor == PracticeFor.Household)
                problems.Add("birthday-of-household", entry.Line, ("id", entry.Key));
            if (birthday is not null && source != AnchorSource.Person)
                problems.Add("birthday-without-person", entry.Line, ("id", entry.Key));
            anchors.Add(new Anchor(entry.Key, source ?? AnchorSource.Household, rule, scope.Refer("anchor", inner.Text("or"), inner.LineOf("or")), birthday));
            inner.Close();
        }

        Cycles.Tell(anchors.Where(a => a.Or is not null).Select(a => (a.Id, a.Or!, entries.First(e => e.Key == a.Id).Line)), "anchor-cycle", problems);
        return anchors;
    }

    private List<Goal> ReadGoals(Fields fields)
    {
        var entries = fields.Entries("goals");
        scope.Declare("goal", entries.Select(e => (e.Key, e.Line)));
        var goals = new List<Goal>();
        foreach (var entry in entries)
        {
            var inner = Fields.Of(entry.Value, problems);
            goals.Add(new Goal(entry.Key, DueRuleReader.Read(inner.Take("due"), scope)));
            inner.Close();
        }

        return goals;
    }

    private List<Step> ReadSteps(Fields fields)
    {
        var steps = new List<Step>();
        var ids = new List<(string Id, int Line)>();
        var item = fields.Require("steps");
        if (item is not (null or YamlList))
            problems.Add("not-a-list", item.Line, ("key", "steps"));
        foreach (var step in (item as YamlList)?.Items ?? [])
        {
            if (ReadStep(Fields.Of(step, problems)) is not { } read)
                continue;
            if (ids.Exists(i => i.Id == read.Id))
                problems.Add("duplicate-id", step.Line, ("id", read.Id));
            else
                steps.Add(read);
            ids.Add((read.Id, step.Line));
        }

        scope.Declare("step", ids);
        foreach (var (_, to, line) in dependencies)
            scope.Refer("step", to, line);
        Cycles.Tell(dependencies, "step-cycle", problems);
        return steps;
    }

    private Step? ReadStep(Fields fields)
    {
        var id = fields.Text("id", isRequired: true);
        if (id is not null && (!Fields.IsId(id) || id == Step.Own))
            problems.Add("not-an-id", fields.LineOf("id"), ("id", id));
        var area = scope.Refer("area", fields.Text("area", true), fields.LineOf("area"));
        var phase = scope.Refer("phase", fields.Text("phase", true), fields.LineOf("phase"));
        var owner = scope.Refer("role", fields.Text("owner", true), fields.LineOf("owner"));
        var partner = scope.Refer("partner", fields.Text("partner"), fields.LineOf("partner"));
        var each = fields.Word<StepEach>("each") ?? (practiceFor == PracticeFor.Person ? StepEach.Person : StepEach.Household);
        if (practiceFor == PracticeFor.Person && each == StepEach.Household)
            problems.Add("household-step-of-person", fields.LineOf("each"));
        var conditions = ConditionReader.Read(fields.Take("if"), scope);
        var law = ReadLaw(fields);
        var due = DueRuleReader.Read(fields.Require("due"), scope);
        var after = fields.Ids("after");
        var blocks = scope.Refer("goal", fields.Ids("blocks"));
        var checklist = fields.Ids("checklist");
        var evidence = fields.Word<EvidenceKind>("evidence") ?? EvidenceKind.None;
        var isRequired = fields.YesNo("evidence-required") ?? false;
        if (isRequired && evidence == EvidenceKind.None)
            problems.Add("evidence-required-of-none", fields.LineOf("evidence-required"));
        fields.Close();
        if (id is null)
            return null;
        dependencies.AddRange(after.Select(a => (id, a.Id, a.Line)));
        // A step that lacks a part is kept: its texts and those that wait for it are not to blame. The reading is refused all the same.
        return new Step(
            id, area ?? "", phase ?? "", owner ?? "", each, conditions, law, due ?? NoDueRule, [.. after.Select(a => a.Id)], blocks,
            [.. checklist.Select(c => c.Id)], evidence, isRequired)
        {
            Partner = partner,
        };
    }

    private LawPeriod ReadLaw(Fields fields)
    {
        if (fields.Take("law") is not { } item)
            return LawPeriod.Always;
        var inner = Fields.Of(item, problems);
        var law = new LawPeriod(inner.Date("from"), inner.Date("to"));
        if (law.From > law.To)
            problems.Add("from-after-to", item.Line, ("key", "law"));
        inner.Close();
        return law;
    }
}
