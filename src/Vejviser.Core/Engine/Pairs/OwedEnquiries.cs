using System.Data.Common;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>Volunteers' enquiries that wait for the reader, or for a unit of theirs.</summary>
public sealed class OwedEnquiries(PairPractices all) : IOwedAnswers
{
    private const string Sql =
        """
        SELECT practice, COUNT(*), COUNT(*) FILTER (WHERE late_from <= @now) FROM volunteer_enquiry
        WHERE answered_at IS NULL AND (owner_id = @reader OR (owner_id IS NULL AND owner_unit_id IN (SELECT unit_id FROM unit_member WHERE account_id = @reader)))
        GROUP BY practice ORDER BY practice
        """;

    public PreparedQuestion<IReadOnlyList<OwedAnswers>>? Of(Reader who, DateTime now) => !who.May(Permissions.Pairs) ? null : new(Sql, [("reader", who.AccountId), ("now", now)], ReadAsync);

    private async Task<IReadOnlyList<OwedAnswers>> ReadAsync(DbDataReader rows, CancellationToken cancel)
    {
        var owed = new List<OwedAnswers>();
        while (await rows.ReadAsync(cancel))
            owed.Add(new OwedAnswers("volunteers", $"/pairs/{all.Find(rows.GetString(0))!.Key}/enquiries", rows.GetInt32(1), rows.GetInt32(2)));
        return owed;
    }
}
