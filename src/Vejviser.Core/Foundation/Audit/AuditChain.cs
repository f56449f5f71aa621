using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.Audit;

/// <summary>
/// Appends rows to the audit's hash chain. The head row is locked first, so that writers on several nodes line up for the
/// short end of their transactions only.
/// </summary>
internal static class AuditChain
{
    private const int RowsPerStatement = 50;
    internal const string Columns = "seq, at, actor_id, action, reason, person_id, household_id, entity, entity_id, details, hash";

    public static async Task AppendAsync(VejviserDb db, AuditContext audit, IReadOnlyCollection<AuditSubject> subjects, CancellationToken cancel)
    {
        // The update takes the row lock in PostgreSQL and the write lock in SQLite before the head is read.
        await db.Database.ExecuteSqlAsync($"UPDATE audit_head SET seq = seq WHERE id = 1", cancel);
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancel);
        var entries = Chain(audit, subjects, head);
        foreach (var chunk in entries.Chunk(RowsPerStatement))
            await InsertAsync(db, chunk, cancel);
        var last = entries[^1];
        await db.Database.ExecuteSqlAsync($"UPDATE audit_head SET seq = {last.Seq}, hash = {last.Hash} WHERE id = 1", cancel);
    }

    /// <summary>The rows of several reads, one after the other from the head.</summary>
    internal static List<AuditEntry> Chain(IReadOnlyList<WaitingRead> reads, AuditHead head)
    {
        var entries = new List<AuditEntry>(reads.Count);
        foreach (var read in reads)
        {
            entries.AddRange(Chain(read.Audit, read.Subjects, head));
            head = new AuditHead { Seq = entries[^1].Seq, Hash = entries[^1].Hash };
        }

        return entries;
    }

    /// <summary>In the order of <see cref="Columns"/>.</summary>
    internal static object?[] Values(AuditEntry e) =>
        [e.Seq, e.At, e.ActorId, e.Action, e.Reason, e.PersonId, e.HouseholdId, e.Entity, e.EntityId, e.Details, e.Hash];

    internal static List<AuditEntry> Chain(AuditContext audit, IReadOnlyCollection<AuditSubject> subjects, AuditHead head)
    {
        var entries = new List<AuditEntry>(subjects.Count);
        var (seq, hash) = (head.Seq, head.Hash);
        // PostgreSQL keeps microseconds: what is hashed must be what comes back.
        var at = new DateTime(audit.At.Ticks - audit.At.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        foreach (var s in subjects)
        {
            seq++;
            hash = HashOf(hash, seq, at, audit.Actor, audit.Action, audit.Reason, s);
            entries.Add(new AuditEntry
            {
                Seq = seq,
                At = at,
                ActorId = audit.Actor,
                Action = audit.Action,
                Reason = audit.Reason,
                PersonId = s.PersonId,
                HouseholdId = s.HouseholdId,
                Entity = s.Entity,
                EntityId = s.EntityId,
                Details = s.Details,
                Hash = hash,
            });
        }

        return entries;
    }

    internal static byte[] HashOf(byte[] before, long seq, DateTime at, Guid? actor, string action, string? reason, AuditSubject s)
    {
        // Unit separators keep fields apart: "ab" + "c" is not "a" + "bc". A missing field is not an empty one.
        var text = string.Join('\u001f', new[]
        {
            seq.ToString(CultureInfo.InvariantCulture), at.ToString("O", CultureInfo.InvariantCulture), actor?.ToString(), action, reason,
            s.PersonId?.ToString(), s.HouseholdId?.ToString(), s.Entity, s.EntityId?.ToString(), s.Details,
        }.Select(f => f is null ? "\u0000" : f));
        return SHA256.HashData([.. before, .. Encoding.UTF8.GetBytes(text)]);
    }

    private static Task<int> InsertAsync(VejviserDb db, AuditEntry[] entries, CancellationToken cancel)
    {
        const int width = 11;
        var sql = new StringBuilder($"INSERT INTO audit_entry ({Columns}) VALUES ");
        var values = new object?[entries.Length * width];
        for (var i = 0; i < entries.Length; i++)
        {
            sql.Append(i == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(i * width, width).Select(n => $"{{{n}}}")).Append(')');
            Values(entries[i]).CopyTo(values, i * width);
        }

        return db.Database.ExecuteSqlRawAsync(sql.ToString(), values!, cancel);
    }
}
