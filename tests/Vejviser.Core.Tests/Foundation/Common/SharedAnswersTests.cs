using Microsoft.Extensions.Time.Testing;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Tests.Foundation.Common;

public sealed class SharedAnswersTests
{
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider clock = new();
    private int counted;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_TwiceWithinThePeriod_IsCountedOnceForEachKey()
    {
        var answers = new SharedAnswers<string, int>(HalfAMinute, clock);
        Assert.Equal((1, 1, 2), (await ReadAsync(answers, "a"), await ReadAsync(answers, "a"), await ReadAsync(answers, "b")));
        clock.Advance(HalfAMinute);
        Assert.Equal(3, await ReadAsync(answers, "a"));
    }

    [Fact]
    public async Task Read_WhatCostsNothing_IsCountedAnew()
    {
        var answers = new SharedAnswers<string, int>(HalfAMinute, clock, timesItsCost: 0);
        Assert.Equal((1, 2), (await ReadAsync(answers, "a"), await ReadAsync(answers, "a")));
    }

    [Fact]
    public async Task Read_WithPatience_TheOneBeforeStandsWhileTheNextIsCounted_AndNoOlderOne()
    {
        var answers = new SharedAnswers<string, int>(HalfAMinute, clock, patience: TimeSpan.Zero);
        var slow = new TaskCompletionSource<int>();
        Assert.Equal(1, await ReadAsync(answers, "a"));
        clock.Advance(HalfAMinute);
        Assert.Equal((1, 1), (await answers.ReadAsync("a", () => slow.Task, Cancel), await answers.ReadAsync("a", () => slow.Task, Cancel)));
        slow.SetResult(2);
        var next = 1;
        for (var tries = 0; tries < 100 && next == 1; tries++, await Task.Delay(10, Cancel))
            next = await answers.ReadAsync("a", () => throw new InvalidOperationException("It is being counted already."), Cancel);
        Assert.Equal(2, next);

        clock.Advance(2 * HalfAMinute);
        var later = new TaskCompletionSource<int>();
        var waiting = answers.ReadAsync("a", () => later.Task, Cancel);
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(50, Cancel)));
        later.SetResult(3);
        Assert.Equal(3, await waiting);
    }

    [Fact]
    public async Task Read_WithPatienceAndPastWithinThePeriod_TheOneBeforeStandsWhileTheNextIsCounted()
    {
        var answers = new SharedAnswers<string, int>(HalfAMinute, clock, timesItsCost: 0, patience: TimeSpan.Zero);
        var slow = new TaskCompletionSource<int>();
        Assert.Equal(1, await ReadAsync(answers, "a"));
        Assert.Equal(1, await answers.ReadAsync("a", () => slow.Task, Cancel));
        slow.SetResult(2);
    }

    /// <summary>A count that takes longer than a period: what was given meanwhile is two periods old by then, and is given no more.</summary>
    [Fact]
    public async Task Read_WithPatienceAndACountLongerThanAPeriod_NothingOlderStands()
    {
        var answers = new SharedAnswers<string, int>(HalfAMinute, clock, patience: TimeSpan.Zero);
        var (slow, next) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        Assert.Equal(1, await ReadAsync(answers, "a"));
        clock.Advance(HalfAMinute);
        Assert.Equal(1, await answers.ReadAsync("a", () => slow.Task, Cancel));

        clock.Advance(HalfAMinute);
        var waiting = answers.ReadAsync("a", () => next.Task, Cancel);

        next.SetResult(3);
        Assert.Equal(3, await waiting);
        slow.SetResult(2);
    }

    [Fact]
    public async Task Read_Failed_IsNotKept()
    {
        var answers = new SharedAnswers<string, int>(HalfAMinute, clock);
        await Assert.ThrowsAsync<InvalidOperationException>(() => answers.ReadAsync("a", () => throw new InvalidOperationException(), Cancel));
        Assert.Equal(1, await ReadAsync(answers, "a"));
    }

    private Task<int> ReadAsync(SharedAnswers<string, int> answers, string key) => answers.ReadAsync(key, () => Task.FromResult(++counted), Cancel);
}
