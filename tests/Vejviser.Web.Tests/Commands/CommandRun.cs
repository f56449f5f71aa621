using Vejviser.Cli;

namespace Vejviser.Web.Tests.Commands;

/// <summary>A command line run in this process, as the shell would give it.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    public static async Task<CommandRun> RunAsync(string[] args, string input = "")
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new StringReader(input), output, error);
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
