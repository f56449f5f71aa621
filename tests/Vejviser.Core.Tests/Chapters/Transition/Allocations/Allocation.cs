using System.Text;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Transition.Allocations;

/// <summary>Allocation files of the tests: the real ones, and small ones built from cells.</summary>
internal static class Allocation
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    public static readonly ImportSettings Settings = new();
    private static readonly string Reference = Path.Combine(AppContext.BaseDirectory, "reference");

    public static LawBook Law { get; } = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"));

    public static AllocationRules Rules { get; } = AllocationRules.Load(Law, Reference);

    public static AuditContext Audit => new(null, "import.take-allocations", Now);

    public static byte[] RealFile(string name) => File.ReadAllBytes(Path.Combine(Reference, name));

    public static CheckedAllocations CheckFile(byte[] content) => CheckAllocations.Run(AllocationFile.Read(content, Settings).Value, Rules, Today);

    public static CheckedAllocations Check(params AllocationLine[] lines) => CheckFile(Csv(lines));

    public static byte[] Csv(params AllocationLine[] lines) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Select(l => string.Join(';', l.Cells.Select(Quoted))).Prepend(string.Join(';', AllocationColumns.All))));

    /// <summary>What the shipped catalogue's practices change when family arrives.</summary>
    public static FamilyArrival Family { get; } =
        FamilyArrivals.Of(new EffectivePractices(PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"))), PlanLaw.Of(Law));

    /// <summary>As the product takes them, without plans.</summary>
    public static Task<TakenAllocations> TakeAsync(TestDatabase database, CheckedAllocations file, TakeWay? way = null, StartReceptionPlans? plans = null) =>
        new TakeAllocations(database.Address, Law, plans ?? ((_, _, _, _) => Task.FromResult(StartedPlans.None)), Family)
            .RunAsync(file, way ?? new TakeWay(), Audit, TestContext.Current.CancellationToken);

    public static string Found(CheckedAllocations file) => string.Join(" · ", file.Problems.Select(p => $"{p.Row} {p.Column} {p.Code} {(p.IsError ? "E" : "W")}"));

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>One line of a file: a grown man alone, where nothing else is said.</summary>
internal sealed class AllocationLine
{
    private readonly Dictionary<string, string> cells;

    public AllocationLine(int number, params (string Column, string Text)[] others)
    {
        cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["case_ref"] = $"UDL-2026-{number:D7}", ["household_ref"] = $"H2026-{number:D6}", ["role"] = "head", ["family_name"] = "Haddad", ["given_name"] = "Omar",
            ["birth_date"] = "1990-02-03", ["sex"] = "M", ["nationality"] = "SYR", ["language"] = "ar", ["interpreter"] = "yes", ["english"] = "basic", ["education"] = "secondary",
            ["own_business"] = "no", ["residence_basis"] = "asylum-7-1", ["permit_date"] = "2026-09-05", ["allocation_date"] = "2026-10-03", ["centre"] = "Centre Å", ["unaccompanied"] = "no",
        };
        foreach (var (column, text) in others)
            cells[column] = text;
    }

    public IEnumerable<string> Cells => AllocationColumns.All.Select(c => cells.GetValueOrDefault(c, ""));
}
