using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Cli;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Commands;

public sealed class AuditCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Verify_WholeThenTamperedWith_ExitsZeroThenThree(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        for (var i = 0; i < 5; i++)
            await db.SaveAsync(new AuditContext(null, "test.row", DateTime.UnixEpoch), new AuditSubject(Entity: "test"), Cancel);

        var whole = await RunAsync(database);
        var head = whole.Json.GetProperty("head").GetString()!;
        Assert.Equal((0, true, 5), (whole.Code, whole.Json.GetProperty("whole").GetBoolean(), whole.Json.GetProperty("rows").GetInt32()));
        Assert.Equal(0, (await RunAsync(database, "--expect", head)).Code);
        await db.Database.ExecuteSqlRawAsync("UPDATE audit_entry SET action = 'x' WHERE seq = 3", Cancel);
        var broken = await RunAsync(database);

        Assert.Equal((3, "changed", 3), (broken.Code, broken.Json.GetProperty("fault").GetString(), broken.Json.GetProperty("at").GetInt32()));
    }

    [Theory]
    [InlineData("--expect", "nonsense")]
    [InlineData("--database", "/nowhere/no.db")]
    public async Task Verify_WrongUse_ExitsTwo(string option, string value)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var error = new StringWriter();
        string[] args = option == "--database" ? ["audit", "verify", option, value] : ["audit", "verify", "--database", database.Database, option, value];
        Assert.Equal(2, await CommandLine.RunAsync(args, TextReader.Null, TextWriter.Null, error));
        Assert.NotEmpty(error.ToString());
    }

    private static async Task<(int Code, JsonElement Json)> RunAsync(TestDatabase database, params string[] more)
    {
        var output = new StringWriter();
        var code = await CommandLine.RunAsync(["audit", "verify", "--database", database.Database, "--json", .. more], TextReader.Null, output, TextWriter.Null);
        return (code, JsonDocument.Parse(output.ToString()).RootElement);
    }
}
