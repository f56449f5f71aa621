using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// Who may give which role to whom. With <see cref="Permissions.AccessEdit"/> everywhere: anything. With it in some units:
/// in those units only, never to oneself, and no permission that one does not hold there.
/// </summary>
public static class MayAssign
{
    /// <param name="by">Who gives or takes.</param>
    /// <param name="accountId">Who gets or loses.</param>
    /// <param name="permissions">What the role carries.</param>
    /// <param name="unitId">Where it holds; null is the whole municipality.</param>
    /// <returns>Why not, or null.</returns>
    public static Failure? Decide(Reader by, Guid accountId, IReadOnlyCollection<string> permissions, Guid? unitId)
    {
        if (by.MayEverywhere(Permissions.AccessEdit))
            return null;
        if (unitId is not { } unit || !by.May(Permissions.AccessEdit, unit))
            return Failure.Of("access.only-own-units");
        if (accountId == by.AccountId)
            return Failure.Of("access.not-oneself");
        return permissions.All(p => by.May(p, unit)) ? null : Failure.Of("access.more-than-own");
    }

    /// <summary>Accounts, roles and the identity provider's groups concern the whole municipality.</summary>
    /// <returns>Why not, or null.</returns>
    public static Failure? Everywhere(Reader by) => by.MayEverywhere(Permissions.AccessEdit) ? null : Failure.Of("access.only-everywhere");
}
