using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Catalogue.Own;

/// <summary>What taking a file would do.</summary>
/// <param name="Definition">The practice as it would be here; null where the file cannot be read as one.</param>
/// <param name="Before">As it is here now; null where it is new.</param>
/// <param name="Problems">Of the file's own check; with any it is not taken.</param>
/// <param name="IsChanges">True for a version of a practice of the catalogue.</param>
public sealed record PracticeToTake(string Practice, PracticeDefinition? Definition, PracticeDefinition? Before, IReadOnlyList<CatalogueProblem> Problems, bool IsChanges);

/// <param name="Version">The own practice's version, or the published version of a practice of the catalogue.</param>
public sealed record TakenPractice(string Practice, int Version, bool IsChanges);

/// <summary>
/// Takes a practice from a file: another municipality's own, as an own practice here, or its version of one of the catalogue's, as the next
/// version here. Read and checked like the catalogue's own files; nothing in a file is ever run. Failures: <c>practices.file-not-a-practice</c>,
/// <c>practices.file-has-faults</c>, <c>practices.id-of-catalogue</c>, <c>practices.unknown</c>, and those of <see cref="PublishPracticeVersion"/>.
/// </summary>
public sealed class TakePractice(VejviserDb db, EffectivePractices practices, PublishPracticeVersion publish, ConsentPurposes purposes)
{
    /// <summary>What it would do; changes nothing.</summary>
    public async Task<Result<PracticeToTake>> PreviewAsync(PracticeBundle bundle, CancellationToken cancel = default)
    {
        if (bundle.IsChanges)
            return await PreviewChangesAsync(bundle, cancel);
        if (!bundle.IsWhole)
            return Failure.Of("practices.file-not-a-practice");
        if (practices.Catalogue.Find(bundle.Practice) is not null)
            return Failure.Of("practices.id-of-catalogue", ("practice", bundle.Practice));
        var newest = await WriteOwnPractice.NewestAsync(db, bundle.Practice, cancel);
        var reading = practices.Catalogue.ReadBeside(EffectivePractices.OwnFiles(bundle.AsVersion((newest?.Version ?? 0) + 1)), purposes.All);
        var before = newest is null ? null : await practices.FindAsync(db, bundle.Practice, newest.Version, cancel);
        return new PracticeToTake(bundle.Practice, reading.Problems.Count == 0 ? reading.Catalogue.Practices.SingleOrDefault() : null, before, reading.Problems, IsChanges: false);
    }

    public async Task<Result<TakenPractice>> RunAsync(PracticeBundle bundle, string? note, AuditContext audit, CancellationToken cancel = default)
    {
        var preview = await PreviewAsync(bundle, cancel);
        if (!preview.IsSuccess)
            return preview.Failure;
        if (preview.Value.Definition is null)
            return Failure.Of("practices.file-has-faults", ("problems", preview.Value.Problems.Count));
        if (preview.Value.IsChanges)
        {
            var published = await publish.RunAsync(new PublishPracticeVersionInput(bundle.Practice, bundle.Changes()!, note), audit, cancel);
            return published.IsSuccess ? new TakenPractice(bundle.Practice, published.Value.Number, IsChanges: true) : published.Failure;
        }

        var newest = await WriteOwnPractice.NewestAsync(db, bundle.Practice, cancel);
        if (newest is not null && await db.IsHandledAsync(audit, cancel))
            return new TakenPractice(bundle.Practice, newest.Version, IsChanges: false);
        var saved = await WriteOwnPractice.SaveAsync(db, bundle.AsVersion((newest?.Version ?? 0) + 1), audit, cancel);
        return saved.IsSuccess ? new TakenPractice(bundle.Practice, saved.Value.Version, IsChanges: false) : saved.Failure;
    }

    private async Task<Result<PracticeToTake>> PreviewChangesAsync(PracticeBundle bundle, CancellationToken cancel)
    {
        if (await practices.FindAsync(db, bundle.Practice, cancel) is not { } original)
            return Failure.Of("practices.unknown", ("practice", bundle.Practice));
        if (bundle.Changes() is not { } changes)
            return Failure.Of("practices.file-not-a-practice");
        if (changes.FaultsIn(original) is [var fault, ..])
            return fault;
        var newest = await EffectivePractices.NewestAsync(db, bundle.Practice, cancel);
        return new PracticeToTake(bundle.Practice, original.With(changes), newest is null ? original : await practices.OfAsync(db, newest, cancel), [], IsChanges: true);
    }
}
