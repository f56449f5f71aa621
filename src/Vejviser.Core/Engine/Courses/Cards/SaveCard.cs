using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Courses.Cards;

/// <param name="Words">All the words the person knows.</param>
/// <param name="IsClosed">It is finished and the person has a copy.</param>
/// <param name="Version">What the form saw; null asks for none.</param>
public sealed record SaveCardInput(Guid PersonId, IReadOnlyCollection<Guid> Words, Guid? IndustryId, string? Strengths, string? Skills, bool IsClosed, int? Version = null);

/// <summary>
/// Writes a person's card, and opens it where there is none. By who may note attendance and may see the person or leads a course they are on. Failures: <c>people.unknown</c>,
/// <c>cards.unknown-word</c>, <c>cards.unknown-industry</c>, <c>cards.too-long</c>, <c>cards.changed-meanwhile</c>.
/// </summary>
public sealed class SaveCard(VejviserDb db)
{
    private const int MostCharacters = 4000;

    public async Task<Result<Done>> RunAsync(SaveCardInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (!await MayReadAsync(db, who, input.PersonId, audit.At, cancel))
            return Failure.Of("people.unknown");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (input.Strengths?.Length > MostCharacters || input.Skills?.Length > MostCharacters)
            return Failure.Of("cards.too-long", ("most", MostCharacters));
        if (input.IndustryId is { } industry && !await db.Industries.AnyAsync(i => i.Id == industry, cancel))
            return Failure.Of("cards.unknown-industry");
        var wanted = input.Words.ToHashSet();
        if (await db.IndustryWords.CountAsync(w => wanted.Contains(w.Id), cancel) != wanted.Count)
            return Failure.Of("cards.unknown-word");
        var card = await db.ProgressCards.SingleOrDefaultAsync(c => c.PersonId == input.PersonId, cancel);
        if (input.Version is { } seen && seen != (card?.Version ?? 0))
            return Failure.Of("cards.changed-meanwhile");

        card ??= db.Add(new ProgressCard { PersonId = input.PersonId, OpenedOn = audit.Day }).Entity;
        (card.IndustryId, card.Strengths, card.Skills) = (input.IndustryId, input.Strengths.OrNull(), input.Skills.OrNull());
        card.ClosedOn = input.IsClosed ? card.ClosedOn ?? audit.Day : null;
        card.Version++;
        var known = await db.CardWords.Where(w => w.PersonId == input.PersonId).ToListAsync(cancel);
        db.CardWords.RemoveRange(known.Where(k => !wanted.Contains(k.WordId)));
        db.CardWords.AddRange(wanted.Except(known.Select(k => k.WordId)).Select(w => new CardWord { PersonId = input.PersonId, WordId = w }));
        var subject = new AuditSubject(input.PersonId, Entity: "progress-card", EntityId: input.PersonId, Details: AuditDetails.Of(("words", wanted.Count), ("industry", input.IndustryId), ("closed", card.ClosedOn)));
        try
        {
            return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.Conflict ? Failure.Of("cards.changed-meanwhile") : Done.Result;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("progress_card") || e.IsUniqueViolationOn("card_word"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("cards.changed-meanwhile");
        }
    }

    /// <summary>Who may see the person, and who leads a course they have a seat on.</summary>
    public static async Task<bool> MayReadAsync(VejviserDb db, Reader who, Guid personId, DateTime now, CancellationToken cancel) =>
        await db.People.VisibleTo(db, who, now).AnyAsync(p => p.Id == personId && p.MergedIntoId == null, cancel)
        || await db.CoursePlaces.AnyAsync(p => p.PersonId == personId && p.Seat != null && db.Courses.Any(c => c.Id == p.CourseId && (c.LeaderId == who.AccountId
            || db.CourseSessions.Any(s => s.CourseId == c.Id && db.MeetingParticipants.Any(m => m.MeetingId == s.MeetingId && m.AccountId == who.AccountId)))), cancel);
}
