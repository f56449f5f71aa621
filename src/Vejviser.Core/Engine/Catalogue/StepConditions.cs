namespace Vejviser.Core.Engine.Catalogue;

/// <summary>Whether a step or an offer is for somebody, with every condition's own answer.</summary>
public sealed record Verdict(Truth Truth, IReadOnlyList<Answer> Answers)
{
    /// <summary>Codes of the conditions whose facts are not known yet.</summary>
    public IEnumerable<string> Unknown => Answers.Where(a => a.Truth == Truth.Unknown).Select(a => a.Code).Distinct();
}

/// <summary>All the conditions of a step or an offer; none means it is for all.</summary>
public sealed record StepConditions(IReadOnlyList<Condition> All)
{
    public static readonly StepConditions None = new([]);

    /// <summary>For a step of the household: what is said of the household holds, and one of its people fits all that is said of a person.</summary>
    public Verdict Ask(HouseholdFacts household, DateOnly day)
    {
        var about = AboutHousehold(household, day).Concat(All.OfType<Condition.Basis>().Select(c => c.Ask(household.Basis)));
        var personal = All.OfType<Condition.AboutPerson>().ToList();
        if (personal.Count == 0)
            return Conclude(about);
        var best = household.People.Select(p => Conclude(personal.Select(c => c.Ask(p, day)))).DefaultIfEmpty(new Verdict(Truth.No, [])).MaxBy(v => v.Truth)!;
        var rest = Conclude(about);
        return new Verdict((Truth)Math.Min((int)best.Truth, (int)rest.Truth), [.. rest.Answers, .. best.Answers]);
    }

    /// <summary>For a step of each person.</summary>
    public Verdict Ask(HouseholdFacts household, PersonFacts person, DateOnly day) => Conclude(
        AboutHousehold(household, day)
            .Concat(All.OfType<Condition.Basis>().Select(c => c.Ask(person.Basis)))
            .Concat(All.OfType<Condition.AboutPerson>().Select(c => c.Ask(person, day))));

    internal StepConditions With(IReadOnlyDictionary<string, int> settings) => new([.. All.Select(c => c.With(settings))]);

    internal bool SameAs(StepConditions other) =>
        All.Count == other.All.Count && All.Zip(other.All).All(p => p.First.Written == p.Second.Written);

    private IEnumerable<Answer> AboutHousehold(HouseholdFacts household, DateOnly day) =>
        All.OfType<Condition.AboutHousehold>().Select(c => c.Ask(household, day));

    private static Verdict Conclude(IEnumerable<Answer> answers)
    {
        var all = answers.ToList();
        return new Verdict(all.Select(a => a.Truth).DefaultIfEmpty(Truth.Yes).Min(), all);
    }
}
