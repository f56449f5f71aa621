using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Offers;

/// <summary>How many of the reader's own offers are to be asked about today or before: everybody's front asks it.</summary>
public static class OffersDueCount
{
    private static readonly string Sql =
        $"""
        SELECT COUNT(*) FROM offer o JOIN household h ON h.id = o.household_id
        WHERE o.remind_on IS NOT NULL AND o.remind_on <= @today
          AND (o.answer IN ({(int)OfferAnswer.None}, {(int)OfferAnswer.Later}) OR (o.answer = {(int)OfferAnswer.Yes} AND o.plan_id IS NULL))
          AND (o.offered_by = @reader OR h.case_worker_id = @reader OR h.contact_person_id = @reader)
        """;

    public static PreparedQuestion<int> Of(Reader who, DateOnly today) => PreparedQuestion.Count(Sql, [("reader", who.AccountId), ("today", today)]);
}
