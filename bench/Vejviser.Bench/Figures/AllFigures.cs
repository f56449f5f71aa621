using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;
using Vejviser.Bench.Hosts;
using Vejviser.Bench.Seeding;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Bench.Figures;

/// <summary>What can be measured alone.</summary>
internal enum Part
{
    Page = 1,
    Lists,
    Move,
    Import,
    Offers,
    Practices,
    Housing,
    Contact,
}

/// <summary>Everything, on each database in turn.</summary>
internal static class AllFigures
{
    /// <returns>0 also where a goal is missed: a figure is no test.</returns>
    public static async Task<int> RunAsync(string folder, string? postgres, bool isQuick, Part[] parts)
    {
        Report.Head("Machine");
        Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, load {Load()}; generator on the same machine{(isQuick ? "; QUICK: a tenth of the size, short rounds" : "")}");
        var missed = await OnAsync("SQLite (WAL, synchronous = FULL)", name => Task.FromResult(Path.Combine(folder, name + ".db")), folder, isQuick, parts);
        if (postgres is not null)
            missed += await OnAsync("PostgreSQL (fsync on, synchronous_commit on)", name => NewAsync(postgres, name), folder, isQuick, parts);
        Console.WriteLine($"\n{(missed == 0 ? "All goals reached." : $"{missed} goals missed.")}");
        return 0;
    }

    private static async Task<int> OnAsync(string title, Func<string, Task<string>> make, string folder, bool isQuick, Part[] parts)
    {
        var settings = Settings.Of(isQuick);
        var missed = 0;
        if (parts.Contains(Part.Page) || parts.Contains(Part.Lists))
        {
            var big = await make("big");
            Report.Head($"{title}: {await SeedMunicipality.RunAsync(DatabaseAddress.Parse(big), isQuick ? Size.Quick : Size.Full)}");
            if (parts.Contains(Part.Page))
                missed += Report.Print(await WorkPage.RunAsync(big, Enum.GetValues<Peer>(), settings));
            if (parts.Contains(Part.Lists))
                missed += Report.Print(await ListPages.RunAsync(big, settings));
            missed += Report.Print([await ChainAsync(big)]);
        }

        if (parts.Contains(Part.Move))
        {
            Report.Head($"{title}: moving an anchor, 1,000 plans of 100 tasks");
            missed += Report.Print(await MovingAnchors.RunAsync(await make("move"), settings));
        }

        if (parts.Contains(Part.Import))
        {
            Report.Head($"{title}: import");
            missed += Report.Print(await Importing.RunAsync(await make("import"), folder));
        }

        if (parts.Contains(Part.Offers))
        {
            Report.Head($"{title}: who has not been offered a practice");
            missed += Report.Print(await OfferGroups.RunAsync(make, settings, isQuick));
        }

        if (parts.Contains(Part.Practices) || parts.Contains(Part.Housing) || parts.Contains(Part.Contact))
        {
            var large = await make("practices");
            var town = DatabaseAddress.Parse(large);
            Report.Head($"{title}: {await SeedMunicipality.RunAsync(town, isQuick ? Size.Quick : Size.DemoLarge)}; {await new PracticeTown().SeedAsync(town)}; {await new HousingTown().SeedAsync(town)}; {await new ContactTown().SeedAsync(town)}");
            if (parts.Contains(Part.Practices))
                missed += Report.Print(await PracticePages.RunAsync(large, settings));
            if (parts.Contains(Part.Housing))
                missed += Report.Print([.. await HousingPages.RunAsync(large, settings), .. await ChoicesByHand.RunAsync(large)]);
            if (parts.Contains(Part.Contact))
                missed += Report.Print(await ContactPages.RunAsync(large, settings));
            missed += Report.Print([await ChainAsync(large)]);
        }

        return missed;
    }

    /// <summary>Speed that broke the audit's chain would be no speed.</summary>
    private static async Task<Figure> ChainAsync(string database)
    {
        await using var db = Databases.Open(DatabaseAddress.Parse(database));
        var verified = await VerifyAudit.RunAsync(db);
        return new Figure("Audit chain after all that", $"{verified.Rows} rows, {verified.Fault?.ToString() ?? "whole"}", "whole", verified.IsWhole);
    }

    private static async Task<string> NewAsync(string server, string name)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0].ToString(CultureInfo.InvariantCulture) : "unknown";
}
