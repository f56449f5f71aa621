using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Hosting;

/// <summary>
/// Where settings come from, the weakest first: the product's own, the one settings file, variables <c>VEJVISER_Section__Name</c>,
/// the command line. <c>docs/operations.md</c> explains each.
/// </summary>
public static class VejviserSettings
{
    /// <summary>Answers where nothing else is set.</summary>
    private static readonly Dictionary<string, string?> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Urls"] = "http://127.0.0.1:5080",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        // It says at every start that the cookies' keys stand as they are in the database; docs/operations.md says it once.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        // Its errors quote values; the request that failed is logged by its shape, with the database's code.
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
        ["Logging:LogLevel:Vejviser.Requests"] = "Warning",
        // A build's files are served as if somebody were writing them, asked for again on every page and unpacked, unless this is said.
        ["ReloadStaticAssetsAtRuntime"] = "false",
    };

    /// <summary>What relative places are relative to: VEJVISER_HOME, else the folder the command is given in.</summary>
    public static string Home => Path.GetFullPath(Environment.GetEnvironmentVariable("VEJVISER_HOME") is { Length: > 0 } home ? home : ".");

    /// <summary>VEJVISER_SETTINGS, else <c>vejviser.json</c> in <see cref="Home"/>, which need not be there.</summary>
    public static string File => Path.GetFullPath(Environment.GetEnvironmentVariable("VEJVISER_SETTINGS") is { Length: > 0 } named ? named : Path.Combine(Home, "vejviser.json"));

    /// <summary>The settings by themselves, for what is asked before there is a host.</summary>
    /// <exception cref="SettingsException">The file is named and not there, or is no JSON.</exception>
    public static IConfigurationRoot Read(params string[] args) => (IConfigurationRoot)new ConfigurationManager().AddVejviser(args);

    /// <summary>The database that the settings file names, or the product's own place for it.</summary>
    public static string Database => Read()["Database:Address"] switch
    {
        { Length: > 0 } address when address.Contains("Host=", StringComparison.OrdinalIgnoreCase) => address,
        { Length: > 0 } path => Path.GetFullPath(path, Path.GetDirectoryName(File)!),
        _ => Path.Combine(Home, "data", "vejviser.db"),
    };

    internal static ConfigurationManager AddVejviser(this ConfigurationManager settings, string[] args)
    {
        ((IConfigurationBuilder)settings).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Own });
        try
        {
            settings.AddJsonFile(File, optional: Environment.GetEnvironmentVariable("VEJVISER_SETTINGS") is null or "");
        }
        catch (FileNotFoundException e)
        {
            throw new SettingsException(Failure.Of("settings.missing", ("file", File)), e);
        }
        catch (InvalidDataException e)
        {
            throw new SettingsException(Failure.Of("settings.not-json", ("file", File), ("why", Why(e))), e);
        }

        settings.AddEnvironmentVariables("VEJVISER_").AddCommandLine(args);
        return settings;
    }

    private static string Why(Exception error) => error.InnerException is { } inner ? Why(inner) : error.Message;
}

/// <summary>A setting cannot be used; the failure says which and why.</summary>
public sealed class SettingsException(Failure failure, Exception? inner = null) : Exception(failure.Code, inner)
{
    public Failure Failure { get; } = failure;
}
