using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.Audit;

/// <summary>A chain of twelve rows, tampered with in every way somebody with the database's password could.</summary>
public sealed class VerifyAuditTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind, string, AuditFault, long> Tamperings()
    {
        (string Sql, AuditFault Fault, long At)[] ways =
        [
            ("UPDATE audit_entry SET action = 'people.read' WHERE seq = 5", AuditFault.Changed, 5),
            ("UPDATE audit_entry SET actor_id = NULL WHERE seq = 5", AuditFault.Changed, 5),
            ("UPDATE audit_entry SET details = '' WHERE seq = 6 AND details IS NULL", AuditFault.Changed, 6),
            ("UPDATE audit_entry SET hash = (SELECT hash FROM audit_entry WHERE seq = 4) WHERE seq = 5", AuditFault.Changed, 5),
            ("DELETE FROM audit_entry WHERE seq = 1", AuditFault.Missing, 1),
            ("DELETE FROM audit_entry WHERE seq = 7", AuditFault.Missing, 7),
            ("DELETE FROM audit_entry WHERE seq > 9", AuditFault.Cut, 10),
            ("DELETE FROM audit_entry", AuditFault.Cut, 1),
            ("UPDATE audit_entry SET seq = 100 WHERE seq = 3; UPDATE audit_entry SET seq = 3 WHERE seq = 8; UPDATE audit_entry SET seq = 8 WHERE seq = 100", AuditFault.Swapped, 3),
            ("UPDATE audit_head SET hash = (SELECT hash FROM audit_entry WHERE seq = 11)", AuditFault.Head, 12),
            ("UPDATE audit_head SET seq = 11, hash = (SELECT hash FROM audit_entry WHERE seq = 11)", AuditFault.Extra, 12),
        ];
        var rows = new TheoryData<DatabaseKind, string, AuditFault, long>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
            foreach (var (sql, fault, at) in ways)
                rows.Add(kind, sql, fault, at);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Verify_TamperedWith_NamesTheFirstBadRowAndWhy(DatabaseKind kind, string sql, AuditFault fault, long at)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        await WriteAsync(db, 12);
        await db.Database.ExecuteSqlRawAsync(sql, Cancel);

        var verdict = await VerifyAudit.RunAsync(db, cancel: Cancel);

        Assert.Equal((fault, at), (verdict.Fault, verdict.FaultAt));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Verify_Untouched_IsWholeAndNamesItsHead(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        Assert.True((await VerifyAudit.RunAsync(db, cancel: Cancel)).IsWhole);
        await WriteAsync(db, 12);

        var verdict = await VerifyAudit.RunAsync(db, cancel: Cancel);

        var last = await db.AuditEntries.SingleAsync(e => e.Seq == 12, Cancel);
        Assert.True(verdict.IsWhole);
        Assert.Equal((12, 12), (verdict.Rows, verdict.HeadSeq));
        Assert.Equal(last.Hash, verdict.HeadHash);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Verify_CutWithItsHead_IsSeenByTheRowKeptElsewhere(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        await WriteAsync(db, 12);
        var kept = await VerifyAudit.RunAsync(db, cancel: Cancel);
        var expected = ExpectedRow.Parse($"{kept.HeadSeq}:{Convert.ToHexString(kept.HeadHash)}");
        await db.Database.ExecuteSqlRawAsync("DELETE FROM audit_entry WHERE seq > 8; UPDATE audit_head SET seq = 8, hash = (SELECT hash FROM audit_entry WHERE seq = 8)", Cancel);

        Assert.True((await VerifyAudit.RunAsync(db, cancel: Cancel)).IsWhole);
        var cut = await VerifyAudit.RunAsync(db, expected, Cancel);
        await WriteAsync(db, 6);
        var rewritten = await VerifyAudit.RunAsync(db, expected, Cancel);

        Assert.Equal((AuditFault.Cut, 9L), (cut.Fault, cut.FaultAt));
        Assert.Equal((AuditFault.Rewritten, 12L), (rewritten.Fault, rewritten.FaultAt));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("12:zz")]
    [InlineData("-1:0000000000000000000000000000000000000000000000000000000000000000")]
    public void Parse_NotSeqAndHash_IsNull(string text) => Assert.Null(ExpectedRow.Parse(text));

    private static async Task WriteAsync(VejviserDb db, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            var details = i % 2 == 0 ? "{\"fields\":[\"phone\"]}" : null;
            await db.SaveAsync(new AuditContext(Guid.CreateVersion7(), "people.edit", Now.AddSeconds(i)), new AuditSubject(Guid.CreateVersion7(), Details: details), Cancel);
        }
    }
}
