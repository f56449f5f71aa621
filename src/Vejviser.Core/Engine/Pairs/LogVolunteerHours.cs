using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Pairs;

/// <param name="Minutes">Of that day.</param>
/// <param name="What">Shortly; nothing of the newcomer's circumstances.</param>
public sealed record LogVolunteerHoursInput(Guid PairId, DateOnly? On, int? Minutes, string? What);

/// <summary>
/// A volunteer, or their association, writes the time given; a line that is wrong is taken away again. Failures: <c>pairs.unknown</c>, <c>pairs.not-agreed</c>, <c>pairs.hours-day</c> (not begun then, or not yet),
/// <c>pairs.hours-minutes</c>, <c>pairs.too-long</c>.
/// </summary>
public sealed class LogVolunteerHours(VejviserDb db)
{
    public const int MostMinutes = 12 * 60;

    public async Task<Result<Done>> RunAsync(LogVolunteerHoursInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var found = await PairChange.FindAsync(db, input.PairId, who, audit.Day, cancel);
        if (!found.IsSuccess)
            return found.Failure;
        var (pair, plan) = found.Value;
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (pair.State != PairState.Agreed)
            return Failure.Of("pairs.not-agreed");
        if (input.On is not { } day || pair.StartOn is not { } start || day < start || day > audit.Day)
            return Failure.Of("pairs.hours-day", ("from", pair.StartOn));
        if (input.Minutes is not { } minutes || minutes is < 1 or > MostMinutes)
            return Failure.Of("pairs.hours-minutes", ("most", MostMinutes));
        if (input.What?.Length > ChoosePair.MostCharacters)
            return Failure.Of("pairs.too-long", ("most", ChoosePair.MostCharacters));
        db.Add(new VolunteerHours { PairId = pair.Id, On = day, Minutes = minutes, What = input.What.OrNull(), ByAccountId = audit.Actor, At = audit.At });
        return await PairChange.SaveAsync(db, pair, plan, audit, cancel, ("on", day), ("minutes", minutes));
    }

    public async Task<Result<Done>> RemoveAsync(Guid pairId, Guid hours, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var found = await PairChange.FindAsync(db, pairId, who, audit.Day, cancel);
        if (!found.IsSuccess)
            return found.Failure;
        var (pair, plan) = found.Value;
        if (await db.VolunteerHours.SingleOrDefaultAsync(h => h.Id == hours && h.PairId == pairId, cancel) is not { } line)
            return Done.Result;
        db.Remove(line);
        return await PairChange.SaveAsync(db, pair, plan, audit, cancel, ("removed", line.On), ("minutes", line.Minutes));
    }
}
