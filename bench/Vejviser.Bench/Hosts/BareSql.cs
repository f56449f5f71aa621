namespace Vejviser.Bench.Hosts;

/// <summary>What the product asks of the database for one page, by hand. The work list's own statements are the product's text itself.</summary>
internal static class BareSql
{
    /// <summary>The reader with every permission and place, as <c>LoadReader</c> asks for them.</summary>
    public const string Reader =
        """
        SELECT a.display_name, a.language, a.partner_id, a.must_change_password, s.permission, s.unit_id
        FROM account a
        LEFT JOIN (SELECT m.account_id, '' AS permission, m.unit_id FROM unit_member m WHERE m.account_id = @reader
                   UNION ALL
                   SELECT ra.account_id, rp.permission, ra.unit_id FROM role_assignment ra JOIN role_permission rp ON rp.role_id = ra.role_id WHERE ra.account_id = @reader) s ON s.account_id = a.id
        WHERE a.id = @reader AND NOT a.is_closed
        """;

    public const string Audit = "INSERT INTO peer_audit (at, actor_id, action, entity, details) VALUES (@at, @actor, 'work.read', 'list', @details)";
}
