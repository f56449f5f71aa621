using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Agreements;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Cases;

/// <param name="AssociationOwner">A user of the estate's association; needed for a problem.</param>
public sealed record ReportCaseInput(HousingCaseKind Kind, Guid? EstateId, string? What, string? ReportedBy, Guid? MunicipalOwner, Guid? AssociationOwner);

/// <summary>
/// Notes what an estate or a neighbour has rung about, with an owner and a time by which it is answered: the hours of the agreement for the hotline, the workdays of the practice for a problem. Failures:
/// <c>housing.forbidden</c>, <c>housing.unknown-estate</c>, <c>housing.case-what</c>, <c>housing.too-long</c>, <c>housing.case-owner</c>, <c>housing.case-both-owners</c> (a problem has an owner on both sides).
/// </summary>
public sealed class ReportCase(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    public const int MostCharacters = 2000;

    public async Task<Result<Guid>> RunAsync(ReportCaseInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (await db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == input.EstateId, cancel) is not { } estate)
            return Failure.Of("housing.unknown-estate");
        if (string.IsNullOrWhiteSpace(input.What) || string.IsNullOrWhiteSpace(input.ReportedBy))
            return Failure.Of("housing.case-what");
        if (input.What.Length > MostCharacters || input.ReportedBy.Length > MostCharacters)
            return Failure.Of("housing.too-long", ("most", MostCharacters));
        if (!await db.Users.AnyAsync(a => a.Id == input.MunicipalOwner && a.PartnerId == null && !a.IsClosed, cancel))
            return Failure.Of("housing.case-owner");
        if (input is { Kind: HousingCaseKind.Problem } or { AssociationOwner: not null } && !await db.Users.AnyAsync(a => a.Id == input.AssociationOwner && a.PartnerId == estate.AssociationId && !a.IsClosed, cancel))
            return Failure.Of("housing.case-both-owners");
        var made = db.Add(new HousingCase
        {
            Kind = input.Kind, EstateId = estate.Id, What = input.What.Trim(), ReportedBy = input.ReportedBy.Trim(), ReportedAt = audit.At, AnswerBy = await AnswerByAsync(input.Kind, estate, audit, cancel),
            MunicipalOwnerId = input.MunicipalOwner!.Value, AssociationOwnerId = input.AssociationOwner,
        }).Entity;
        await db.SaveAsync(audit, new AuditSubject(Entity: "housing-case", EntityId: made.Id), cancel);
        return made.Id;
    }

    private async Task<DateTime> AnswerByAsync(HousingCaseKind kind, Estate estate, AuditContext audit, CancellationToken cancel)
    {
        if (kind == HousingCaseKind.Problem)
        {
            var last = (await law.CalendarAsync(db, cancel)).AddWorkdays(audit.Day, (await MixedRules.LoadAsync(db, practices, cancel)).AnswerWorkdays);
            // To the end of the last workday, by the clock on the town hall.
            return TimeZones.StartOfDay(last.AddDays(1));
        }

        var agreed = await db.HousingAgreements.Where(a => a.From <= audit.Day && a.To >= audit.Day && db.AgreementAssociations.Any(s => s.AgreementId == a.Id && s.AssociationId == estate.AssociationId)).MinAsync(a => (int?)a.HotlineHours, cancel);
        return audit.At.AddHours(agreed ?? (await AgreementRules.LoadAsync(db, practices, cancel)).HotlineHours);
    }
}

/// <summary>Answers a case, and closes it. Failures: <c>housing.forbidden</c>, <c>housing.unknown-case</c>, <c>housing.case-answer</c>, <c>housing.too-long</c>, <c>housing.changed-meanwhile</c>.</summary>
public static class AnswerCase
{
    /// <param name="isClosed">Nothing more is to be done.</param>
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid id, string? answer, bool isClosed, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (await db.HousingCases.SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } found || (who.PartnerId is { } partner && !await db.Estates.AnyAsync(e => e.Id == found.EstateId && e.AssociationId == partner, cancel)))
            return Failure.Of("housing.unknown-case");
        if (who.PartnerId is null && !who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (string.IsNullOrWhiteSpace(answer) && found.AnsweredAt is null)
            return Failure.Of("housing.case-answer");
        if (answer?.Length > ReportCase.MostCharacters)
            return Failure.Of("housing.too-long", ("most", ReportCase.MostCharacters));
        if (!string.IsNullOrWhiteSpace(answer))
            (found.Answer, found.AnsweredAt) = (answer.Trim(), found.AnsweredAt ?? audit.At);
        if (isClosed)
            found.ClosedAt ??= audit.At;
        if (!db.ChangeTracker.HasChanges())
            return Done.Result;
        found.Version++;
        return await db.SaveAsync(audit, new AuditSubject(Entity: "housing-case", EntityId: id), cancel) == SaveOutcome.Conflict ? Failure.Of("housing.changed-meanwhile") : Done.Result;
    }
}
