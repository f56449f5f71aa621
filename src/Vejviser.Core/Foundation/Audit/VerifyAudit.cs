using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.Audit;

/// <summary>What is wrong with the chain at one row.</summary>
public enum AuditFault
{
    /// <summary>A field of the row, or the row's own hash, is not what was written.</summary>
    Changed = 1,

    /// <summary>The row is not there, though later ones are.</summary>
    Missing,

    /// <summary>Another row stands in this row's place.</summary>
    Swapped,

    /// <summary>The chain ends before the head says, or before the row that was kept elsewhere.</summary>
    Cut,

    /// <summary>The head's hash is not the last row's.</summary>
    Head,

    /// <summary>There are rows after the head: they came in past the chain.</summary>
    Extra,

    /// <summary>The chain holds together, but is not the one whose hash was kept elsewhere.</summary>
    Rewritten,
}

/// <param name="Rows">Rows that were looked at and hold together, from the first.</param>
/// <param name="HeadSeq">The head's number: keep it with the hash elsewhere, and give both as <see cref="ExpectedRow"/> later.</param>
/// <param name="HeadHash">The head's hash, 32 bytes.</param>
/// <param name="Fault">Null where the chain is whole.</param>
/// <param name="FaultAt">The first row that is wrong.</param>
public sealed record AuditVerdict(long Rows, long HeadSeq, byte[] HeadHash, AuditFault? Fault = null, long? FaultAt = null)
{
    public bool IsWhole => Fault is null;
}

/// <summary>A row's number and hash that somebody kept outside the database: against a chain rewritten from end to end.</summary>
public sealed record ExpectedRow(long Seq, byte[] Hash)
{
    /// <summary>Reads <c>SEQ:HASH</c>, the hash as 64 hexadecimal digits; null where it is not that.</summary>
    public static ExpectedRow? Parse(string text)
    {
        var parts = text.Split(':', 2);
        return parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var seq) && seq >= 0 && parts[1].Length == 64 && parts[1].All(char.IsAsciiHexDigit)
            ? new ExpectedRow(seq, Convert.FromHexString(parts[1]))
            : null;
    }
}

/// <summary>Walks the audit's chain from its first row and finds the first that is not as it was written. Writers may go on meanwhile.</summary>
public static class VerifyAudit
{
    private const int RowsAtOnce = 2000;

    public static async Task<AuditVerdict> RunAsync(VejviserDb db, ExpectedRow? expected = null, CancellationToken cancel = default)
    {
        var beyond = await db.AuditEntries.MaxAsync(e => (long?)e.Seq, cancel) ?? 0;
        // Read after the last row: what was appended meanwhile moved the head with it.
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancel) ?? new AuditHead { Seq = 0, Hash = new byte[32] };
        var (seq, hash) = (0L, new byte[32]);
        AuditVerdict Broken(AuditFault fault, long at) => new(seq, head.Seq, head.Hash, fault, at);
        if (expected is { Seq: 0 } && !hash.AsSpan().SequenceEqual(expected.Hash))
            return Broken(AuditFault.Rewritten, 0);
        while (seq < head.Seq)
        {
            var page = await PageAsync(db, seq, head.Seq, cancel);
            if (page.Count == 0)
                return Broken(AuditFault.Cut, seq + 1);
            foreach (var entry in page)
            {
                if (entry.Seq != seq + 1)
                    return Broken(AuditFault.Missing, seq + 1);
                if (!HashAs(entry, seq + 1, hash).AsSpan().SequenceEqual(entry.Hash))
                    return Broken(await IsElsewhereAsync(db, seq + 1, hash, cancel) ? AuditFault.Swapped : AuditFault.Changed, seq + 1);
                if (entry.Seq == expected?.Seq && !entry.Hash.AsSpan().SequenceEqual(expected.Hash))
                    return Broken(AuditFault.Rewritten, entry.Seq);
                (seq, hash) = (entry.Seq, entry.Hash);
            }
        }

        if (!hash.AsSpan().SequenceEqual(head.Hash))
            return Broken(AuditFault.Head, head.Seq);
        if (beyond > head.Seq)
            return Broken(AuditFault.Extra, head.Seq + 1);
        return expected?.Seq > head.Seq ? Broken(AuditFault.Cut, head.Seq + 1) : new AuditVerdict(seq, head.Seq, head.Hash);
    }

    private static Task<List<AuditEntry>> PageAsync(VejviserDb db, long after, long until, CancellationToken cancel) =>
        db.AuditEntries.AsNoTracking().Where(e => e.Seq > after && e.Seq <= until).OrderBy(e => e.Seq).Take(RowsAtOnce).ToListAsync(cancel);

    /// <summary>Looks for the row that belongs here among the later ones; its own number does not count, its hash tells.</summary>
    private static async Task<bool> IsElsewhereAsync(VejviserDb db, long seq, byte[] before, CancellationToken cancel)
    {
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(e => e.Seq > seq).OrderBy(e => e.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (HashAs(entry, seq, before).AsSpan().SequenceEqual(entry.Hash))
                return true;
        }

        return false;
    }

    private static byte[] HashAs(AuditEntry e, long seq, byte[] before) => AuditChain.HashOf(
        before, seq, e.At, e.ActorId, e.Action, e.Reason, new AuditSubject(e.PersonId, e.HouseholdId, e.Entity, e.EntityId, e.Details));
}
