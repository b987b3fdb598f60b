using Loa.Data;
using Npgsql;

namespace Loa.Tests.Data;

public sealed class PostgresConnectionTests
{
    private const string Server = "Host=db.example;Database=loa;Username=loa";

    [Fact]
    public void PostgresConnection_OfAPlainAddress_KeepsStatementsPlanned()
    {
        var used = new NpgsqlConnectionStringBuilder(DataModule.PostgresConnection(Server));

        used.MaxAutoPrepare.ShouldBeGreaterThan(0);
        used.NoResetOnClose.ShouldBeTrue();
        (used.Host, used.Database, used.Username).ShouldBe(("db.example", "loa", "loa"));
    }

    [Theory]
    [InlineData("Max Auto Prepare=0;No Reset On Close=false")]
    [InlineData("MaxAutoPrepare=0;NoResetOnClose=false")]
    public void PostgresConnection_WhatTheAddressSaysItself_Stands(string own)
    {
        var used = new NpgsqlConnectionStringBuilder(DataModule.PostgresConnection($"{Server};{own}"));

        (used.MaxAutoPrepare, used.NoResetOnClose).ShouldBe((0, false));
    }
}
