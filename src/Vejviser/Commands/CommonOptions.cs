using System.CommandLine;
using Vejviser.Core.Data;

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
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VEJVISER_DATABASE") ?? "data/vejviser.db",
    };

    public static Option<bool> Json() => new("--json") { Description = "One JSON document on standard output; messages go to standard error." };

    public static DatabaseAddress Address(this ParseResult parsed, Option<string> database) => DatabaseAddress.Parse(parsed.GetValue(database)!);
}
