using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Web.Foundation.People;

/// <summary>How much is known of when somebody was born.</summary>
public enum BirthKnown
{
    Unknown = 0,
    Year,
    Date,
}

/// <summary>A further language on the form; an empty row is none.</summary>
public sealed class LanguageRow
{
    public string? Language { get; set; }

    public Proficiency Level { get; set; }
}

/// <summary>A person's fields as a form has them.</summary>
public sealed class PersonForm
{
    private const int EmptyRows = 2;

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public HouseholdRole Role { get; set; } = HouseholdRole.Head;

    public BirthKnown BirthKnown { get; set; }

    public int? BirthYear { get; set; }

    public DateOnly? BirthDate { get; set; }

    public Sex Sex { get; set; }

    public string? Nationality { get; set; }

    public string? Language { get; set; }

    public List<LanguageRow> Languages { get; set; } = [];

    public bool NeedsInterpreter { get; set; }

    public Proficiency English { get; set; }

    public EducationLevel Education { get; set; }

    public string? Occupation { get; set; }

    public bool HadOwnBusiness { get; set; }

    public ResidenceBasis Basis { get; set; }

    public DateOnly? PermitDate { get; set; }

    public DateOnly? AllocationDate { get; set; }

    public DateOnly? DenmarkSince { get; set; }

    public AsylumPhase AsylumPhase { get; set; }

    public DanishTrack DanishTrack { get; set; }

    public bool IsUnaccompanied { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Note { get; set; }

    public static PersonForm New() => new() { Languages = [.. Enumerable.Range(0, EmptyRows).Select(_ => new LanguageRow())] };

    public static PersonForm Of(Person p, IEnumerable<PersonLanguage> languages) => new()
    {
        GivenName = p.GivenName, FamilyName = p.FamilyName, Role = p.Role, Sex = p.Sex, Nationality = p.Nationality, Language = p.Language,
        BirthKnown = p.BirthDate is not null ? BirthKnown.Date : p.BirthYear is not null ? BirthKnown.Year : BirthKnown.Unknown,
        BirthYear = p.BirthYear, BirthDate = p.BirthDate, NeedsInterpreter = p.NeedsInterpreter, English = p.English, Education = p.Education,
        Occupation = p.Occupation, HadOwnBusiness = p.HadOwnBusiness, Basis = p.Basis, PermitDate = p.PermitDate, AllocationDate = p.AllocationDate,
        DenmarkSince = p.DenmarkSince, AsylumPhase = p.AsylumPhase, DanishTrack = p.DanishTrack, IsUnaccompanied = p.IsUnaccompanied, Phone = p.Phone, Email = p.Email, Note = p.Note,
        Languages = [.. languages.Select(l => new LanguageRow { Language = l.Language, Level = l.Level }), .. Enumerable.Range(0, EmptyRows).Select(_ => new LanguageRow())],
    };

    /// <param name="stored">Where a birth date is known its year may stand beside it; a form does not show that, so it stays as it was.</param>
    public Person ToPerson(Person? stored = null) => new()
    {
        GivenName = GivenName?.Trim() ?? "", FamilyName = FamilyName?.Trim() ?? "", SearchName = "", Role = Role, Sex = Sex, Nationality = Nationality.OrNull(), Language = Language.OrNull(),
        BirthDate = BirthSaid(stored) == BirthKnown.Date ? BirthDate : null,
        BirthYear = BirthSaid(stored) switch { BirthKnown.Year => BirthYear, BirthKnown.Date when BirthDate == stored?.BirthDate => stored?.BirthYear, _ => null },
        NeedsInterpreter = NeedsInterpreter, English = English, Education = Education, Occupation = Occupation.OrNull(), HadOwnBusiness = HadOwnBusiness, Basis = Basis,
        PermitDate = PermitDate, AllocationDate = AllocationDate, DenmarkSince = DenmarkSince,
        AsylumPhase = AsylumPhase, DanishTrack = DanishTrack, IsUnaccompanied = IsUnaccompanied, Phone = Phone.OrNull(), Email = Email.OrNull(),
        // A browser sends line ends as CR LF; what was not touched is not changed.
        Note = Note?.ReplaceLineEndings("\n").OrNull() is { } note && note == stored?.Note?.ReplaceLineEndings("\n").Trim() ? stored.Note : Note.OrNull(),
    };

    public IReadOnlyDictionary<string, Proficiency> SpokenToo() => Languages.Where(l => !string.IsNullOrWhiteSpace(l.Language) && l.Language != Language)
        .DistinctBy(l => l.Language, StringComparer.Ordinal).ToDictionary(l => l.Language!, l => l.Level, StringComparer.Ordinal);

    /// <summary>Who writes a date or a year has said that it is known; what stood there before and is now not known is taken away.</summary>
    private BirthKnown BirthSaid(Person? stored) =>
        BirthKnown != BirthKnown.Unknown ? BirthKnown
        : BirthDate is not null && BirthDate != stored?.BirthDate ? BirthKnown.Date
        : BirthYear is not null && BirthYear != stored?.BirthYear ? BirthKnown.Year
        : BirthKnown.Unknown;
}
