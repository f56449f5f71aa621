using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <param name="PersonId">Whom.</param>
/// <param name="ReadVersion">The version that stood on the page when it was opened.</param>
/// <param name="Wanted">The fields of <see cref="PersonField.All"/> as they should be; its other fields do not count.</param>
/// <param name="Languages">All further languages beside the mother tongue, with the level; what is not named goes.</param>
public sealed record PersonEdit(Guid PersonId, int ReadVersion, Person Wanted, IReadOnlyDictionary<string, Proficiency> Languages);

/// <summary>What an edit came to.</summary>
/// <param name="Changed">Codes of the fields that were changed; empty where the page said what already stood, and nothing was written.</param>
/// <param name="Conflicts">Where somebody else saved meanwhile: fields in which theirs, now stored, differs from what was wanted. Nothing was written.</param>
/// <param name="Stored">The person as stored now.</param>
public sealed record PersonEdited(IReadOnlyList<string> Changed, IReadOnlyList<string> Conflicts, Person Stored)
{
    public bool IsConflict => Conflicts.Count > 0;
}

/// <summary>Changes a person's data. An unchanged save writes nothing; a save over somebody else's is told, not made.</summary>
public static class EditPerson
{
    /// <summary>Code of the further languages, which stand in a table of their own.</summary>
    public const string LanguagesCode = "languages";

    public static async Task<Result<PersonEdited>> RunAsync(VejviserDb db, Reader who, AuditContext audit, DateOnly today, PersonEdit edit, CancellationToken cancel)
    {
        var person = await db.People.VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == edit.PersonId && p.MergedIntoId == null, cancel);
        if (person is null)
            return Failure.Of("people.unknown");
        if (CheckPerson.Problem(edit.Wanted, today) is { } problem)
            return problem;
        if (await db.IsHandledAsync(audit, cancel))
            return new PersonEdited([], [], person);
        var languages = await db.PersonLanguages.Where(l => l.PersonId == person.Id).ToListAsync(cancel);
        var differing = PersonField.All.Where(f => f.Differs(edit.Wanted, person)).ToList();
        var codes = differing.Select(f => f.Code).ToList();
        if (!languages.ToDictionary(l => l.Language, l => l.Level, StringComparer.Ordinal).OrderBy(l => l.Key, StringComparer.Ordinal)
                .SequenceEqual(edit.Languages.OrderBy(l => l.Key, StringComparer.Ordinal)))
            codes.Add(LanguagesCode);
        if (codes.Count == 0)
            return new PersonEdited([], [], person);
        if (person.Version != edit.ReadVersion)
            return new PersonEdited([], codes, person);

        var details = Details(codes, differing, person, edit.Wanted);
        foreach (var field in differing)
            field.Copy(edit.Wanted, person);
        person.SearchName = NameFolding.Fold(person.GivenName, person.FamilyName);
        person.Version++;
        Replace(db, person.Id, languages, edit.Languages);
        if (person.Role == HouseholdRole.Head && codes.Exists(c => c is "given-name" or "family-name" or "role"))
            await NameHousehold.AfterHeadAsync(db, person, cancel);
        var outcome = await db.SaveAsync(audit, new AuditSubject(person.Id, person.HouseholdId, "person", person.Id, details), cancel);
        if (outcome != SaveOutcome.Conflict)
            return new PersonEdited(codes, [], person);
        var stored = await db.People.AsNoTracking().SingleAsync(p => p.Id == edit.PersonId, cancel);
        return new PersonEdited([], [.. PersonField.All.Where(f => f.Differs(edit.Wanted, stored)).Select(f => f.Code)], stored);
    }

    private static void Replace(VejviserDb db, Guid personId, List<PersonLanguage> stored, IReadOnlyDictionary<string, Proficiency> wanted)
    {
        foreach (var language in stored)
        {
            if (wanted.TryGetValue(language.Language, out var level))
                language.Level = level;
            else
                db.PersonLanguages.Remove(language);
        }

        foreach (var (code, level) in wanted.Where(w => !stored.Exists(l => l.Language == w.Key)))
            db.PersonLanguages.Add(new PersonLanguage { PersonId = personId, Language = code, Level = level });
    }

    private static string Details(List<string> codes, List<PersonField> fields, Person before, Person after)
    {
        JsonObject Known(Person person) => new(fields.Select(f => KeyValuePair.Create(f.Code, f.ForAudit(person)))
            .Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value)));
        var json = new JsonObject { ["fields"] = new JsonArray([.. codes.Select(c => (JsonNode)c)]), ["from"] = Known(before), ["to"] = Known(after) };
        return json.ToJsonString(JsonSerializerOptions.Default);
    }
}
