using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vejviser.Core.Foundation.People;

/// <summary>
/// A field of a person as editing, comparing, merging and undoing see it. The code names it in the audit and in <c>texts/</c> under
/// <c>people.field.{Code}</c>.
/// </summary>
public abstract class PersonField
{
    private static readonly PersonField[] Fields =
    [
        new PersonField<string>("given-name", p => p.GivenName),
        new PersonField<string>("family-name", p => p.FamilyName),
        new PersonField<DateOnly?>("birth-date", p => p.BirthDate),
        new PersonField<int?>("birth-year", p => p.BirthYear),
        new PersonField<Sex>("sex", p => p.Sex),
        new PersonField<HouseholdRole>("role", p => p.Role),
        new PersonField<string?>("nationality", p => p.Nationality),
        new PersonField<string?>("language", p => p.Language),
        new PersonField<bool>("needs-interpreter", p => p.NeedsInterpreter),
        new PersonField<Proficiency>("english", p => p.English),
        new PersonField<EducationLevel>("education", p => p.Education),
        new PersonField<string?>("occupation", p => p.Occupation, isFreeText: true),
        new PersonField<bool>("had-own-business", p => p.HadOwnBusiness),
        new PersonField<ResidenceBasis>("basis", p => p.Basis),
        new PersonField<DateOnly?>("permit-date", p => p.PermitDate),
        new PersonField<DateOnly?>("allocation-date", p => p.AllocationDate),
        new PersonField<DateOnly?>("denmark-since", p => p.DenmarkSince),
        new PersonField<AsylumPhase>("asylum-phase", p => p.AsylumPhase),
        new PersonField<DanishTrack>("danish-track", p => p.DanishTrack),
        new PersonField<bool>("is-unaccompanied", p => p.IsUnaccompanied),
        new PersonField<string?>("phone", p => p.Phone, isFreeText: true),
        new PersonField<string?>("email", p => p.Email, isFreeText: true),
        new PersonField<string?>("note", p => p.Note, isFreeText: true),
    ];

    private protected PersonField(string code) => Code = code;

    /// <summary>All that a case worker edits, in the order of the page.</summary>
    public static IReadOnlyList<PersonField> All => Fields;

    /// <summary>Such as <c>given-name</c>.</summary>
    public string Code { get; }

    public abstract object? Value(Person person);

    public abstract void Copy(Person from, Person to);

    public bool Differs(Person one, Person other) => !Equals(Value(one), Value(other));

    /// <summary>True where nothing is known: null, an empty text, or a code's Unknown.</summary>
    public bool IsEmpty(Person person) => Value(person) is null or "" or Enum and (Sex.Unknown or Proficiency.Unknown or EducationLevel.Unknown or ResidenceBasis.Unknown or AsylumPhase.Unknown or DanishTrack.Unknown);

    internal abstract JsonNode? Read(Person person);

    internal abstract void Write(Person person, JsonNode? value);

    /// <summary>The value where the audit may hold it: dates and codes. Names, free text and what reaches a person stay out.</summary>
    internal abstract string? ForAudit(Person person);
}

internal sealed class PersonField<T> : PersonField
{
    private readonly Func<Person, T> get;
    private readonly PropertyInfo property;
    private readonly bool isFreeText;

    public PersonField(string code, Expression<Func<Person, T>> get, bool isFreeText = false)
        : base(code)
    {
        property = (PropertyInfo)((MemberExpression)get.Body).Member;
        this.get = get.Compile();
        this.isFreeText = isFreeText || code is "given-name" or "family-name";
    }

    public override object? Value(Person person) => get(person);

    public override void Copy(Person from, Person to) => property.SetValue(to, get(from));

    internal override JsonNode? Read(Person person) => JsonSerializer.SerializeToNode(get(person));

    internal override void Write(Person person, JsonNode? value) => property.SetValue(person, value.Deserialize<T>());

    internal override string? ForAudit(Person person) => isFreeText ? null : get(person) switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var code => Convert.ToString(code, CultureInfo.InvariantCulture),
    };
}
