using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <summary>What must hold of a person's data, whoever writes it. Each failure names its field.</summary>
internal static class CheckPerson
{
    private const int LongestLine = 200;
    private const int LongestNote = 4000;
    private const int OldestYear = 1900;

    public static Failure? Problem(Person wanted, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(wanted.GivenName) && string.IsNullOrWhiteSpace(wanted.FamilyName))
            return Failure.Of("people.name-missing");
        if (TooLong(wanted) is { } code)
            return Failure.Of("people.too-long", ("field", code));
        if (wanted.BirthDate > today || wanted.BirthYear > today.Year)
            return Failure.Of("people.birth-in-future");
        if ((wanted.BirthDate?.Year ?? wanted.BirthYear) < OldestYear)
            return Failure.Of("people.birth-too-early", ("year", OldestYear.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (wanted.BirthDate is { } born && new[] { wanted.PermitDate, wanted.AllocationDate, wanted.DenmarkSince }.Any(d => d < born))
            return Failure.Of("people.date-before-birth");
        if (wanted.Nationality is { } nationality && !(nationality.Length == 3 && nationality.All(char.IsAsciiLetterUpper)))
            return Failure.Of("people.nationality-unknown");
        return wanted.Email is { } mail && !System.Net.Mail.MailAddress.TryCreate(mail, out _) ? Failure.Of("people.email-unreadable") : null;
    }

    private static string? TooLong(Person p) =>
        (p.Note?.Length ?? 0) > LongestNote ? "note"
        : p.GivenName.Length > LongestLine ? "given-name"
        : p.FamilyName.Length > LongestLine ? "family-name"
        : (p.Occupation?.Length ?? 0) > LongestLine ? "occupation"
        : (p.Phone?.Length ?? 0) > LongestLine ? "phone"
        : (p.Email?.Length ?? 0) > LongestLine ? "email"
        : null;
}
