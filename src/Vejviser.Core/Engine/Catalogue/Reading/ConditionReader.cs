using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>Reads the conditions of a step's or an offer's <c>if</c>.</summary>
internal static class ConditionReader
{
    private static readonly Dictionary<string, ResidenceBasis[]> Bases = new(StringComparer.Ordinal)
    {
        ["asylum"] = [ResidenceBasis.Asylum71, ResidenceBasis.Asylum72, ResidenceBasis.Asylum73],
        ["quota"] = [ResidenceBasis.Quota8],
        ["family"] = [ResidenceBasis.FamilyReunified],
        ["ukraine"] = [ResidenceBasis.UkraineAct],
    };

    /// <summary>The words a definition writes for grounds of stay.</summary>
    internal static IEnumerable<string> BasesOf(IReadOnlyList<ResidenceBasis> bases) => Bases.Where(b => b.Value.All(bases.Contains)).Select(b => b.Key);

    /// <param name="isOffer">True where what people said, agreed to and take part in may be asked as well.</param>
    public static StepConditions Read(YamlItem? item, DefinitionScope scope, bool isOffer = false)
    {
        if (item is null)
            return StepConditions.None;
        var fields = Fields.Of(item, scope.Problems);
        var all = AboutPerson(fields, scope).Concat(AboutHousehold(fields, scope)).OfType<Condition>().ToList();
        var said = Said(fields, scope).OfType<Condition>().ToList();
        if (said.Count > 0 && !isOffer)
            scope.Problems.Add("offer-only", item.Line, ("condition", said[0].Code));
        fields.Close();
        return new StepConditions([.. all, .. said]);
    }

    private static IEnumerable<Condition?> AboutPerson(Fields fields, DefinitionScope scope)
    {
        yield return Range(fields, scope, "age", (from, to) => new Condition.Age(from, to));
        yield return fields.YesNo("interpreter") is { } interpreter ? new Condition.Interpreter(interpreter) : null;
        yield return fields.Words("basis", Bases) is { } bases ? new Condition.Basis([.. bases.SelectMany(b => b)]) : null;
        yield return fields.Words("role", EnumWords.Of<HouseholdRole>()) is { } roles ? new Condition.Role(roles) : null;
        yield return fields.YesNo("own-business") is { } business ? new Condition.OwnBusiness(business) : null;
        yield return fields.Words("education", EnumWords.Of<EducationLevel>("unknown")) is { } levels ? new Condition.Education(levels) : null;
        yield return fields.Word("english-from", EnumWords.Of<Proficiency>("unknown")) is { } english ? new Condition.EnglishFrom(english) : null;
        yield return fields.Words("sex", EnumWords.Of<Sex>("unknown")) is { } sexes ? new Condition.OfSex(sexes) : null;
        yield return fields.Take("language") is null ? null : new Condition.Language([.. fields.Texts("language").Select(t => t.Text)]);
        yield return fields.Words("phase", EnumWords.Of<AsylumPhase>("unknown")) is { } phases ? new Condition.Phase(phases) : null;
        yield return Range(fields, scope, "denmark-months", (from, to) => new Condition.DenmarkMonths(from, to));
        yield return fields.Words("danish-track", EnumWords.Of<DanishTrack>("unknown")) is { } tracks ? new Condition.Track(tracks) : null;
        yield return fields.YesNo("work-background") is { } background ? new Condition.WorkBackground(background) : null;
    }

    private static IEnumerable<Condition?> AboutHousehold(Fields fields, DefinitionScope scope)
    {
        yield return fields.YesNo("unaccompanied") is { } unaccompanied ? new Condition.Unaccompanied(unaccompanied) : null;
        yield return fields.YesNo("has-children") is { } hasChildren ? new Condition.HasChildren(hasChildren) : null;
        yield return Range(fields, scope, "children-age", (from, to) => new Condition.ChildrenAge(from, to));
        yield return Range(fields, scope, "size", (from, to) => new Condition.Size(from, to));
        yield return fields.YesNo("at-centre") is { } centre ? new Condition.AtCentre(centre) : null;
        yield return fields.YesNo("arrived") is { } arrived ? new Condition.Arrived(arrived) : null;
        yield return Range(fields, scope, "arrival-days", (from, to) => new Condition.ArrivalDays(from, to));
        yield return fields.YesNo("single") is { } single ? new Condition.Single(single) : null;
    }

    private static IEnumerable<Condition?> Said(Fields fields, DefinitionScope scope)
    {
        yield return fields.Text("consent") is { } purpose ? new Condition.HasConsent(scope.ReferConsent(purpose, fields.LineOf("consent"))) : null;
        yield return Practices(fields, scope, "in") is { } within ? new Condition.In(within) : null;
        yield return Practices(fields, scope, "not-in") is { } outside ? new Condition.NotIn(outside) : null;
        yield return Practices(fields, scope, "completed") is { } completed ? new Condition.Completed(completed) : null;
        foreach (var question in scope.Refer("question", fields.Ids("answers")))
            yield return new Condition.Answered(question, Wanted: true);
        foreach (var question in scope.Refer("question", fields.Ids("answers-no")))
            yield return new Condition.Answered(question, Wanted: false);
    }

    private static IReadOnlyList<string>? Practices(Fields fields, DefinitionScope scope, string key) =>
        fields.Take(key) is null ? null : scope.ReferPractices(fields.Ids(key));

    private static Condition? Range(Fields fields, DefinitionScope scope, string key, Func<Figure?, Figure?, Condition> make)
    {
        var (from, to) = (scope.Figure(fields, $"{key}-from"), scope.Figure(fields, $"{key}-to"));
        if (from?.Value > to?.Value)
            scope.Problems.Add("from-after-to", fields.LineOf($"{key}-to"), ("key", key));
        return from is null && to is null ? null : make(from, to);
    }
}
