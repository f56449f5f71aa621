using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>
/// An association's user asks the municipality; whoever fills the practice's leading role owns it, and it is late once so many workdays have gone, the day it was asked on among them. Failures:
/// <c>pairs.forbidden</c>, <c>pairs.enquiry-what</c>, <c>pairs.too-long</c>.
/// </summary>
public sealed class AskMunicipality(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    public const int MostCharacters = 2000;

    public async Task<Result<Guid>> RunAsync(PairPractice practice, string? what, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (who.PartnerId is not { } partner || practice.AnswerWorkdays is not { } limit || !await db.Volunteers.AnyAsync(v => v.PartnerId == partner && v.Practice == practice.Id, cancel))
            return Failure.Of("pairs.forbidden");
        if (string.IsNullOrWhiteSpace(what))
            return Failure.Of("pairs.enquiry-what");
        if (what.Length > MostCharacters)
            return Failure.Of("pairs.too-long", ("most", MostCharacters));
        if (await db.IsHandledAsync(audit, cancel))
            return await db.VolunteerEnquiries.Where(e => e.PartnerId == partner).OrderByDescending(e => e.AskedAt).Select(e => e.Id).FirstAsync(cancel);
        var definition = (await practices.InUseAsync(db, practice.Id, cancel))!;
        var calendar = await law.CalendarAsync(db, cancel);
        var owner = (await RoleFillers.ReadAsync(db, cancel)).Find(practice.Id, definition.Lead);
        var asked = db.Add(new VolunteerEnquiry
        {
            Practice = practice.Id, PartnerId = partner, AskedBy = who.AccountId, What = what.Trim(), AskedAt = audit.At, OwnerId = owner?.AccountId, OwnerUnitId = owner?.UnitId,
            LateFrom = TimeZones.StartOfDay(calendar.AddWorkdays(calendar.NextOrSame(audit.Day), definition.LimitOf(limit))),
        }).Entity;
        await db.SaveAsync(audit, new AuditSubject(Entity: "volunteer-enquiry", EntityId: asked.Id), cancel);
        return asked.Id;
    }
}

/// <summary>Answers an enquiry; the answer can be written anew. Failures: <c>pairs.forbidden</c>, <c>pairs.unknown-enquiry</c>, <c>pairs.enquiry-answer</c>, <c>pairs.too-long</c>, <c>pairs.changed-meanwhile</c>.</summary>
public static class AnswerEnquiry
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid id, string? answer, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.Pairs))
            return Failure.Of("pairs.forbidden");
        if (await db.VolunteerEnquiries.SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } enquiry)
            return Failure.Of("pairs.unknown-enquiry");
        if (string.IsNullOrWhiteSpace(answer))
            return Failure.Of("pairs.enquiry-answer");
        if (answer.Length > AskMunicipality.MostCharacters)
            return Failure.Of("pairs.too-long", ("most", AskMunicipality.MostCharacters));
        if (enquiry.Answer == answer.Trim())
            return Done.Result;
        (enquiry.Answer, enquiry.AnsweredAt, enquiry.AnsweredBy, enquiry.Version) = (answer.Trim(), enquiry.AnsweredAt ?? audit.At, audit.Actor, enquiry.Version + 1);
        return await db.SaveAsync(audit, new AuditSubject(Entity: "volunteer-enquiry", EntityId: id), cancel) == SaveOutcome.Conflict ? Failure.Of("pairs.changed-meanwhile") : Done.Result;
    }
}
