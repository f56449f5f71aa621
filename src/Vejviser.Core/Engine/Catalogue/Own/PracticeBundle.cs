using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Catalogue.Own;

/// <summary>
/// A practice in one file that one municipality hands to another: YAML documents, each after a line that names it. Either the files of an own
/// practice as the catalogue would have them, or <c>ID.changes.json</c>, what a municipality changed in a practice of the catalogue.
/// </summary>
/// <param name="Files">In their order.</param>
public sealed partial record PracticeBundle(IReadOnlyList<CatalogueFile> Files)
{
    /// <summary>Half a megabyte: the largest practice of the catalogue with all its languages is a tenth of it.</summary>
    public const int MostBytes = 512 * 1024;

    private const int MostFiles = 20;
    private const string Head = "# Vejviser practice, format 1";
    private const string ChangesEnding = ".changes.json";

    [GeneratedRegex(@"^--- # (?<path>[0-9a-z-]+/[a-z0-9-]+(\.[a-z0-9-]+)*\.(yaml|json))\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Mark { get; }

    [GeneratedRegex(@"^version:[^\n]*$", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex VersionLine { get; }

    public static PracticeBundle Of(OwnPractice practice) => new(EffectivePractices.OwnFiles(practice));

    public static PracticeBundle Of(PracticeDefinition definition, PracticeChanges changes) =>
        new([new(string.Create(CultureInfo.InvariantCulture, $"{definition.ChapterNumber:00}-{definition.Chapter}/{definition.Id}{ChangesEnding}"), changes.ToJson())]);

    /// <summary>The practice's id.</summary>
    public string Practice => Path.GetFileName(Files[0].Path).Split('.')[0];

    /// <summary>What is changed in a practice of the catalogue; null for an own practice.</summary>
    public bool IsChanges => Files is [{ Path: var path }] && path.EndsWith(ChangesEnding, StringComparison.Ordinal);

    /// <summary>Such as <c>natteravne.practice.yaml</c>.</summary>
    public string FileName => $"{Practice}.practice.yaml";

    public string Write()
    {
        var text = new StringBuilder(Head).Append('\n');
        foreach (var file in Files)
            text.Append(CultureInfo.InvariantCulture, $"--- # {file.Path}\n").Append(file.Text.ReplaceLineEndings("\n").TrimEnd('\n')).Append('\n');
        return text.ToString();
    }

    /// <summary>Failures: <c>practices.file-too-large</c>, <c>practices.file-not-a-practice</c>.</summary>
    public static Result<PracticeBundle> Read(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
            return Failure.Of("practices.file-too-large", ("most", MostBytes / 1024));
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            return Failure.Of("practices.file-not-a-practice");
        }

        var marks = Mark.Matches(text);
        if (!text.StartsWith(Head, StringComparison.Ordinal) || marks.Count is 0 or > MostFiles)
            return Failure.Of("practices.file-not-a-practice");
        var bundle = new PracticeBundle([.. marks.Select((m, i) => new CatalogueFile(m.Groups["path"].Value, text[(m.Index + m.Length)..(i + 1 < marks.Count ? marks[i + 1].Index : text.Length)].Trim('\n') + "\n"))]);
        // One practice and nothing beside it.
        return bundle.Files.All(f => Path.GetFileName(f.Path).Split('.')[0] == bundle.Practice) && bundle.Files.Select(f => Path.GetDirectoryName(f.Path)).Distinct(StringComparer.Ordinal).Count() == 1
            && bundle.Files.Select(f => f.Path).Distinct(StringComparer.Ordinal).Count() == bundle.Files.Count
            ? bundle
            : Failure.Of("practices.file-not-a-practice");
    }

    /// <summary>The changes; null where they are none of this program's.</summary>
    public PracticeChanges? Changes()
    {
        try
        {
            return PracticeChanges.FromJson(Files[0].Text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The own practice's files as a version of it here.</summary>
    internal OwnPractice AsVersion(int version)
    {
        var structure = Files.First(f => Path.GetFileName(f.Path).Split('.').Length == 2);
        return new OwnPractice
        {
            Practice = Practice, Version = version,
            Structure = VersionLine.Replace(structure.Text, string.Create(CultureInfo.InvariantCulture, $"version: {version}"), 1),
            Texts = JsonSerializer.Serialize(Files.Where(f => f != structure).ToDictionary(f => Path.GetFileName(f.Path).Split('.')[1], f => f.Text)),
        };
    }

    /// <summary>True where there is one structure, and texts of languages beside it.</summary>
    internal bool IsWhole
    {
        get
        {
            var names = Files.Select(f => Path.GetFileName(f.Path).Split('.')).ToList();
            return names.Count(n => n.Length == 2) == 1 && names.TrueForAll(n => n[^1] == "yaml" && (n.Length == 2 || (n.Length == 3 && n[1].All(char.IsAsciiLetterLower))));
        }
    }
}
