using System.Text.Json;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>What came of an upload, kept with it as JSON after its bytes are gone.</summary>
/// <param name="Failure">Why the run came to a stop: <c>disk-full</c> or <c>unexpected</c>; null where it came to its end.</param>
public sealed record UploadOutcome(
    int Rows, int Households, int People, int Unchanged, bool IsRefused, IReadOnlyList<AllocationProblem> Problems, IReadOnlyList<Guid> HouseholdIds, string? Failure = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static UploadOutcome Of(TakenAllocations taken) =>
        new(taken.Rows, taken.Households, taken.People, taken.Unchanged, taken.IsRefused, taken.Problems, taken.HouseholdIds);

    public static UploadOutcome Stopped(string failure) => new(0, 0, 0, 0, false, [], [], failure);

    public static UploadOutcome? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<UploadOutcome>(json, Json);

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
