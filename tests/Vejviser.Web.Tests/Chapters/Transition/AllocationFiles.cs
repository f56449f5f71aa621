using System.Text;
using Vejviser.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Vejviser.Web.Tests.Chapters.Transition;

/// <summary>Files for the import's tests.</summary>
internal static class AllocationFiles
{
    private const string Header = "case_ref;household_ref;role;family_name;given_name;cpr;birth_date;sex;nationality;language;interpreter;english;education;occupation;own_business;residence_basis;permit_date;allocation_date;centre;unaccompanied;denmark_since;note";

    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "reference", name);

    /// <summary>A couple with a child in each household.</summary>
    public static string Many(int households)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        for (var h = 1; h <= households; h++)
            foreach (var (role, i) in new[] { ("head", 1), ("spouse", 2), ("child", 3) })
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"UDL-{h:D6}-{i};H-{h:D6};{role};Haddad;Nour;;{1970 + i * 13}-04-05;F;SYR;ar;yes;none;primary;;no;asylum-7-1;2026-08-01;2026-09-03;Centre Nord;no;;\r\n");
        return text.ToString();
    }

    public static string OneHousehold(string given = "Omar", string language = "ar") =>
        $"{Header}\r\nUDL-1;H-1;head;Haddad;{given};;1990-02-03;M;SYR;{language};yes;basic;primary;;no;asylum-7-1;2026-01-05;2026-02-03;Centre Nord;no;;\r\n";

    /// <summary>The same household, with his wife who has been allocated to it since.</summary>
    public static string WithWife() =>
        $"{OneHousehold()}UDL-2;H-1;spouse;Haddad;Salma;;1992-03-04;F;SYR;ar;yes;none;primary;;no;asylum-7-1;2026-02-01;2026-02-20;Centre Nord;no;;\r\n";

    /// <summary>Households that are not whole: fewer than their three people, or no plan, or a plan without tasks.</summary>
    public static Task<int> HalfHouseholdsAsync(VejviserDb db, CancellationToken cancel) => db.Households.CountAsync(
        h => db.People.Count(p => p.HouseholdId == h.Id) != 3 || db.Plans.Count(p => p.HouseholdId == h.Id) != 1 || db.PlanTasks.Count(t => t.HouseholdId == h.Id) < 60, cancel);
}
