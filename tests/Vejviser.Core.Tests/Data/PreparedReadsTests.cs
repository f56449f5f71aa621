using System.Data.Common;
using Vejviser.Core.Data;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Data;

public sealed class PreparedReadsTests
{
    /// <summary>Questions of one and of two statements, with a value that two of them share; asked again with other values it is the same prepared text.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task AskAsync_SeveralQuestions_EachHasItsOwnAnswer(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var reads = new PreparedReads(database.Address);
        foreach (var (n, m) in new[] { (1, 10), (2, 20) })
        {
            var (first, two, last) = (Sum("SELECT @n", ("n", n)), Sum("SELECT @n + @m; SELECT @m", ("n", n), ("m", m)), Sum("SELECT @n * 100", ("n", n)));
            await reads.AskAsync([first, two, last], TestContext.Current.CancellationToken);
            Assert.Equal((n, n + m + m, n * 100), (first.Answer, two.Answer, last.Answer));
        }
    }

    [Fact]
    public void Answer_NotAsked_IsAnError() => Assert.Throws<InvalidOperationException>(() => Sum("SELECT 1").Answer);

    private static PreparedQuestion<int> Sum(string sql, params (string Name, object Value)[] values) => new(
        sql, values, (rows, cancel) => SumAsync(rows, sql.Split(';').Length, cancel));

    private static async Task<int> SumAsync(DbDataReader rows, int statements, CancellationToken cancel)
    {
        var sum = 0;
        for (var i = 0; i < statements; i++)
        {
            if (i > 0)
                await rows.NextResultAsync(cancel);
            await rows.ReadAsync(cancel);
            sum += rows.GetInt32(0);
        }

        return sum;
    }
}
