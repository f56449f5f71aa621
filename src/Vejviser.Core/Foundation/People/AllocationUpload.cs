namespace Vejviser.Core.Foundation.People;

/// <summary>An uploaded allocation file, and the queue it stands in: a run that was cut off is found again and goes on. The bytes go when it is taken or dropped.</summary>
public sealed class AllocationUpload
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string FileName { get; init; }

    public byte[]? Content { get; set; }

    public Guid UploadedBy { get; init; }

    public DateTime UploadedAt { get; init; }

    public UploadState State { get; set; }

    /// <summary>None of it where one row is bad, else the good households.</summary>
    public bool IsAllOrNothing { get; set; }

    /// <summary>Who said that it shall be taken.</summary>
    public Guid? TakenBy { get; set; }

    public DateTime? TakenAt { get; set; }

    /// <summary>Which run has it in hand; a run that finds another here gives up.</summary>
    public Guid? RunId { get; set; }

    /// <summary>A run that is not heard of until then is taken for dead.</summary>
    public DateTime? RunUntil { get; set; }

    public int RowsDone { get; set; }

    public int RowsTotal { get; set; }

    /// <summary>JSON: the counts and problems of the finished import.</summary>
    public string? Outcome { get; set; }
}

public enum UploadState
{
    /// <summary>For somebody to look at it and decide.</summary>
    Waiting = 1,
    Running,
    Taken,
    Dropped,
    Failed,

    /// <summary>To be taken, by whichever node is free first.</summary>
    Queued,
}
