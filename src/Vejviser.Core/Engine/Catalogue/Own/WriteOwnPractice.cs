using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Catalogue.Own;

/// <param name="Practice">The practice's id; null for a new one.</param>
/// <param name="Version">The version that was opened for editing; 0 for a new one.</param>
public sealed record WriteOwnPracticeInput(PracticeDraft Draft, string? Practice = null, int Version = 0);

/// <summary>
/// Writes a practice of the municipality's own, or its next version, through the same reader and check as the catalogue's. It runs when it is
/// adopted, like any other. Failures: <c>practices.unknown</c>, <c>practices.draft-faults</c>, <c>practices.written-meanwhile</c>.
/// </summary>
public sealed class WriteOwnPractice(VejviserDb db, EffectivePractices practices, Texts texts, ConsentPurposes purposes)
{
    /// <summary>Ids that are addresses of other pages.</summary>
    private static readonly string[] Reserved = ["new", "import"];

    public async Task<Result<OwnPractice>> RunAsync(WriteOwnPracticeInput input, AuditContext audit, CancellationToken cancel = default)
    {
        DraftIds.Give(input.Draft);
        var newest = input.Practice is null ? null : await NewestAsync(db, input.Practice, cancel);
        if (input.Practice is not null && newest is null)
            return Failure.Of("practices.unknown", ("practice", input.Practice));
        if (await HandledAsync(newest, audit, cancel) is { } before)
            return before;
        if (newest is not null && newest.Version != input.Version)
            return Failure.Of("practices.written-meanwhile");
        var made = await FilesAsync(input, newest, cancel);
        if (Faults(input.Draft, made).Count > 0)
            return Failure.Of("practices.draft-faults");
        return await SaveAsync(db, made, audit, cancel);
    }

    /// <summary>All that is missing or wrong: what the form can name at its field, else what the check of the catalogue finds.</summary>
    public async Task<IReadOnlyList<DraftFault>> CheckAsync(WriteOwnPracticeInput input, CancellationToken cancel = default)
    {
        DraftIds.Give(input.Draft);
        var newest = input.Practice is null ? null : await NewestAsync(db, input.Practice, cancel);
        return Faults(input.Draft, await FilesAsync(input, newest, cancel));
    }

    /// <summary>The newest version as a draft; null where it says more than a form can show, and is changed as a file instead.</summary>
    public async Task<(PracticeDraft Draft, int Version)?> OpenAsync(string practice, CancellationToken cancel = default)
    {
        if (await NewestAsync(db, practice, cancel) is not { } stored || await practices.FindAsync(db, practice, stored.Version, cancel) is not { } definition)
            return null;
        var draft = DraftOf.Definition(definition);
        var files = new DraftFiles(draft, practice, stored.Version, definition.Origin.Municipalities.FirstOrDefault() ?? "", texts);
        var said = JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Texts)!;
        return files.Structure() == stored.Structure && said.Count == 2 && files.WordsIn("da") == said["da"] && files.WordsIn("en") == said["en"] ? (draft, stored.Version) : null;
    }

    internal static Task<OwnPractice?> NewestAsync(VejviserDb db, string practice, CancellationToken cancel) =>
        db.OwnPractices.AsNoTracking().Where(p => p.Practice == practice).OrderByDescending(p => p.Version).FirstOrDefaultAsync(cancel);

    internal static async Task<Result<OwnPractice>> SaveAsync(VejviserDb db, OwnPractice made, AuditContext audit, CancellationToken cancel)
    {
        var practice = new OwnPractice { Practice = made.Practice, Version = made.Version, Structure = made.Structure, Texts = made.Texts, WrittenAt = audit.At, WrittenBy = audit.Actor };
        db.OwnPractices.Add(practice);
        try
        {
            var subject = new AuditSubject(Entity: "own-practice", EntityId: practice.Id, Details: AuditDetails.Of(("practice", practice.Practice), ("version", practice.Version)));
            return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.AlreadyDone ? (await NewestAsync(db, made.Practice, cancel))! : practice;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("own_practice"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("practices.written-meanwhile");
        }
    }

    /// <summary>The form sent twice answers what it answered first.</summary>
    private async Task<OwnPractice?> HandledAsync(OwnPractice? newest, AuditContext audit, CancellationToken cancel) => !await db.IsHandledAsync(audit, cancel)
        ? null
        : newest ?? await db.OwnPractices.AsNoTracking().Where(p => p.WrittenBy == audit.Actor).OrderByDescending(p => p.WrittenAt).FirstOrDefaultAsync(cancel);

    private async Task<OwnPractice> FilesAsync(WriteOwnPracticeInput input, OwnPractice? newest, CancellationToken cancel)
    {
        var id = input.Practice;
        if (id is null)
        {
            var taken = (await db.OwnPractices.AsNoTracking().Select(p => p.Practice).Distinct().ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
            id = MadeIds.Of(input.Draft.Title.Da ?? "", "practice", made => Reserved.Contains(made) || practices.Catalogue.Find(made) is not null || taken.Contains(made));
        }

        var municipality = await db.Municipalities.AsNoTracking().Select(m => m.Name).FirstOrDefaultAsync(cancel) ?? "";
        var version = (newest?.Version ?? 0) + 1;
        var files = new DraftFiles(input.Draft, id, version, municipality, texts);
        return new OwnPractice
        {
            Practice = id, Version = version, Structure = files.Structure(),
            Texts = JsonSerializer.Serialize(new Dictionary<string, string> { ["da"] = files.WordsIn("da"), ["en"] = files.WordsIn("en") }),
        };
    }

    private IReadOnlyList<DraftFault> Faults(PracticeDraft draft, OwnPractice made)
    {
        if (CheckDraft.Run(draft).ToList() is { Count: > 0 } missing)
            return missing;
        return [.. practices.Catalogue.ReadBeside(EffectivePractices.OwnFiles(made), purposes.All).Problems.Select(p => new DraftFault("", $"catalogue.problem.{p.Code}", p.Values))];
    }
}
