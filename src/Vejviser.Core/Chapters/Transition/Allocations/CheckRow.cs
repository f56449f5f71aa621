using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>One row against the rules that need no other row.</summary>
internal static class CheckRow
{
    private const int LongestNote = 4000;

    /// <returns>The person, or null where the row has an error; and what was found.</returns>
    public static (AllocatedPerson? Person, IReadOnlyList<AllocationProblem> Problems) Run(AllocationRow row, AllocationRules rules, DateOnly today)
    {
        var cells = new RowCells(row);
        if (!row.IsWhole)
        {
            cells.Error("", "wrong-number-of-cells");
            return (null, cells.Problems);
        }

        var (born, year) = cells.BirthDate(today);
        var person = new AllocatedPerson
        {
            Row = row.Number,
            CaseRef = cells.Needed(AllocationColumns.CaseRef),
            HouseholdRef = cells.Needed(AllocationColumns.HouseholdRef),
            Role = cells.NeededChoice(AllocationColumns.Role, AllocationCodes.Roles),
            GivenName = cells.Text(AllocationColumns.GivenName),
            FamilyName = cells.Text(AllocationColumns.FamilyName),
            Cpr = cells.Cpr(),
            BirthDate = born,
            BirthYear = year,
            Sex = cells.Choice(AllocationColumns.Sex, AllocationCodes.Sexes, Sex.Unknown),
            Nationality = Nationality(cells),
            Language = Language(cells, rules),
            NeedsInterpreter = cells.NeededChoice(AllocationColumns.Interpreter, AllocationCodes.YesNo),
            English = cells.Choice(AllocationColumns.English, AllocationCodes.Proficiencies, Proficiency.Unknown),
            Education = cells.Choice(AllocationColumns.Education, AllocationCodes.Educations, EducationLevel.Unknown),
            Occupation = cells.Text(AllocationColumns.Occupation),
            HadOwnBusiness = cells.Choice(AllocationColumns.OwnBusiness, AllocationCodes.YesNo, false),
            Basis = cells.NeededChoice(AllocationColumns.ResidenceBasis, AllocationCodes.Bases, "unknown-residence-basis"),
            PermitDate = cells.NeededDate(AllocationColumns.PermitDate),
            AllocationDate = cells.NeededDate(AllocationColumns.AllocationDate) ?? default,
            Centre = cells.Text(AllocationColumns.Centre),
            IsUnaccompanied = cells.Choice(AllocationColumns.Unaccompanied, AllocationCodes.YesNo, false),
            DenmarkSince = cells.Date(AllocationColumns.DenmarkSince),
            Note = cells.Note(LongestNote),
        };
        Together(cells, person);
        return (cells.HasErrors ? null : person, cells.Problems);
    }

    private static void Together(RowCells cells, AllocatedPerson person)
    {
        if (person.GivenName.Length == 0 && person.FamilyName.Length == 0)
            cells.Error(AllocationColumns.FamilyName, "no-name");
        if (person.PermitDate is { } permit && person.AllocationDate != default && person.AllocationDate < permit)
            cells.Error(AllocationColumns.AllocationDate, "allocated-before-permit", ("allocated", person.AllocationDate), ("permit", permit));
        if (person.Cpr is not { } cpr)
            return;
        if (person.BirthDate is { } born && born != cpr.BirthDate)
            cells.Warn(AllocationColumns.Cpr, "cpr-birth-date-differs", ("cpr", cpr.BirthDate), ("written", born));
        else if (person.BirthDate is null && person.BirthYear is { } year && year != cpr.BirthDate.Year)
            cells.Warn(AllocationColumns.Cpr, "cpr-birth-date-differs", ("cpr", cpr.BirthDate), ("written", year));
    }

    private static string Nationality(RowCells cells)
    {
        var code = cells.Text(AllocationColumns.Nationality).ToUpperInvariant();
        if (code.Length > 0 && !AllocationRules.IsCountry(code))
            cells.Error(AllocationColumns.Nationality, "unknown-country", ("value", code));
        return code;
    }

    private static string Language(RowCells cells, AllocationRules rules)
    {
        var code = cells.Text(AllocationColumns.Language);
        if (code.Length == 0)
            return "";
        if (rules.Language(code) is { } known)
            return known;
        cells.Error(AllocationColumns.Language, "unknown-language", ("value", code));
        return code;
    }
}
