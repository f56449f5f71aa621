namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>The columns of an allocation file, as the allocating authority heads them; the order in a file is free.</summary>
public static class AllocationColumns
{
    public const string CaseRef = "case_ref";
    public const string HouseholdRef = "household_ref";
    public const string Role = "role";
    public const string FamilyName = "family_name";
    public const string GivenName = "given_name";
    public const string Cpr = "cpr";
    public const string BirthDate = "birth_date";
    public const string Sex = "sex";
    public const string Nationality = "nationality";
    public const string Language = "language";
    public const string Interpreter = "interpreter";
    public const string English = "english";
    public const string Education = "education";
    public const string Occupation = "occupation";
    public const string OwnBusiness = "own_business";
    public const string ResidenceBasis = "residence_basis";
    public const string PermitDate = "permit_date";
    public const string AllocationDate = "allocation_date";
    public const string Centre = "centre";
    public const string Unaccompanied = "unaccompanied";
    public const string DenmarkSince = "denmark_since";
    public const string Note = "note";

    public static IReadOnlyList<string> All { get; } =
    [
        CaseRef, HouseholdRef, Role, FamilyName, GivenName, Cpr, BirthDate, Sex, Nationality, Language, Interpreter, English, Education,
        Occupation, OwnBusiness, ResidenceBasis, PermitDate, AllocationDate, Centre, Unaccompanied, DenmarkSince, Note,
    ];
}
