using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Messages.Handovers;

/// <param name="What">In the giver's words.</param>
public sealed record GiveHandoverInput(Guid PersonId, string What, DateOnly? DueOn, Guid? ToAccountId = null, Guid? ToUnitId = null, Guid? ToPartnerId = null);

/// <summary>
/// Gives something about a person on, and tells the receiver that there is something to acknowledge. Failures: <c>people.unknown</c>, <c>handovers.what-missing</c>,
/// <c>handovers.has-cpr</c>, <c>handovers.to-missing</c>, <c>handovers.no-consent</c> where volunteers may not know of the person, <c>handovers.due-passed</c>, <c>messages.no-way</c> where the receiver has no e-mail.
/// </summary>
public sealed class GiveHandover(VejviserDb db, QueueMessage queue, HandoverMail mail, MessageSettings settings)
{
    public const int MostCharacters = 2000;

    public async Task<Result<Guid>> RunAsync(GiveHandoverInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == input.PersonId && p.MergedIntoId == null, cancel) is not { } person)
            return Failure.Of("people.unknown");
        if (string.IsNullOrWhiteSpace(input.What) || input.What.Length > MostCharacters)
            return Failure.Of("handovers.what-missing", ("most", MostCharacters));
        if (WrittenCpr.IsIn(input.What))
            return Failure.Of("handovers.has-cpr");
        if (input.DueOn < audit.Day)
            return Failure.Of("handovers.due-passed");
        if (input.ToPartnerId is { } partner && !await VolunteerSight.People(db, partner).AnyAsync(p => p.Id == person.Id, cancel))
            return Failure.Of("handovers.no-consent");
        if (await mail.ReceiverAsync(input.ToAccountId, input.ToUnitId, input.ToPartnerId, cancel) is not { } to)
            return Failure.Of("handovers.to-missing");
        if (await db.IsHandledAsync(audit, cancel))
            return Guid.Empty;
        var handover = new Handover
        {
            PersonId = person.Id, HouseholdId = person.HouseholdId, What = input.What.Trim(), DueOn = input.DueOn, GivenBy = who.AccountId, GivenAt = audit.At,
            ToAccountId = input.ToAccountId, ToUnitId = input.ToUnitId, ToPartnerId = input.ToPartnerId,
            ClimbsAt = (await queue.HoursAsync(cancel)).NextOrSame(audit.At.AddHours(settings.Handover.Hours)),
        };
        db.Handovers.Add(handover);
        var queued = await mail.QueueAsync(handover, "handover", to, audit, cancel);
        if (!queued.IsSuccess)
        {
            db.ChangeTracker.Clear();
            return queued.Failure;
        }

        await db.SaveAsync(audit, [new AuditSubject(person.Id, person.HouseholdId, "handover", handover.Id), QueueMessage.SubjectOf(queued.Value)], cancel);
        return handover.Id;
    }
}
