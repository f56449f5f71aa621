namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>Why two people may be one. The texts stand under <c>people.duplicate-reason.{Reason}</c>.</summary>
public enum DuplicateReason
{
    SameCpr = 1,
    SameNameAndBirthDate,
    SimilarNameAndBirthDate,
    SameNameAndBirthYear,
    SimilarNameAndBirthYear,
    SameNameUnknownBirth,
    SameCaseReferenceStem,
    SamePhone,
    SameEmail,
}

/// <summary>Two people who may be one, and how much speaks for it.</summary>
/// <param name="Weight">0 to 100: the strongest reason, a little more for each further one, less where something speaks against it.</param>
public sealed record DuplicatePair(Guid OneId, Guid OtherId, IReadOnlyList<DuplicateReason> Reasons, int Weight)
{
    /// <summary>The pair as it is kept: the same two people are the same pair whichever is named first.</summary>
    public static (Guid One, Guid Other) Key(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}

/// <summary>What of a person is compared.</summary>
internal sealed record ComparedPerson(Guid Id, string GivenName, string FamilyName, string SearchName, DateOnly? BirthDate, int? BirthYear, Sex Sex, string? CaseRef, string? Phone, string? Email)
{
    public int? Year => BirthDate?.Year ?? BirthYear;

    /// <summary>A reference without what is put behind it when a case is opened anew: a letter, or a dash or stroke and a number.</summary>
    public string? CaseStem => CaseRef is null ? null : Trim(CaseRef);

    private static string? Trim(string reference)
    {
        var stem = reference.ToUpperInvariant().Trim();
        var cut = stem.LastIndexOfAny(['/', '_']);
        stem = cut > 0 ? stem[..cut] : stem;
        return stem.TrimEnd([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]) is { Length: > 6 } left ? left : null;
    }
}
