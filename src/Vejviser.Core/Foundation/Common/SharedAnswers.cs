using System.Collections.Concurrent;

namespace Vejviser.Core.Foundation.Common;

/// <summary>
/// Answers that are dear to count: those who ask the same within the same short while share one (ADR 0022). Whoever shows one says when it was counted.
/// </summary>
/// <param name="standing">How long an answer stands.</param>
public sealed class SharedAnswers<TKey, TAnswer>(TimeSpan standing, TimeProvider clock)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<(long Period, TKey Key), Lazy<Task<TAnswer>>> answers = [];

    /// <param name="key">All that the answer depends on.</param>
    /// <param name="count">Asked by the first alone; a failed answer is not kept.</param>
    /// <param name="cancel">Whoever gives up waiting leaves the answer to the others: it does not stop <paramref name="count"/>.</param>
    public async Task<TAnswer> ReadAsync(TKey key, Func<Task<TAnswer>> count, CancellationToken cancel)
    {
        var asked = (Period: clock.GetUtcNow().UtcTicks / standing.Ticks, key);
        foreach (var old in answers.Keys.Where(k => k.Period < asked.Period))
            answers.TryRemove(old, out _);
        // On a thread of its own: SQLite answers at once, and who comes next waits without holding one.
        var answer = answers.GetOrAdd(asked, _ => new(() => Task.Run(count)));
        try
        {
            return await answer.Value.WaitAsync(cancel);
        }
        catch when (answer.Value.IsFaulted)
        {
            answers.TryRemove(new(asked, answer));
            throw;
        }
    }
}
