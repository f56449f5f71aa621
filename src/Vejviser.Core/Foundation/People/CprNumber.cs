using System.Globalization;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <summary>
/// A CPR number, real or replacement: ten digits, DDMMYY-SSSS, whose first six are a date that exists. It prints itself masked, and
/// its digits are no property, so that neither a log nor a serialiser can carry it by accident: ask <see cref="Reveal"/>.
/// </summary>
/// <remarks>
/// Century: CPR-kontoret, »Personnummeret i CPR-systemet«. A replacement number (erstatningspersonnummer) has 6 added to its first
/// digit, so that it can never be taken for a real one. The regions' replacement numbers with letters are not accepted.
/// </remarks>
public readonly record struct CprNumber
{
    private const int ReplacementDays = 60;
    private const int DigitsOfDate = 6;
    private static readonly int[] Weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    private readonly string? digits;

    private CprNumber(string digits, DateOnly birthDate, bool isReplacement) =>
        (this.digits, BirthDate, IsReplacement) = (digits, birthDate, isReplacement);

    public DateOnly BirthDate { get; }

    public bool IsReplacement { get; }

    /// <summary>By the last digit: odd is male, even is female. Of a replacement number it says nothing certain.</summary>
    public Sex Sex => digits is null ? Sex.Unknown : Digit(9) % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>
    /// Whether the weighted sum is divisible by eleven. Information only, never a reason to reject: since 1 October 2007 valid numbers
    /// without it exist, so far for birthdays on 1 January, the birthday many refugees are given.
    /// </summary>
    public bool FitsModulus11
    {
        get
        {
            var sum = 0;
            for (var i = 0; i < Weights.Length && digits is not null; i++)
                sum += Weights[i] * Digit(i);
            return digits is not null && sum % 11 == 0;
        }
    }

    /// <summary>As it is shown by default: <c>010190-••••</c>.</summary>
    public string Masked => digits is null ? "" : $"{digits[..DigitsOfDate]}-••••";

    /// <summary>
    /// Reads ten digits, with or without one hyphen or spaces around the sequence number. Failures: <c>cpr.letters</c>,
    /// <c>cpr.not-ten-digits</c>, <c>cpr.no-such-date</c>; none of them holds what was typed.
    /// </summary>
    public static Result<CprNumber> Parse(string? text)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.Any(char.IsLetter))
            return Failure.Of("cpr.letters");
        if (Digits(trimmed) is not { } ten)
            return Failure.Of("cpr.not-ten-digits");

        var day = int.Parse(ten.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var isReplacement = day > ReplacementDays;
        return BirthDateOf(ten, isReplacement ? day - ReplacementDays : day) is { } born
            ? new CprNumber(ten, born, isReplacement)
            : Failure.Of("cpr.no-such-date");
    }

    /// <summary>The ten digits, for the register and for those who may see them: the caller logs the unmasking.</summary>
    public string Reveal() => digits ?? "";

    /// <summary>Masked, so that a log or a message can never carry the number.</summary>
    public override string ToString() => Masked;

    public bool Equals(CprNumber other) => string.Equals(digits, other.digits, StringComparison.Ordinal);

    public override int GetHashCode() => digits is null ? 0 : StringComparer.Ordinal.GetHashCode(digits);

    /// <summary>The full year of birth: the seventh digit and the two-digit year together say which century.</summary>
    internal static int YearOf(int seventhDigit, int twoDigitYear) => twoDigitYear + seventhDigit switch
    {
        <= 3 => 1900,
        4 or 9 => twoDigitYear <= 36 ? 2000 : 1900,
        _ => twoDigitYear <= 57 ? 2000 : 1800,
    };

    private static DateOnly? BirthDateOf(string digits, int day)
    {
        var month = int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture);
        var year = YearOf(digits[6] - '0', int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static string? Digits(string text)
    {
        if (text.Length < 10)
            return null;
        var sequence = text.AsSpan(DigitsOfDate).Trim();
        if (sequence.Length > 0 && sequence[0] == '-')
            sequence = sequence[1..].TrimStart();
        var ten = string.Concat(text.AsSpan(0, DigitsOfDate), sequence);
        return ten.Length == 10 && ten.All(char.IsAsciiDigit) ? ten : null;
    }

    private int Digit(int index) => digits![index] - '0';
}
