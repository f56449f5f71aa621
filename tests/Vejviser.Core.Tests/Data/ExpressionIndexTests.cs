using Microsoft.EntityFrameworkCore;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Data;

/// <summary>Indexes of an expression are no part of the model: a migration that builds the table anew on SQLite would leave them out.</summary>
public sealed class ExpressionIndexTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Migrated_HasTheIndexOfWhenHouseholdsAreExpected(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var names = kind == DatabaseKind.Sqlite
            ? db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'index' AND tbl_name = 'household'")
            : db.Database.SqlQueryRaw<string>("SELECT indexname::text AS \"Value\" FROM pg_indexes WHERE tablename = 'household'");

        Assert.Contains("ix_household_expected", await names.ToListAsync(TestContext.Current.CancellationToken));
    }
}
