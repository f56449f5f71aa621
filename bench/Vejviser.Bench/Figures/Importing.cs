using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Vejviser.Bench.Seeding;
using Vejviser.Cli;
using Vejviser.Core.Data;

namespace Vejviser.Bench.Figures;

/// <summary>The command as a person gives it: a file of 10,000 people, each household with its plan.</summary>
internal static class Importing
{
    private const int Rows = 10_000;
    private const double MostSeconds = 60;
    private const string Columns =
        "case_ref;household_ref;role;family_name;given_name;cpr;birth_date;sex;nationality;language;interpreter;english;education;occupation;own_business;residence_basis;permit_date;allocation_date;centre;unaccompanied;denmark_since;note";

    public static async Task<IEnumerable<Figure>> RunAsync(string database, string folder)
    {
        await SeedMunicipality.RunAsync(DatabaseAddress.Parse(database), Size.Empty);
        var file = Path.Combine(folder, "ten-thousand.csv");
        await File.WriteAllTextAsync(file, Text());
        return [await TakeAsync("Import of 10,000 rows", database, file), await TakeAsync("The same file again", database, file)];
    }

    private static async Task<Figure> TakeAsync(string name, string database, string file)
    {
        var (output, error) = (new StringWriter(CultureInfo.InvariantCulture), new StringWriter(CultureInfo.InvariantCulture));
        var watch = Stopwatch.StartNew();
        var code = await CommandLine.RunAsync(["import", "allocations", file, "--database", database, "--json"], TextReader.Null, output, error);
        var took = watch.Elapsed.TotalSeconds;
        var answer = JsonNode.Parse(output.ToString())!;
        var people = (int)answer["people"]! + (int)answer["unchanged"]!;
        if (code != 0 || people != Rows)
            throw new InvalidOperationException($"Exit {code}, {people} people: {answer["errors"]?.AsArray().FirstOrDefault()}");
        return new Figure(name, $"{took:0.0} s, {answer["households"]} households, {answer["unchanged"]} people unchanged", $"≤ {MostSeconds} s", took <= MostSeconds);
    }

    private static string Text()
    {
        var text = new StringBuilder(Columns).Append('\n');
        var (row, household) = (0, 0);
        while (row < Rows)
        {
            var size = Math.Min(Size.Full.PeopleIn[household % Size.Full.PeopleIn.Count], Rows - row);
            for (var place = 0; place < size; place++)
                Row(text, row++, household, place);
            household++;
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, int row, int household, int place)
    {
        var (given, family) = Names.Of(household, row);
        var role = place == 0 ? "head" : place == 1 ? "spouse" : "child";
        var born = new DateOnly(role == "child" ? 2010 : 1980, 1, 1).AddDays(Numbers.Pick(61, (ulong)row, 3000));
        text.Append(CultureInfo.InvariantCulture,
            $"BEN-{row:000000};B{household:000000};{role};{family};{given};;{born:yyyy-MM-dd};{(place == 1 ? "F" : "M")};SYR;ar;{(role == "child" ? "no" : "yes")};basic;primary;;no;asylum-7-1;2026-01-05;2026-02-10;Centre Nord;no;2025-01-22;\n");
    }
}
