using System.CommandLine;
using Vejviser.Bench.Figures;
using Vejviser.Bench.Hosts;
using Vejviser.Bench.Seeding;
using Vejviser.Core.Data;

var database = new Option<string>("--database") { Description = "A file (SQLite) or a PostgreSQL connection string.", Required = true };
var quick = new Option<bool>("--quick") { Description = "A tenth of the size, and short rounds." };
var peer = new Option<Peer>("--peer") { Description = "Who answers.", Required = true };
var peers = new Option<Peer[]>("--peers") { Description = "Only these, such as Product for a profiler.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => Enum.GetValues<Peer>() };
var folder = new Option<string>("--work") { Description = "An empty folder for what is made on the way.", Required = true };
var postgres = new Option<string?>("--postgres") { Description = "A PostgreSQL server with fsync on; without it SQLite alone is measured." };
var parts = new Option<Part[]>("--parts") { Description = "Only these.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => Enum.GetValues<Part>() };

var practices = new Option<bool>("--practices") { Description = "200 employees and all practices running." };

var seed = new Command("seed", "Fills an empty database with the big municipality.") { database, quick, practices };
seed.SetAction(async parsed =>
{
    var address = DatabaseAddress.Parse(parsed.GetValue(database)!);
    var size = parsed.GetValue(quick) ? Size.Quick : parsed.GetValue(practices) ? Size.DemoLarge : Size.Full;
    Console.WriteLine(await SeedMunicipality.RunAsync(address, size));
    if (parsed.GetValue(practices))
    {
        Console.WriteLine(await new PracticeTown().SeedAsync(address));
        Console.WriteLine(await new HousingTown().SeedAsync(address));
        Console.WriteLine(await new ContactTown().SeedAsync(address));
    }

    return 0;
});
var host = new Command("host", "One peer's server, led by lines on standard input.") { peer, database };
host.SetAction(parsed => Host.RunAsync(parsed.GetValue(peer), DatabaseAddress.Parse(parsed.GetValue(database)!)));
var page = new Command("page", "My work beside its peers, on a seeded database.") { database, quick, peers };
page.SetAction(async parsed => Report.Print(await WorkPage.RunAsync(parsed.GetValue(database)!, parsed.GetValue(peers)!, Settings.Of(parsed.GetValue(quick)))));
var only = new Option<string?>("--only") { Description = "Only the pages whose name begins so." };
var lists = new Command("lists", "Every list page, on a seeded database.") { database, quick, only };
lists.SetAction(async parsed => Report.Print(await ListPages.RunAsync(parsed.GetValue(database)!, Settings.Of(parsed.GetValue(quick)), parsed.GetValue(only))));
var running = new Command("practices", "Every page of practices, on a database seeded with --practices.") { database, quick, only };
running.SetAction(async parsed => Report.Print(await PracticePages.RunAsync(parsed.GetValue(database)!, Settings.Of(parsed.GetValue(quick)), parsed.GetValue(only))));
var housing = new Command("housing", "Every page of homes, on a database seeded with --practices.") { database, quick, only };
housing.SetAction(async parsed => Report.Print(await HousingPages.RunAsync(parsed.GetValue(database)!, Settings.Of(parsed.GetValue(quick)), parsed.GetValue(only))));
var contact = new Command("contact", "Every page of meetings, courses, interpreters and messages, of newcomers and partners, on a database seeded with --practices.") { database, quick, only };
contact.SetAction(async parsed => Report.Print(await ContactPages.RunAsync(parsed.GetValue(database)!, Settings.Of(parsed.GetValue(quick)), parsed.GetValue(only))));
var choices = new Command("choices", "Choices by hand at the allocation meeting, on a database seeded with --practices.") { database };
choices.SetAction(async parsed => Report.Print(await ChoicesByHand.RunAsync(parsed.GetValue(database)!)));
var all = new Command("all", "All figures against their goals, on SQLite and PostgreSQL.") { folder, postgres, quick, parts };
all.SetAction(parsed => AllFigures.RunAsync(parsed.GetValue(folder)!, parsed.GetValue(postgres), parsed.GetValue(quick), parsed.GetValue(parts)!));
return await new RootCommand("Vejviser's speed, beside its peers and its limits.") { seed, host, page, lists, running, housing, contact, choices, all }.Parse(args).InvokeAsync();
