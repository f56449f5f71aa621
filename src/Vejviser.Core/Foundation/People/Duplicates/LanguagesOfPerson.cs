using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>Further languages: those the kept person has not yet.</summary>
internal sealed class LanguagesOfPerson : IPersonPart
{
    private sealed record Moved(Dictionary<string, Proficiency> Taken, Dictionary<string, Proficiency> Dropped);

    public string Code => "languages";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var known = await sides.Db.PersonLanguages.Where(l => l.PersonId == sides.Kept.Id).Select(l => l.Language).ToListAsync(cancel);
        var coming = await sides.Db.PersonLanguages.Where(l => l.PersonId == sides.Merged.Id).ToListAsync(cancel);
        if (coming.Count == 0)
            return null;
        var taken = coming.Where(l => !known.Contains(l.Language)).ToList();
        // The person is part of the key: a language moves by being written anew.
        sides.Db.PersonLanguages.RemoveRange(coming);
        sides.Db.PersonLanguages.AddRange(taken.Select(l => new PersonLanguage { PersonId = sides.Kept.Id, Language = l.Language, Level = l.Level }));
        return JsonSerializer.SerializeToNode(new Moved(Levels(taken), Levels(coming.Except(taken))));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var was = moved.Deserialize<Moved>()!;
        var codes = was.Taken.Keys.ToList();
        sides.Db.PersonLanguages.RemoveRange(await sides.Db.PersonLanguages.Where(l => l.PersonId == sides.Kept.Id && codes.Contains(l.Language)).ToListAsync(cancel));
        foreach (var (language, level) in was.Taken.Concat(was.Dropped))
            sides.Db.PersonLanguages.Add(new PersonLanguage { PersonId = sides.Merged.Id, Language = language, Level = level });
    }

    private static Dictionary<string, Proficiency> Levels(IEnumerable<PersonLanguage> languages) => languages.ToDictionary(l => l.Language, l => l.Level, StringComparer.Ordinal);
}
