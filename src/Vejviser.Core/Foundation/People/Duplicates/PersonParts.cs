namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>The parts that this module holds itself; others register theirs beside them.</summary>
public static class PersonParts
{
    public static IReadOnlyList<IPersonPart> OfPeople { get; } =
        [new CprsOfPerson(), new LanguagesOfPerson(), new RelationsOfPerson(), new ConsentsOfPerson(), new AccessesOfPerson()];
}
