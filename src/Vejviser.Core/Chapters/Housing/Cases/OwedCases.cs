using System.Data.Common;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Chapters.Housing.Cases;

/// <summary>Enquiries and problems of estates that wait for the reader.</summary>
public sealed class OwedCases : IOwedAnswers
{
    private const string Sql =
        """
        SELECT COUNT(*), COUNT(*) FILTER (WHERE answer_by < @now) FROM housing_case
        WHERE municipal_owner_id = @reader AND answered_at IS NULL AND closed_at IS NULL
        """;

    public PreparedQuestion<IReadOnlyList<OwedAnswers>>? Of(Reader who, DateTime now) => !who.May(Permissions.HousingRead) ? null : new(Sql, [("reader", who.AccountId), ("now", now)], ReadAsync);

    private static async Task<IReadOnlyList<OwedAnswers>> ReadAsync(DbDataReader row, CancellationToken cancel)
    {
        await row.ReadAsync(cancel);
        return row.GetInt32(0) == 0 ? [] : [new OwedAnswers("estates", "/housing/cases", row.GetInt32(0), row.GetInt32(1))];
    }
}
