using System.CommandLine;
using Vejviser.Cli.Commands;
using Vejviser.Cli.Commands.Law;

namespace Vejviser.Cli;

/// <summary>The commands of the one executable, and what their line gives: an exit code of <see cref="CommonOptions"/>.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter error)
    {
        var line = Root(input).Parse(args);
        if (line.Errors.Count == 0)
            return await line.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });

        foreach (var problem in line.Errors)
            await error.WriteLineAsync(problem.Message);
        return CommonOptions.BadInput;
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
        AuditCommands.Build(),
        PlanCommands.Build(),
    };
}
