using System.Data.Common;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.Access;

/// <summary>
/// Reads what an account may, today, from the database: on every request, so in one prepared statement (two for the few who hold
/// something in a unit only).
/// </summary>
public static class LoadReader
{
    // Memberships are rows without a permission, so that they and the grants come back together.
    private const string Rows =
        """
        SELECT a.display_name, a.language, a.partner_id, a.must_change_password, p.permission, p.unit_id
        FROM account a
        LEFT JOIN (
            SELECT '' AS permission, m.unit_id FROM unit_member m WHERE m.account_id = @account
            UNION ALL
            SELECT g.permission, r.unit_id FROM role_assignment r JOIN role_permission g ON g.role_id = r.role_id WHERE r.account_id = @account
        ) p ON TRUE
        WHERE a.id = @account AND NOT a.is_closed
        """;

    private const string Units = "SELECT id, parent_id FROM unit";

    /// <returns>Null where the account is closed or gone, or where its security stamp is no longer the cookie's.</returns>
    public static async Task<Reader?> RunAsync(PreparedReads reads, Guid accountId, string? securityStamp, CancellationToken cancel)
    {
        var found = await reads.RunAsync(command => Write(command, accountId, securityStamp), rows => ReadAsync(rows, cancel), cancel);
        if (found is null)
            return null;
        var children = found.Grants.Exists(g => !g.Value.Contains(null)) ? await reads.RunAsync(c => c.CommandText = Units, rows => ChildrenAsync(rows, cancel), cancel) : null;
        var byPermission = new Dictionary<string, IReadOnlySet<Guid>>(found.Grants.Count + 1, StringComparer.Ordinal) { [Permissions.Own] = new HashSet<Guid>() };
        foreach (var (permission, units) in found.Grants)
            byPermission[permission] = units.Contains(null) ? new HashSet<Guid>() : units.SelectMany(unit => AndBelow(unit!.Value, children!)).ToHashSet();
        return new Reader(accountId, found.Name, found.Language, found.Members, byPermission, found.PartnerId) { MustChangePassword = found.MustChangePassword };
    }

    private static void Write(DbCommand command, Guid accountId, string? securityStamp)
    {
        command.CommandText = securityStamp is null ? Rows : $"{Rows} AND a.security_stamp = @stamp";
        command.With("account", accountId);
        if (securityStamp is not null)
            command.With("stamp", securityStamp);
    }

    private static async Task<Found?> ReadAsync(DbDataReader rows, CancellationToken cancel)
    {
        Found? found = null;
        var grants = new Dictionary<string, List<Guid?>>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
        {
            found ??= new Found(rows.GetString(0), rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetGuid(2), rows.GetBoolean(3), [], []);
            if (rows.IsDBNull(4))
                continue;
            var permission = rows.GetString(4);
            Guid? unit = rows.IsDBNull(5) ? null : rows.GetGuid(5);
            if (permission.Length == 0)
                found.Members.Add(unit!.Value);
            else if (grants.TryGetValue(permission, out var units))
                units.Add(unit);
            else
                grants[permission] = [unit];
        }

        found?.Grants.AddRange(grants);
        return found;
    }

    private static async Task<ILookup<Guid?, Guid>> ChildrenAsync(DbDataReader rows, CancellationToken cancel)
    {
        var units = new List<(Guid Id, Guid? Parent)>();
        while (await rows.ReadAsync(cancel))
            units.Add((rows.GetGuid(0), rows.IsDBNull(1) ? null : rows.GetGuid(1)));
        return units.ToLookup(u => u.Parent, u => u.Id);
    }

    private static IEnumerable<Guid> AndBelow(Guid unit, ILookup<Guid?, Guid> children) => children[unit].SelectMany(c => AndBelow(c, children)).Prepend(unit);

    /// <param name="Grants">Permission to the units it is given in; null among them is the whole municipality.</param>
    private sealed record Found(string Name, string Language, Guid? PartnerId, bool MustChangePassword, List<Guid> Members, List<KeyValuePair<string, List<Guid?>>> Grants);
}
