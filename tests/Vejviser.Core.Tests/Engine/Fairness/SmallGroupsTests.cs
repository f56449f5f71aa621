using CsCheck;
using Vejviser.Core.Engine.Fairness;

namespace Vejviser.Core.Tests.Engine.Fairness;

public sealed class SmallGroupsTests
{
    private const int Least = 5;

    [Theory]
    [InlineData(new[] { 12, 9, 7 }, new int[0])]
    [InlineData(new[] { 12, 9, 3 }, new[] { 1, 2 })]
    [InlineData(new[] { 12, 2, 4 }, new[] { 1, 2 })]
    [InlineData(new[] { 12, 1, 1, 6 }, new[] { 1, 2, 3 })]
    [InlineData(new[] { 12, 0, 7 }, new int[0])]
    public void Hidden_SmallGroup_IsHiddenWithTheNextSmallest(int[] counts, int[] hidden) => Assert.Equal(hidden, SmallGroups.Hidden(counts, Least).Order());

    /// <summary>Who knows the total and what is shown knows no more of those hidden than of a group that may be shown.</summary>
    [Fact]
    public void Hidden_AnyCounts_TheTotalGivesNoSmallGroupAway() => Gen.Int[0, 30].Array[1, 8].Sample(
        counts =>
        {
            var hidden = SmallGroups.Hidden(counts, Least);
            Assert.All(Enumerable.Range(0, counts.Length).Where(i => !hidden.Contains(i)), i => Assert.True(counts[i] is 0 or >= Least));
            var isAllHidden = hidden.Count == counts.Count(c => c > 0);
            Assert.True(hidden.Count == 0 || isAllHidden || (hidden.Count >= 2 && hidden.Sum(i => counts[i]) >= Least));
        },
        iter: 2000, seed: "0000000000000");
}
