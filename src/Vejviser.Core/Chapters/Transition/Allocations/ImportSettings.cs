namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>The section <c>Import</c> of the settings file.</summary>
public sealed record ImportSettings
{
    /// <summary>Largest file, in bytes.</summary>
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Largest size of a spreadsheet once unpacked, in bytes.</summary>
    public long MaxUnpackedBytes { get; init; } = 300L * 1024 * 1024;

    /// <summary>Most people in one file.</summary>
    public int MaxRows { get; init; } = 20_000;

    /// <summary>Households in one transaction.</summary>
    public int HouseholdsPerBatch { get; init; } = 50;

    /// <summary>How long an upload that nobody took or dropped is kept, in days.</summary>
    public int KeepDays { get; init; } = 7;
}
