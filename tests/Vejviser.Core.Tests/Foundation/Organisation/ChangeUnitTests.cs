using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Tests.Foundation.Organisation;

public sealed class ChangeUnitTests
{
    private static readonly Unit Top = new() { Name = "Integration" };
    private static readonly Unit Team = new() { Name = "Bolig", ParentId = Top.Id };
    private static readonly Unit Closed = new() { Name = "Gammel", IsClosed = true };
    private static readonly Unit[] Units = [Top, Team, Closed];

    [Fact]
    public void Decide_NewTeam_IsTaken() => Assert.Null(ChangeUnit.Decide(new(null, Top.Id, "Ydelse", null), Units));

    [Fact]
    public void Decide_SameNameElsewhere_IsTaken() => Assert.Null(ChangeUnit.Decide(new(null, null, "Bolig", null), Units));

    [Fact]
    public void Decide_SameNameSamePlace_IsRefused() => Refused("organisation.unit-name-taken", new(null, Top.Id, "bolig", null));

    [Fact]
    public void Decide_NoName_IsRefused() => Refused("organisation.unit-name-missing", new(null, null, "  ", null));

    [Fact]
    public void Decide_BelowItself_IsRefused() => Refused("organisation.unit-below-itself", new(Top.Id, Team.Id, "Integration", null));

    [Fact]
    public void Decide_BelowAClosedOne_IsRefused() => Refused("organisation.unknown-unit", new(null, Closed.Id, "Ydelse", null));

    [Fact]
    public void Order_ATree_StandsBelowItsParents() =>
        Assert.Equal([("Gammel", 0), ("Integration", 0), ("Bolig", 1)], UnitTree.Order(Units).Select(u => (u.Name, u.Depth)));

    private static void Refused(string code, ChangeUnit.Input input) => Assert.Equal(code, ChangeUnit.Decide(input, Units)?.Code);
}
