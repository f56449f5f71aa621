using System.Linq.Expressions;

namespace Vejviser.Core.Foundation.Audit;

/// <summary>
/// Which rows of the audit are reads: their action ends in <c>.read</c>, <c>.show-cpr</c>, <c>.search-cpr</c>, <c>.export</c> or <c>.print</c>.
/// All others changed something, or tried to.
/// </summary>
public static class ReadActions
{
    public static Expression<Func<AuditEntry, bool>> IsRead { get; } = e =>
        e.Action.EndsWith(".read") || e.Action.EndsWith(".show-cpr") || e.Action.EndsWith(".search-cpr") || e.Action.EndsWith(".export") || e.Action.EndsWith(".print");

    public static Expression<Func<AuditEntry, bool>> IsChange { get; } = Expression.Lambda<Func<AuditEntry, bool>>(Expression.Not(IsRead.Body), IsRead.Parameters);

    private static readonly Func<AuditEntry, bool> Compiled = IsRead.Compile();

    public static bool IsReadOf(string action) => Compiled(new AuditEntry { Action = action, Hash = [] });
}
