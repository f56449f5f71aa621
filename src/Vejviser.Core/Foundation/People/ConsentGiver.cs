namespace Vejviser.Core.Foundation.People;

/// <summary>Whose word a consent is.</summary>
public enum ConsentGiver
{
    Person = 1,
    CustodyHolder,

    /// <summary>The age is not known well enough: a case worker says which.</summary>
    Ask,
}

/// <summary>Who decides, by age. The age itself is the law's of the day.</summary>
public static class DecideConsentGiver
{
    /// <param name="person">With a birth date, a year, or neither.</param>
    /// <param name="on">The day of the consent.</param>
    /// <param name="age">From this age, in whole years, the person decides.</param>
    public static ConsentGiver On(Person person, DateOnly on, int age)
    {
        if (person.BirthDate is not null)
            return person.AgeOn(on) >= age ? ConsentGiver.Person : ConsentGiver.CustodyHolder;
        // Of a year alone two ages are possible until it is over.
        return (on.Year - person.BirthYear) switch
        {
            null => ConsentGiver.Ask,
            var oldest when oldest - 1 >= age => ConsentGiver.Person,
            var oldest when oldest < age => ConsentGiver.CustodyHolder,
            _ => ConsentGiver.Ask,
        };
    }
}
