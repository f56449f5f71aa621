namespace Vejviser.Core.Foundation.Common;

/// <summary>Age in whole years.</summary>
public static class Age
{
    /// <summary>One is a child until it: værgemålsloven § 1, unchanged in all the years the product knows.</summary>
    public const int OfMajority = 18;

    /// <summary>Who is born on 29 February is a year older on 28 February of a common year.</summary>
    public static int On(DateOnly day, DateOnly born)
    {
        var age = day.Year - born.Year;
        return born.AddYears(age) > day ? age - 1 : age;
    }

    /// <summary>By the year alone where only that is known: the age reached in it; null where not even the year is known.</summary>
    public static int? On(DateOnly day, DateOnly? born, int? year) => born is { } date ? On(day, date) : day.Year - year;
}
