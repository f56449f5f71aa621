using System.CommandLine;
using Vejviser.Core.Data;
using Vejviser.Web.Hosting;

namespace Vejviser.Cli.Commands;

/// <summary>Options and exit codes that all commands share.</summary>
internal static class CommonOptions
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Anything that should not have happened.</summary>
    public const int Failed = 1;

    /// <summary>Wrong use or bad input.</summary>
    public const int BadInput = 2;

    /// <summary>A rule said no.</summary>
    public const int RuleSaidNo = 3;

    public static Option<string> Database() => new("--database")
    {
        Description = "The municipality's database: a file (SQLite) or a PostgreSQL connection string. Also VEJVISER_DATABASE.",
        HelpName = "file|connection",
    };

    public static Option<string> Urls() => new("--urls") { Description = "Address to listen on, such as http://127.0.0.1:5080.", HelpName = "address" };

    public static Option<bool> Json() => new("--json") { Description = "One JSON document on standard output; messages go to standard error." };

    /// <summary>As written, else VEJVISER_DATABASE, else what the settings file says, else <c>data/vejviser.db</c>.</summary>
    public static DatabaseAddress Address(this ParseResult parsed, Option<string> database) => DatabaseAddress.Parse(
        parsed.GetValue(database) ?? (Environment.GetEnvironmentVariable("VEJVISER_DATABASE") is { Length: > 0 } named ? named : VejviserSettings.Database));
}
