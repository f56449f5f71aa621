using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Tests.Foundation.People;

public sealed class WrittenCprTests
{
    [Theory]
    [InlineData("Amira, 610190-1234, kommer", true)]
    [InlineData("6101901234", true)]
    [InlineData("610190 1234.", true)]
    [InlineData("Ring 12 34 56 78", false)]
    [InlineData("Sag 2026-0200001", false)]
    [InlineData("den 24-12-2026 kl. 14.30", false)]
    public void Mask_Text_HidesNumbersAndNothingElse(string text, bool hasNumber)
    {
        Assert.Equal(hasNumber, WrittenCpr.IsIn(text));
        Assert.Equal(hasNumber, WrittenCpr.Mask(text) != text);
        Assert.False(WrittenCpr.IsIn(WrittenCpr.Mask(text)));
    }
}
