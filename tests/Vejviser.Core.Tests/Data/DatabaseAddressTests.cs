using Npgsql;
using Vejviser.Core.Data;

namespace Vejviser.Core.Tests.Data;

public sealed class DatabaseAddressTests
{
    [Theory]
    [InlineData("Host=db;Database=vejviser", 100, "-c jit=off -c random_page_cost=1.1")]
    [InlineData("Host=db;Database=vejviser;Options=-c search_path=kommune", 100, "-c search_path=kommune")]
    [InlineData("Host=db;Database=vejviser;Max Auto Prepare=0", 0, null)]
    public void Parse_Postgres_PreparesAndDoesNotCompileUnlessTheAddressSaysOtherwise(string address, int prepared, string? options)
    {
        var read = new NpgsqlConnectionStringBuilder(DatabaseAddress.Parse(address).ConnectionString);
        Assert.Equal((prepared, options), (read.MaxAutoPrepare, read.Options));
    }

    [Theory]
    [InlineData("Host=db;Database=vejviser", true)]
    [InlineData("Host=db;Database=vejviser;No Reset On Close=false", false)]
    public void Parse_Postgres_LeavesConnectionsAsTheyAreUnlessTheAddressSaysOtherwise(string address, bool isLeft) =>
        Assert.Equal(isLeft, new NpgsqlConnectionStringBuilder(DatabaseAddress.Parse(address).ConnectionString).NoResetOnClose);
}
