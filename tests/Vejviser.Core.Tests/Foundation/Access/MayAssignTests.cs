using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Tests.Foundation.Access;

public sealed class MayAssignTests
{
    private static readonly Guid Me = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();
    private static readonly Guid Mine = Guid.CreateVersion7();
    private static readonly Guid Elsewhere = Guid.CreateVersion7();

    [Fact]
    public void Decide_AccessEverywhere_MayAll() => Assert.Null(MayAssign.Decide(By((Permissions.AccessEdit, null)), Me, [Permissions.Health], null));

    [Fact]
    public void Decide_OwnUnitNoMoreThanOwn_May() =>
        Assert.Null(MayAssign.Decide(By((Permissions.AccessEdit, Mine), (Permissions.Work, Mine)), Other, [Permissions.Work], Mine));

    [Fact]
    public void Decide_WholeMunicipality_IsRefused() => Refused("access.only-own-units", Other, [], null);

    [Fact]
    public void Decide_AnotherUnit_IsRefused() => Refused("access.only-own-units", Other, [], Elsewhere);

    [Fact]
    public void Decide_Oneself_IsRefused() => Refused("access.not-oneself", Me, [], Mine);

    [Fact]
    public void Decide_MoreThanOneHolds_IsRefused() => Refused("access.more-than-own", Other, [Permissions.Health], Mine);

    private static void Refused(string code, Guid account, string[] permissions, Guid? unit) =>
        Assert.Equal(code, MayAssign.Decide(By((Permissions.AccessEdit, Mine), (Permissions.Work, null)), account, permissions, unit)?.Code);

    private static Reader By(params (string Permission, Guid? Unit)[] grants) => new(
        Me, "Ane Admin", "da", [], grants.ToDictionary(g => g.Permission, g => (IReadOnlySet<Guid>)(g.Unit is { } u ? new HashSet<Guid> { u } : [])), null);
}
