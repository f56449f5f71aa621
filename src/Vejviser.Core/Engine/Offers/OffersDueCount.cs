using System.Data.Common;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Offers;

/// <summary>How many of the reader's own offers are to be asked about today or before: everybody's front asks it.</summary>
public static class OffersDueCount
{
    public static PreparedQuestion<int> Of(Reader who, DateOnly today) =>
        new(command => Write(command, who, today), async (answer, cancel) => await answer.ReadAsync(cancel) ? answer.GetInt32(0) : 0);

    private static void Write(DbCommand command, Reader who, DateOnly today)
    {
        command.CommandText =
            $"""
            SELECT COUNT(*) FROM offer o JOIN household h ON h.id = o.household_id
            WHERE o.remind_on IS NOT NULL AND o.remind_on <= @today
              AND (o.answer IN ({(int)OfferAnswer.None}, {(int)OfferAnswer.Later}) OR (o.answer = {(int)OfferAnswer.Yes} AND o.plan_id IS NULL))
              AND (o.offered_by = @reader OR h.case_worker_id = @reader OR h.contact_person_id = @reader)
            """;
        command.With("reader", who.AccountId);
        command.With("today", today);
    }
}
