using System.Globalization;

namespace Vejviser.Core.Foundation.People;

/// <summary>
/// Makes replacement numbers (erstatningspersonnummer) for people who have no CPR number yet, and for all demo and test data: with 60
/// added to the day, such a number can never be a real person's.
/// </summary>
public static class ReplacementCprNumber
{
    /// <summary>How many numbers there are for one birth date and sex.</summary>
    public const int Serials = 500;

    /// <summary>The number with that serial among those of a birth date and sex; two serials never give the same number.</summary>
    /// <param name="birthDate">1858 to 2057: the years a CPR number can say.</param>
    /// <param name="sex">Decides whether the last digit is odd (male) or even; unknown counts as female.</param>
    /// <param name="serial">From 0, below <see cref="Serials"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Birth date or serial out of range.</exception>
    public static CprNumber Of(DateOnly birthDate, Sex sex, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(serial, Serials);
        var year = birthDate.Year % 100;
        for (var seventh = 0; seventh <= 9; seventh++)
        {
            if (CprNumber.YearOf(seventh, year) != birthDate.Year)
                continue;
            var sequence = (seventh * 1000) + (serial * 2) + (sex == Sex.Male ? 1 : 0);
            return CprNumber.Parse(string.Create(
                CultureInfo.InvariantCulture, $"{birthDate.Day + 60:00}{birthDate.Month:00}{year:00}{sequence:0000}")).Value;
        }
        throw new ArgumentOutOfRangeException(nameof(birthDate), birthDate, "No CPR number says that year.");
    }
}
