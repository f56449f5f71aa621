namespace Vejviser.Core.Foundation.Law;

/// <summary>A file of <c>law/</c> cannot be used as it stands. The message begins with file and line, such as <c>takeover.yaml:12</c>.</summary>
public sealed class LawFileException : Exception
{
    public LawFileException(string file, long line, string problem, Exception? inner = null)
        : base($"{file}:{line}: {problem}", inner) => (File, Line) = (file, line);

    /// <summary>The file's name without its folder.</summary>
    public string File { get; }

    /// <summary>From 1.</summary>
    public long Line { get; }
}
