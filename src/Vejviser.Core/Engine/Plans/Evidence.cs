using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <summary>What may be kept as evidence; a setting of the installation.</summary>
public sealed record EvidenceRules
{
    /// <summary>Bytes.</summary>
    public int MostBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Characters of a note or a comment.</summary>
    public int MostCharacters { get; init; } = 4000;

    /// <summary>MIME types, each with the file endings that go with it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ContentTypes { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = [".pdf"],
        ["image/jpeg"] = [".jpg", ".jpeg"],
        ["image/png"] = [".png"],
        ["image/heic"] = [".heic"],
        ["text/plain"] = [".txt"],
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = [".docx"],
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = [".xlsx"],
        ["application/vnd.oasis.opendocument.text"] = [".odt"],
    };

    /// <summary>Why a note and a file cannot be kept, or null where they can.</summary>
    internal Failure? Refuse(string? note, EvidenceFile? file)
    {
        if (note?.Length > MostCharacters)
            return Failure.Of("tasks.note-too-long", ("most", MostCharacters));
        if (file is null)
            return null;
        if (file.Content.Length == 0)
            return Failure.Of("tasks.file-empty");
        if (file.Content.Length > MostBytes)
            return Failure.Of("tasks.file-too-large", ("megabytes", MostBytes / (1024 * 1024)));
        return ContentTypes.TryGetValue(file.ContentType, out var endings) && endings.Contains(Path.GetExtension(file.SafeName).ToLowerInvariant())
            ? null
            : Failure.Of("tasks.file-kind", ("kinds", string.Join(", ", ContentTypes.Values.SelectMany(e => e).Select(e => e[1..]))));
    }
}

/// <param name="Name">As the browser gave it; only its last part is kept.</param>
public sealed record EvidenceFile(string Name, string ContentType, byte[] Content)
{
    private const int MostNameLength = 200;

    /// <summary>No folders, no control characters, not longer than a file system takes.</summary>
    internal string SafeName
    {
        get
        {
            var name = new string([.. Name[(Name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]);
            return name.Length <= MostNameLength ? name : name[^MostNameLength..];
        }
    }

    internal static TaskEvidence Row(Guid task, Guid account, DateTime at, string? note, EvidenceFile? file) => new()
    {
        TaskId = task,
        AccountId = account,
        At = at,
        Note = note.OrNull(),
        FileName = file?.SafeName,
        ContentType = file?.ContentType,
        Content = file?.Content,
    };
}
