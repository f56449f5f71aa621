using System.CommandLine;
using Vejviser.Cli.Commands;
using Vejviser.Cli.Commands.Catalogue;
using Vejviser.Cli.Commands.Law;

namespace Vejviser.Cli;

/// <summary>The commands of the one executable, and what their line gives: an exit code of <see cref="CommonOptions"/>.</summary>
internal static class CommandLine
{
    /// <summary>Longer than a stopping server waits for the requests under way.</summary>
    private static readonly TimeSpan MostForStopping = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter error)
    {
        try
        {
            var line = Root(input).Parse(args);
            if (line.Errors.Count == 0)
            {
                return await line.InvokeAsync(new InvocationConfiguration
                {
                    Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = MostForStopping,
                });
            }

            foreach (var problem in line.Errors)
                await error.WriteLineAsync(problem.Message);
            return CommonOptions.BadInput;
        }
        catch (Exception e)
        {
            return await Mishap.TellAsync(e, args, error);
        }
    }

    private static RootCommand Root(TextReader input) => new("Vejviser: reception and integration, from the asylum centre to an own life.")
    {
        ServeCommand.Build(),
        DemoCommand.Build(),
        DatabaseCommands.Build(),
        BackupCommands.BuildBackup(),
        BackupCommands.BuildRestore(),
        ImportCommands.Build(),
        LawCommands.Build(),
        CprCommands.Build(input),
        MatchCommands.Build(),
        AuditCommands.Build(),
        CatalogueCommands.Build(),
        PlanCommands.Build(),
        OfferCommands.Build(),
        OutboxCommands.Build(),
        MeetingCommands.Build(),
        CourseCommands.Build(),
        InterpreterCommands.Build(),
        UserCommands.Build(),
    };
}
