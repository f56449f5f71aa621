using System.Text.Json;
using Vejviser.Core.Chapters.Housing.Homes;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>A household at the meeting: only what decides where it can live. No name.</summary>
public sealed record SeekerFacts(
    Guid Id, string Label, int Adults, int Children, int LeastRooms, int MostRent, bool NeedsAccess, bool IsFutureStudent, bool IsYoungAndAlone, DateOnly From, int DaysWaited);

/// <summary>A vacant home at the meeting.</summary>
/// <param name="Rent">With use, kroner a month.</param>
public sealed record HomeFacts(
    Guid Id, string Address, Guid AssociationId, string Estate, string Area, int WorkPercent, bool IsListed, int SchoolMetres, int TransportMetres,
    int Rooms, int SquareMetres, int Rent, DwellingKind Kind, bool IsAccessible, DateOnly AvailableFrom);

/// <summary>An association's part of the key.</summary>
/// <param name="MoveOuts">In the years the key is built on.</param>
public sealed record KeyFacts(Guid AssociationId, string Name, int MoveOuts);

/// <summary>All that a meeting shares out and by what: everything the proposal depends on but the policy and the choices by hand.</summary>
/// <param name="KeyTolerance">Households an association may have more or fewer than its part.</param>
public sealed record AllocationFacts(DateOnly Day, IReadOnlyList<SeekerFacts> Seekers, IReadOnlyList<HomeFacts> Homes, IReadOnlyList<KeyFacts> Key, int KeyTolerance)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static AllocationFacts FromJson(string json) => JsonSerializer.Deserialize<AllocationFacts>(json, Format)!;

    /// <summary>An association's part of so many households: 3.4 of them. Null where the key has nothing to go by.</summary>
    public double? PartOf(Guid association, int households) =>
        Key.Sum(k => k.MoveOuts) is > 0 and var all ? households * (Key.FirstOrDefault(k => k.AssociationId == association)?.MoveOuts ?? 0) / (double)all : null;
}
