using System.Collections.Concurrent;
using System.Diagnostics;

namespace Vejviser.Core.Foundation.Common;

/// <summary>How long what is dear to count stands (ADR 0022).</summary>
public static class Sharing
{
    /// <summary>At most.</summary>
    public static readonly TimeSpan Standing = TimeSpan.FromSeconds(30);

    /// <summary>Anybody waits so long while there is an answer before the one that is being counted.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>Where counting is cheap in a small municipality: so many times as long as it took.</summary>
    public const int TimesItsCost = 50;
}

/// <summary>
/// Answers that are dear to count: those who ask the same within the same short while share one (ADR 0022). Whoever shows one says when it was counted.
/// </summary>
/// <param name="standing">How long an answer stands at most.</param>
/// <param name="timesItsCost">An answer stands only so many times as long as it took to count: what is cheap is counted anew. Null: as long as <paramref name="standing"/>.</param>
/// <param name="patience">How long anybody waits for a new answer while there is the one before, which they are given then: of this period or the last, never older. Null: until the new one is there.</param>
public sealed class SharedAnswers<TKey, TAnswer>(TimeSpan standing, TimeProvider clock, int? timesItsCost = null, TimeSpan? patience = null)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Standing> answers = [];

    /// <param name="key">All that the answer depends on.</param>
    /// <param name="count">Asked by the first alone; a failed answer is not kept.</param>
    /// <param name="cancel">Whoever gives up waiting leaves the answer to the others: it does not stop <paramref name="count"/>.</param>
    public async Task<TAnswer> ReadAsync(TKey key, Func<Task<TAnswer>> count, CancellationToken cancel)
    {
        var period = clock.GetUtcNow().UtcTicks / standing.Ticks;
        foreach (var old in answers.Where(a => a.Value.Period < period - 1))
            answers.TryRemove(old);
        // On a thread of its own: SQLite answers at once, and who comes next waits without holding one.
        Standing New(Counted? before) => new(period, new(() => Task.Run(() => CountAsync(count))), before);
        var stands = answers.AddOrUpdate(key, _ => New(null), (_, old) => old.Period == period && !IsPast(old) ? old : New(old.Counted));
        var counting = stands.Answer.Value;
        if (patience is { } most && stands.Before is { } before && !counting.IsCompleted)
        {
            await Task.WhenAny(counting, Task.Delay(most, cancel));
            if (!counting.IsCompleted)
                return before.Answer;
        }

        try
        {
            return (await counting.WaitAsync(cancel)).Answer;
        }
        catch when (counting.IsFaulted)
        {
            answers.TryRemove(new(key, stands));
            throw;
        }
    }

    /// <summary>Whoever asks next has these counted anew.</summary>
    public void Forget(Predicate<TKey> these)
    {
        foreach (var answer in answers.Where(a => these(a.Key)))
            answers.TryRemove(answer);
    }

    private bool IsPast(Standing stands) => timesItsCost is { } times && stands.Counted is { } counted && Stopwatch.GetElapsedTime(counted.At) > times * counted.Took;

    private static async Task<Counted> CountAsync(Func<Task<TAnswer>> count)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = await count();
        return new Counted(answer, Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(begun));
    }

    /// <param name="Before">The one before, for whoever does not wait; null where there was none in time.</param>
    private sealed record Standing(long Period, Lazy<Task<Counted>> Answer, Counted? Before)
    {
        /// <summary>Null while it is being counted, and where that failed.</summary>
        public Counted? Counted => Answer is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var counted } } ? counted : null;
    }

    /// <param name="At">When it was there, as <see cref="Stopwatch"/> counts.</param>
    private sealed record Counted(TAnswer Answer, long At, TimeSpan Took);
}
