using System.Collections.Concurrent;
using System.Diagnostics;

namespace Vejviser.Core.Foundation.Common;

/// <summary>
/// Answers that are dear to count: those who ask the same within the same short while share one (ADR 0022). Whoever shows one says when it was counted.
/// </summary>
/// <param name="standing">How long an answer stands at most.</param>
/// <param name="timesItsCost">An answer stands only so many times as long as it took to count: what is cheap is counted anew. Null: as long as <paramref name="standing"/>.</param>
/// <param name="patience">How long anybody waits for a new answer while there is one of the period before, which they are given then. Null: until it is there.</param>
public sealed class SharedAnswers<TKey, TAnswer>(TimeSpan standing, TimeProvider clock, int? timesItsCost = null, TimeSpan? patience = null)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<(long Period, TKey Key), Lazy<Task<Counted>>> answers = [];

    /// <param name="key">All that the answer depends on.</param>
    /// <param name="count">Asked by the first alone; a failed answer is not kept.</param>
    /// <param name="cancel">Whoever gives up waiting leaves the answer to the others: it does not stop <paramref name="count"/>.</param>
    public async Task<TAnswer> ReadAsync(TKey key, Func<Task<TAnswer>> count, CancellationToken cancel)
    {
        var asked = (Period: clock.GetUtcNow().UtcTicks / standing.Ticks, key);
        foreach (var old in answers.Where(a => a.Key.Period < asked.Period - (patience is null ? 0 : 1) || IsPast(a.Value)))
            answers.TryRemove(old);
        // On a thread of its own: SQLite answers at once, and who comes next waits without holding one.
        var answer = answers.GetOrAdd(asked, _ => new(() => Task.Run(() => CountAsync(count))));
        if (patience is { } most && answers.TryGetValue((asked.Period - 1, key), out var before) && before.Value.IsCompletedSuccessfully)
        {
            await Task.WhenAny(answer.Value, Task.Delay(most, cancel));
            if (!answer.Value.IsCompleted)
                return before.Value.Result.Answer;
        }

        try
        {
            return (await answer.Value.WaitAsync(cancel)).Answer;
        }
        catch when (answer.Value.IsFaulted)
        {
            answers.TryRemove(new(asked, answer));
            throw;
        }
    }

    /// <summary>Whoever asks next has these counted anew.</summary>
    public void Forget(Predicate<TKey> these)
    {
        foreach (var answer in answers.Where(a => these(a.Key.Key)))
            answers.TryRemove(answer);
    }

    private bool IsPast(Lazy<Task<Counted>> answer) =>
        timesItsCost is { } times && answer is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var counted } } && Stopwatch.GetElapsedTime(counted.At) > times * counted.Took;

    private static async Task<Counted> CountAsync(Func<Task<TAnswer>> count)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = await count();
        return new Counted(answer, Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(begun));
    }

    /// <param name="At">When it was there, as <see cref="Stopwatch"/> counts.</param>
    private sealed record Counted(TAnswer Answer, long At, TimeSpan Took);
}
