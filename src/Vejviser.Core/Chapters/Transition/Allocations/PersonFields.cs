using System.Globalization;
using Vejviser.Core.Foundation.People;
using static Vejviser.Core.Chapters.Transition.Allocations.AllocationCodes;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>A cell against what is registered. An empty cell says nothing: what is registered stays.</summary>
/// <param name="Column">The file's column.</param>
/// <param name="Written">What the file says; empty where it says nothing.</param>
/// <param name="Registered">What is registered, in the same form.</param>
/// <param name="Take">Registers what the file says.</param>
internal sealed record PersonField(string Column, Func<AllocatedPerson, string> Written, Func<Person, string> Registered, Action<Person, AllocatedPerson> Take)
{
    /// <summary>A year alone does not differ from a whole date in it: the file then knows less, not otherwise.</summary>
    public bool Differs(AllocatedPerson file, Person person)
    {
        var (written, registered) = (Written(file), Registered(person));
        return written.Length > 0 && written != registered && !(Column == AllocationColumns.BirthDate && registered.StartsWith(written, StringComparison.Ordinal));
    }
}

/// <summary>Every cell that is kept on the person; the CPR number stands in a table of its own.</summary>
internal static class PersonFields
{
    public static IReadOnlyList<PersonField> All { get; } =
    [
        new(AllocationColumns.Role, f => WordFor(Roles, f.Role), p => WordFor(Roles, p.Role), (p, f) => p.Role = f.Role),
        new(AllocationColumns.FamilyName, f => f.FamilyName, p => p.FamilyName, (p, f) => Rename(p, p.GivenName, f.FamilyName)),
        new(AllocationColumns.GivenName, f => f.GivenName, p => p.GivenName, (p, f) => Rename(p, f.GivenName, p.FamilyName)),
        new(AllocationColumns.BirthDate, f => Born(f.BirthDate, f.BirthYear), p => Born(p.BirthDate, p.BirthYear), (p, f) => (p.BirthDate, p.BirthYear) = (f.BirthDate, f.BirthYear)),
        new(AllocationColumns.Sex, f => WordFor(Sexes, f.Sex), p => WordFor(Sexes, p.Sex), (p, f) => p.Sex = f.Sex),
        new(AllocationColumns.Nationality, f => f.Nationality, p => p.Nationality ?? "", (p, f) => p.Nationality = f.Nationality),
        new(AllocationColumns.Language, f => f.Language, p => p.Language ?? "", (p, f) => p.Language = f.Language),
        new(AllocationColumns.Interpreter, f => WordFor(YesNo, f.NeedsInterpreter), p => WordFor(YesNo, p.NeedsInterpreter), (p, f) => p.NeedsInterpreter = f.NeedsInterpreter),
        new(AllocationColumns.English, f => WordFor(Proficiencies, f.English), p => WordFor(Proficiencies, p.English), (p, f) => p.English = f.English),
        new(AllocationColumns.Education, f => WordFor(Educations, f.Education), p => WordFor(Educations, p.Education), (p, f) => p.Education = f.Education),
        new(AllocationColumns.Occupation, f => f.Occupation, p => p.Occupation ?? "", (p, f) => p.Occupation = f.Occupation),
        new(AllocationColumns.OwnBusiness, f => WordFor(YesNo, f.HadOwnBusiness), p => WordFor(YesNo, p.HadOwnBusiness), (p, f) => p.HadOwnBusiness = f.HadOwnBusiness),
        new(AllocationColumns.ResidenceBasis, f => WordFor(Bases, f.Basis), p => WordFor(Bases, p.Basis), (p, f) => p.Basis = f.Basis),
        new(AllocationColumns.PermitDate, f => Iso(f.PermitDate), p => Iso(p.PermitDate), (p, f) => p.PermitDate = f.PermitDate),
        new(AllocationColumns.AllocationDate, f => Iso(f.AllocationDate), p => Iso(p.AllocationDate), (p, f) => p.AllocationDate = f.AllocationDate),
        new(AllocationColumns.Unaccompanied, f => WordFor(YesNo, f.IsUnaccompanied), p => WordFor(YesNo, p.IsUnaccompanied), (p, f) => p.IsUnaccompanied = f.IsUnaccompanied),
        new(AllocationColumns.DenmarkSince, f => Iso(f.DenmarkSince), p => Iso(p.DenmarkSince), (p, f) => p.DenmarkSince = f.DenmarkSince),
        new(AllocationColumns.Note, f => f.Note, p => p.Note ?? "", (p, f) => p.Note = f.Note),
    ];

    public static Person NewPerson(AllocatedPerson file, Guid householdId, DateTime now)
    {
        var person = new Person { HouseholdId = householdId, CaseRef = file.CaseRef, GivenName = "", FamilyName = "", SearchName = "", CreatedAt = now };
        foreach (var field in All.Where(f => f.Written(file).Length > 0))
            field.Take(person, file);
        return person;
    }

    private static void Rename(Person person, string given, string family) =>
        (person.GivenName, person.FamilyName, person.SearchName) = (given, family, NameFolding.Fold(given, family));

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Born(DateOnly? date, int? year) => date is null ? year?.ToString(CultureInfo.InvariantCulture) ?? "" : Iso(date);
}
