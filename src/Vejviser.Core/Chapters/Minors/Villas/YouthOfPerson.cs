using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>A youth's assessment, room and ties follow when two people turn out to be one; where both have the same, the merged person's stays where it is.</summary>
public sealed class YouthOfPerson : IPersonPart
{
    /// <param name="Stays">Rooms that followed, ended ones among them.</param>
    /// <param name="Ties">The others of ties that followed.</param>
    private sealed record Moved(bool Home, List<Guid> Stays, List<Guid> Ties);

    public string Code => "youth-home";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (db, kept, merged) = (sides.Db, sides.Kept.Id, sides.Merged.Id);
        var home = !await db.YouthHomes.AnyAsync(h => h.PersonId == kept, cancel) && await GiveHomeAsync(sides, merged, kept, cancel);
        var isHeld = await db.VillaStays.AnyAsync(s => s.HeldPersonId == kept, cancel);
        var stays = await db.VillaStays.Where(s => s.PersonId == merged && (s.HeldPersonId == null || !isHeld)).ToListAsync(cancel);
        stays.ForEach(s => s.Follow(kept));
        var known = await OthersAsync(sides, kept, cancel);
        var ties = (await OthersAsync(sides, merged, cancel)).Where(o => o != kept && !known.Contains(o)).ToList();
        await GiveTiesAsync(sides, ties, merged, kept, cancel);
        return !home && stays.Count == 0 && ties.Count == 0 ? null : JsonSerializer.SerializeToNode(new Moved(home, stays.ConvertAll(s => s.Id), ties));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var (was, merged) = (moved.Deserialize<Moved>()!, sides.Merged.Id);
        if (was.Home)
            await GiveHomeAsync(sides, sides.Kept.Id, merged, cancel);
        foreach (var stay in await sides.Db.VillaStays.Where(s => was.Stays.Contains(s.Id)).ToListAsync(cancel))
            stay.Follow(merged);
        await GiveTiesAsync(sides, was.Ties, sides.Kept.Id, merged, cancel);
    }

    /// <summary>The person is the row's key: a new one in the old one's place.</summary>
    private static async Task<bool> GiveHomeAsync(MergeSides sides, Guid from, Guid to, CancellationToken cancel)
    {
        if (await sides.Db.YouthHomes.SingleOrDefaultAsync(h => h.PersonId == from, cancel) is not { } home)
            return false;
        sides.Db.Remove(home);
        sides.Db.Add(new YouthHome
        {
            PersonId = to, AssessedOn = home.AssessedOn, Fits = home.Fits, CustodyHolder = home.CustodyHolder, WishedVillaId = home.WishedVillaId, ChosenVillaId = home.ChosenVillaId, ChosenReason = home.ChosenReason, Version = home.Version + 1,
        });
        return true;
    }

    private static async Task<IReadOnlyList<Guid>> OthersAsync(MergeSides sides, Guid person, CancellationToken cancel) =>
        await sides.Db.YouthTies.Where(t => t.PersonId == person || t.OtherPersonId == person).Select(t => t.PersonId == person ? t.OtherPersonId : t.PersonId).ToListAsync(cancel);

    private static async Task GiveTiesAsync(MergeSides sides, IReadOnlyCollection<Guid> others, Guid from, Guid to, CancellationToken cancel)
    {
        foreach (var tie in await sides.Db.YouthTies.Where(t => (t.PersonId == from && others.Contains(t.OtherPersonId)) || (t.OtherPersonId == from && others.Contains(t.PersonId))).ToListAsync(cancel))
        {
            var (first, second) = YouthTie.PairOf(to, tie.PersonId == from ? tie.OtherPersonId : tie.PersonId);
            sides.Db.Remove(tie);
            sides.Db.Add(new YouthTie { PersonId = first, OtherPersonId = second, IsApart = tie.IsApart });
        }
    }
}
