using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>How a file is taken.</summary>
/// <param name="IsAllOrNothing">One transaction for the whole file, and none of it where one row is bad; else the good households, some at a time.</param>
/// <param name="HouseholdsAtOnce">Households in one transaction, where it is not the whole file.</param>
/// <param name="InTransaction">Runs in each transaction, with the rows done so far; false takes the whole batch back and ends the run.</param>
/// <param name="Done">Told after each commit: rows done so far.</param>
public sealed record TakeWay(
    bool IsAllOrNothing = false, int HouseholdsAtOnce = 50, Func<VejviserDb, int, CancellationToken, Task<bool>>? InTransaction = null, Action<int>? Done = null);

/// <summary>What came of a file.</summary>
/// <param name="Households">New and changed ones that were taken.</param>
/// <param name="People">New and changed ones that were taken.</param>
/// <param name="Unchanged">People who stood as the file has them already.</param>
/// <param name="HouseholdIds">Those taken, in the file's order.</param>
/// <param name="IsRefused">All or nothing was asked for, and it was nothing.</param>
public sealed record TakenAllocations(
    int Rows, int Households, int People, int Unchanged, IReadOnlyList<AllocationProblem> Problems, IReadOnlyList<Guid> HouseholdIds, bool IsRefused)
{
    public IEnumerable<AllocationProblem> Errors => Problems.Where(p => p.IsError);

    public IEnumerable<AllocationProblem> Warnings => Problems.Where(p => !p.IsError);
}

/// <summary>
/// Takes a checked file: each household whole or not at all, and once however often the file comes. A run that is stopped, by a failure
/// or a power cut, leaves whole households; taking the file again takes the rest.
/// </summary>
public sealed class TakeAllocations(DatabaseAddress address, LawBook law, StartReceptionPlans startPlans, FamilyArrival family)
{
    private const int Attempts = 3;
    private static readonly string[] WrittenMeanwhile = ["household", "person", "practice_version"];

    public async Task<TakenAllocations> RunAsync(CheckedAllocations file, TakeWay way, AuditContext audit, CancellationToken cancel)
    {
        var taken = new TakenAllocations(file.Rows, 0, 0, 0, file.Problems, [], IsRefused: false);
        if (way.IsAllOrNothing && file.Problems.Any(p => p.IsError))
            return taken with { IsRefused = true };

        // Rows that cannot be taken are done with from the start.
        var rowsDone = file.Rows - file.Households.Sum(h => h.People.Count);
        foreach (var batch in way.IsAllOrNothing ? [[.. file.Households]] : file.Households.Chunk(way.HouseholdsAtOnce))
        {
            rowsDone += batch.Sum(h => h.People.Count);
            if (await TakeBatchAsync(new CheckedAllocations(file.Rows, batch, []), way, rowsDone, audit, cancel) is not { } done)
                break;
            if (done.IsRefused)
                return done with { Problems = CheckAllocations.InOrder(file.Problems.Concat(done.Problems)) };
            taken = taken with
            {
                Households = taken.Households + done.Households,
                People = taken.People + done.People,
                Unchanged = taken.Unchanged + done.Unchanged,
                Problems = [.. taken.Problems, .. done.Problems],
                HouseholdIds = [.. taken.HouseholdIds, .. done.HouseholdIds],
            };
            way.Done?.Invoke(rowsDone);
        }

        return taken with { Problems = CheckAllocations.InOrder(taken.Problems) };
    }

    /// <summary>Whoever came to a household that was here already may change what its practices do.</summary>
    private async Task JoinAsync(VejviserDb db, ILookup<Guid, Guid> joined, AuditContext audit, CancellationToken cancel)
    {
        foreach (var household in joined)
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            await family.RunAsync(db, household.Key, [.. household], audit, cancel);
        }
    }

    /// <summary>Somebody else may take the same people at the same moment: what the database then refuses is compared anew.</summary>
    private async Task<TakenAllocations?> TakeBatchAsync(CheckedAllocations batch, TakeWay way, int rowsDone, AuditContext audit, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryBatchAsync(batch, way, rowsDone, audit, cancel);
            }
            catch (Exception e) when (attempt < Attempts && (e is DbUpdateConcurrencyException || WrittenMeanwhile.Any(e.IsUniqueViolationOn)))
            {
            }
        }
    }

    private async Task<TakenAllocations?> TryBatchAsync(CheckedAllocations batch, TakeWay way, int rowsDone, AuditContext audit, CancellationToken cancel)
    {
        await using var db = Databases.Open(address);
        // Thousands of rows are only added: nobody need look for changes among them.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var compared = await CompareAllocations.RunAsync(db, batch, law, cancel);
        if (way.IsAllOrNothing && compared.Errors.Any())
            return new TakenAllocations(batch.Rows, 0, 0, 0, compared.Problems, [], IsRefused: true);
        var written = await new WriteAllocations(db, law, startPlans, audit).RunAsync(compared.Households, cancel);
        // A form's command id is spent on the request itself; here the register says what was taken before.
        if (await db.SaveAsync(audit with { CommandId = null }, written.Subjects, cancel) == SaveOutcome.Conflict)
            throw new DbUpdateConcurrencyException();
        await written.Arrivals.InsertAsync(db, cancel);
        await JoinAsync(db, written.Joined, audit with { CommandId = null }, cancel);
        if (way.InTransaction is not null && !await way.InTransaction(db, rowsDone, cancel))
            return null;
        await transaction.CommitAsync(cancel);
        var households = written.Subjects.Where(s => s.HouseholdId is not null && s.Entity is "household" or "person").Select(s => s.HouseholdId!.Value).Distinct().ToList();
        return new TakenAllocations(batch.Rows, compared.ToTake.Count(), compared.PeopleToTake, compared.Unchanged, compared.Problems, households, IsRefused: false);
    }
}
