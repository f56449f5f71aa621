using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Tests.Foundation.Access;

/// <summary>Keys that pages put together from codes: no search of the sources finds them missing.</summary>
public sealed class PermissionTextsTests
{
    private static readonly Texts All = Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"));

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public void EveryPermissionAndKind_IsSaidInPlainWords(string language)
    {
        var keys = Permissions.All.Select(p => $"access.permission.{p}")
            .Concat(Permissions.All.Where(p => p != Permissions.Own).Select(p => $"access.permission-group.{p.Split('.')[0]}"))
            .Concat(Enum.GetNames<PartnerKind>().Select(k => $"organisation.partner-kind.{k}"));
        Assert.Empty(keys.Where(k => !All.Has(language, k)));
    }

    [Fact]
    public void BuiltInRoles_HoldKnownPermissionsOnly() => Assert.Empty(BuiltInRoles.All.Values.SelectMany(p => p).Except(Permissions.All));
}
