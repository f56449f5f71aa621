using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Tests.Foundation.Law;

namespace Vejviser.Core.Tests.Chapters.Housing;

public sealed class RentSumTests
{
    [Theory]
    [InlineData("2016-05-01", 1, 0, 3600)]
    [InlineData("2016-05-01", 2, 2, 10440)]
    [InlineData("2021-05-01", 1, 0, 3858)]
    [InlineData("2025-06-30", 1, 2, 8175)]
    [InlineData("2025-07-01", 1, 2, 7554)]
    [InlineData("2026-05-01", 2, 1, 12444)]
    public void Sum_ByTheBenefitsOfTheDay_IsWhatIsLeftForRent(string day, int adults, int children, int most)
    {
        var economy = TheLaw.Book.HousingEconomy(TheLaw.Day(day)).Value;
        var sum = RentSum.Of(adults, children, null, 0, economy, HousingPolicy.First);
        Assert.Equal(most, sum.MostRent);
        Assert.Equal(sum.MostRent, sum.Lines.Sum(l => l.Kroner));
        Assert.True(sum.Ground!.Unverified);
    }

    [Fact]
    public void Sum_IncomeWritten_TakesItAndNotTheBenefits()
    {
        var sum = RentSum.Of(1, 0, 9000, 500, TheLaw.Book.HousingEconomy(TheLaw.Day("2026-05-01")).Value, HousingPolicy.First);
        Assert.Equal(8000, sum.MostRent);
        Assert.Null(sum.Ground);
    }

    [Fact]
    public void Need_FamilyGrows_NeedsMoreRoomsByItself()
    {
        var today = TheLaw.Day("2026-05-01");
        PersonToHouse One(HouseholdRole role, string born) => new(role, EducationLevel.None, TheLaw.Day(born), null);
        WorkedOutNeed Of(params PersonToHouse[] people) => WorkedOutNeed.Of(new NeedSource(Guid.CreateVersion7(), "H2026-1", today, null, DateTime.UnixEpoch, people, null), null, HousingPolicy.First, youthBelow: 30, today);
        var head = One(HouseholdRole.Head, "1990-01-01");
        Assert.Equal((1, 1, 0), (Of(head).LeastRooms, Of(head).Adults, Of(head).Children));
        var family = Of(head, One(HouseholdRole.Spouse, "1992-01-01"), One(HouseholdRole.Child, "2015-01-01"));
        Assert.Equal((2, 2, 1), (family.LeastRooms, family.Adults, family.Children));
    }

    [Theory]
    [InlineData("2008-05-02", 30, false)]
    [InlineData("2008-05-01", 30, true)]
    [InlineData("1996-05-02", 30, true)]
    [InlineData("1996-05-01", 30, false)]
    [InlineData("1996-05-02", 25, false)]
    public void Need_AloneAndGrownUpAndUnderTheSettingsAge_IsOfferedHomesForTheYoung(string born, int below, bool expected)
    {
        var today = TheLaw.Day("2026-05-01");
        var person = new PersonToHouse(HouseholdRole.Head, EducationLevel.None, TheLaw.Day(born), null);
        var need = WorkedOutNeed.Of(new NeedSource(Guid.CreateVersion7(), "H2026-1", today, null, DateTime.UnixEpoch, [person], null), null, HousingPolicy.First, below, today);
        Assert.Equal(expected, need.IsYoungAndAlone);
    }
}
