using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Courses.Cards;

/// <summary>A person's card follows when two people turn out to be one; where both have one, the merged person's stays where it is.</summary>
public sealed class CardOfPerson : IPersonPart
{
    public string Code => "progress-card";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel) =>
        await sides.Db.ProgressCards.AnyAsync(c => c.PersonId == sides.Kept.Id, cancel) || !await GiveAsync(sides, sides.Merged.Id, sides.Kept.Id, cancel) ? null : JsonValue.Create(true);

    public Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel) => GiveAsync(sides, sides.Kept.Id, sides.Merged.Id, cancel);

    /// <summary>The person is the rows' key: new ones in the old ones' place.</summary>
    private static async Task<bool> GiveAsync(MergeSides sides, Guid from, Guid to, CancellationToken cancel)
    {
        if (await sides.Db.ProgressCards.SingleOrDefaultAsync(c => c.PersonId == from, cancel) is not { } card)
            return false;
        var words = await sides.Db.CardWords.Where(w => w.PersonId == from).ToListAsync(cancel);
        sides.Db.Remove(card);
        sides.Db.RemoveRange(words);
        sides.Db.Add(new ProgressCard
        {
            PersonId = to, OpenedOn = card.OpenedOn, IndustryId = card.IndustryId, Strengths = card.Strengths, Skills = card.Skills, ClosedOn = card.ClosedOn,
            CarriedTo = card.CarriedTo, CarriedFrom = card.CarriedFrom, Version = card.Version + 1,
        });
        sides.Db.AddRange(words.Select(w => new CardWord { PersonId = to, WordId = w.WordId }));
        return true;
    }
}
