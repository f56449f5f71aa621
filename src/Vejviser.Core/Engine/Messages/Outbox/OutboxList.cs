using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Messages.Outbox;

/// <summary>Which messages to list.</summary>
public enum OutboxShow
{
    /// <summary>Dead or unclear: a person has something to decide.</summary>
    NotDelivered = 0,
    Waiting,

    /// <summary>Letters that nobody has printed and posted yet.</summary>
    Letters,
    Sent,
}

/// <summary>A message as lists show it.</summary>
/// <param name="Receiver">The person's, employee's or partner's name; null where it goes to a unit.</param>
/// <param name="IsProtected">The person's name is protected.</param>
public sealed record MessageLine(
    Guid Id, MessageChannel Channel, string Template, string Practice, string Language, Guid? PersonId, Guid? HouseholdId, string? Receiver, bool IsProtected, string Subject,
    DateTime CreatedAt, DateTime NextAt, MessageState State, int Attempts, DateTime? SentAt, string? Error);

/// <summary>Messages in the reader's sight: those to people they may see; those to employees and partners for whoever may see messages.</summary>
public static class OutboxList
{
    public const int PageSize = 50;

    /// <summary>As the index of what is not sent has it: few among all that was ever sent. <see cref="Of"/> says so in the same words, or no index answers.</summary>
    internal const string OpenSql = "state <> 2";

    public static IQueryable<Message> VisibleTo(VejviserDb db, Reader who, DateTime now)
    {
        if (who.MayEverywhere(Permissions.PeopleAll))
            return db.Messages.AsNoTracking();
        var homes = db.Households.VisibleTo(db, who, now).Select(h => h.Id);
        return db.Messages.AsNoTracking().Where(m => m.HouseholdId == null || homes.Contains(m.HouseholdId.Value));
    }

    /// <param name="page">From 1; one row more than <see cref="PageSize"/> is the sign of a next page.</param>
    public static async Task<IReadOnlyList<MessageLine>> ReadAsync(VejviserDb db, Reader who, OutboxShow show, int page, DateTime now, CancellationToken cancel) =>
        await Lines(db, Sorted(Of(VisibleTo(db, who, now), show), show).Skip((page - 1) * PageSize).Take(PageSize + 1)).ToListAsync(cancel);

    public static async Task<IReadOnlyDictionary<OutboxShow, int>> CountAsync(VejviserDb db, Reader who, DateTime now, CancellationToken cancel)
    {
        var counts = new Dictionary<OutboxShow, int>();
        foreach (var show in new[] { OutboxShow.NotDelivered, OutboxShow.Waiting, OutboxShow.Letters })
            counts[show] = await Of(VisibleTo(db, who, now), show).CountAsync(cancel);
        return counts;
    }

    /// <summary>Messages to one person, newest first.</summary>
    public static async Task<IReadOnlyList<MessageLine>> OfPersonAsync(VejviserDb db, Guid personId, CancellationToken cancel) =>
        await Lines(db, db.Messages.AsNoTracking().Where(m => m.PersonId == personId).OrderByDescending(m => m.CreatedAt).ThenBy(m => m.Id).Take(PageSize)).ToListAsync(cancel);

    public static IQueryable<Message> Of(IQueryable<Message> messages, OutboxShow show) => show switch
    {
        OutboxShow.Waiting => messages.Where(m => m.State != MessageState.Sent && (m.State == MessageState.Waiting || m.State == MessageState.InFlight) && m.Channel != MessageChannel.Letter),
        OutboxShow.Letters => messages.Where(m => m.State != MessageState.Sent && m.State == MessageState.Waiting && m.Channel == MessageChannel.Letter),
        OutboxShow.Sent => messages.Where(m => m.State == MessageState.Sent),
        _ => messages.Where(m => m.State != MessageState.Sent && (m.State == MessageState.Dead || m.State == MessageState.Unclear)),
    };

    private static IQueryable<Message> Sorted(IQueryable<Message> messages, OutboxShow show) => show == OutboxShow.Sent
        ? messages.OrderByDescending(m => m.SentAt).ThenBy(m => m.Id)
        : messages.OrderBy(m => m.NextAt).ThenBy(m => m.Id);

    private static IQueryable<MessageLine> Lines(VejviserDb db, IQueryable<Message> messages) =>
        from m in messages
        join x in db.People on m.PersonId equals (Guid?)x.Id into people
        from person in people.DefaultIfEmpty()
        select new MessageLine(
            m.Id, m.Channel, m.Template, m.Practice, m.Language, m.PersonId, m.HouseholdId,
            person != null ? person.GivenName + " " + person.FamilyName
                : db.Users.Where(a => a.Id == m.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? db.PartnerOrganisations.Where(p => p.Id == m.PartnerId).Select(p => p.Name).FirstOrDefault(),
            person != null && person.HasProtectedAddress, m.Subject, m.CreatedAt, m.NextAt, m.State, m.Attempts, m.SentAt, m.Error);
}
