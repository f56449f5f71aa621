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
    public async Task Read_Failed_IsNotKept()
    {
        var answers = new SharedAnswers<string, int>(HalfAMinute, clock);
        await Assert.ThrowsAsync<InvalidOperationException>(() => answers.ReadAsync("a", () => throw new InvalidOperationException(), Cancel));
        Assert.Equal(1, await ReadAsync(answers, "a"));
    }

    private Task<int> ReadAsync(SharedAnswers<string, int> answers, string key) => answers.ReadAsync(key, () => Task.FromResult(++counted), Cancel);
}
