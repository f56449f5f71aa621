using System.CommandLine;
using Vejviser.Cli.Commands.Law;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser import allocations FILE</c>: takes the good households of a file, or all of it, or only tries.</summary>
internal static class ImportCommands
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "The allocation file: CSV with semicolons in UTF-8, or XLSX." };
        var database = CommonOptions.Database();
        var dryRun = new Option<bool>("--dry-run") { Description = "Checks and compares, and saves nothing." };
        var allOrNothing = new Option<bool>("--all-or-nothing") { Description = "Takes nothing where one row is bad." };
        var allocations = new Command("allocations", "Takes a file of allocated people.") { file, database, dryRun, allOrNothing, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        allocations.SetAction(async (parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            try
            {
                var run = new ImportRun(parsed.Address(database), parsed.GetValue(dryRun), parsed.GetValue(allOrNothing), voice, parsed.InvocationConfiguration.Error);
                return await run.RunAsync(parsed.GetValue(file)!, cancel);
            }
            catch (Exception e) when (e.IsDiskFull())
            {
                return voice.Refuse(voice.Say("import.command.disk-full"), CommonOptions.Failed);
            }
        });
        return new Command("import", "Takes files of other authorities.") { allocations };
    }

    private sealed class ImportRun(DatabaseAddress address, bool isDryRun, bool isAllOrNothing, CommandVoice voice, TextWriter progress)
    {
        public async Task<int> RunAsync(string path, CancellationToken cancel)
        {
            if (!File.Exists(path))
                return Refuse("no-file", voice.Say("import.command.no-file", ("file", path)));
            var settings = new ImportSettings();
            // A byte more than allowed is read, so that a far too large file is told, not loaded.
            var rows = AllocationFile.Read(await HeadAsync(path, settings.MaxBytes + 1, cancel), settings);
            if (!rows.IsSuccess)
                return Refuse(rows.Failure.Code["import.".Length..], CommandVoice.Explain(voice.Language, rows.Failure));

            var law = LawCommands.Book;
            var rules = AllocationRules.Load(law, Path.Combine(AppContext.BaseDirectory, "reference"));
            var file = CheckAllocations.Run(rows.Value, rules, TimeProvider.System.Today());
            await using (var db = Databases.Open(address))
                await Databases.MigrateAsync(db, cancel);
            return isDryRun ? await TryAsync(file, cancel) : await TakeAsync(file, cancel);
        }

        private async Task<int> TryAsync(CheckedAllocations file, CancellationToken cancel)
        {
            await using var db = Databases.Open(address);
            var compared = await CompareAllocations.RunAsync(db, file, LawCommands.Book, cancel);
            var isRefused = isAllOrNothing && compared.Errors.Any();
            var answer = new ImportAnswer(
                compared.Rows, isRefused ? 0 : compared.ToTake.Count(), isRefused ? 0 : compared.PeopleToTake, compared.Unchanged, compared.Problems, compared.Households);
            return answer.Tell(voice, "import.command.would-take", isRefused);
        }

        private async Task<int> TakeAsync(CheckedAllocations file, CancellationToken cancel)
        {
            var audit = new AuditContext(null, "import.take-allocations", TimeProvider.System.Now());
            var way = new TakeWay(isAllOrNothing, new ImportSettings().HouseholdsPerBatch, Done: done => progress.WriteLine(voice.Say("import.command.progress", ("done", done), ("total", file.Rows))));
            var practices = new EffectivePractices(PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")));
            var law = PlanLaw.Of(LawCommands.Book);
            var plans = new ReceptionPlans(practices, law);
            var taken = await new TakeAllocations(address, LawCommands.Book, plans.StartAsync, FamilyArrivals.Of(practices, law)).RunAsync(file, way, audit, cancel);
            return new ImportAnswer(taken.Rows, taken.Households, taken.People, taken.Unchanged, taken.Problems, []).Tell(voice, "import.command.taken", taken.IsRefused);
        }

        private int Refuse(string code, string message) => ImportAnswer.Unreadable(code).Tell(voice, message);

        private static async Task<byte[]> HeadAsync(string path, int most, CancellationToken cancel)
        {
            await using var stream = File.OpenRead(path);
            var content = new byte[Math.Min(stream.Length, most)];
            await stream.ReadExactlyAsync(content, cancel);
            return content;
        }
    }
}
