using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Tests.Foundation.People.Duplicates;

public sealed class NameSkeletonTests
{
    [Theory]
    [InlineData("Mohammed", "Muhamad")]
    [InlineData("Yousef", "Yusuf")]
    [InlineData("Khaled", "خالد")]
    [InlineData("Yousef", "يوسف")]
    [InlineData("Abdul Rahman", "Abdelrahman")]
    [InlineData("al-Khatib", "Khatib")]
    [InlineData("الخطيب", "al-Khatib")]
    [InlineData("Fatima", "Fatimah")]
    [InlineData("Tesfay", "ተስፋይ")]
    [InlineData("Oleksandr", "Олександр")]
    [InlineData("Mikael", "Michael")]
    public void Of_TwoSpellingsOfOneName_IsTheSame(string one, string other) => Assert.Equal(NameSkeleton.Of(one), NameSkeleton.Of(other));

    [Theory]
    [InlineData("Mohammed", "Ahmed")]
    [InlineData("Salma", "Samir")]
    [InlineData("Nour", "Noam")]
    [InlineData("Karimi", "Kaveh")]
    public void Of_TwoNames_Differs(string one, string other) => Assert.NotEqual(NameSkeleton.Of(one), NameSkeleton.Of(other));

    [Fact]
    public void Of_GivenAndFamilySwapped_IsTheSame() => Assert.Equal(NameSkeleton.Of("Yousef", "Haddad"), NameSkeleton.Of("Haddad", "Yousef"));

    [Fact]
    public void Of_TooLittleLeft_IsNull() => Assert.Null(NameSkeleton.Of("Ali", "Io"));
}
