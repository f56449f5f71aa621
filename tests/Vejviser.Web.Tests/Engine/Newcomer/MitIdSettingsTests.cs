using Microsoft.Extensions.Configuration;
using Vejviser.Web.Engine.Newcomers;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Tests.Engine.Newcomer;

public sealed class MitIdSettingsTests
{
    private static readonly string[] Whole = ["--MitId:Authority=https://broker.example", "--MitId:ClientId=vejviser", "--MitId:ClientSecret=secret"];

    [Fact]
    public void Read_WholeOrAbsent_IsOnOrOff() => Assert.Equal((true, false), (Read(Whole).IsOn, Read([]).IsOn));

    [Theory]
    [InlineData("Authority")]
    [InlineData("ClientId")]
    [InlineData("ClientSecret")]
    public void Read_SomethingLacking_IsNamed(string lacking)
    {
        var error = Assert.Throws<SettingsException>(() => Read([.. Whole.Where(s => !s.Contains($":{lacking}=", StringComparison.Ordinal))]));
        Assert.Equal(("settings.lacking", $"MitId:{lacking}"), (error.Failure.Code, error.Failure.Values["setting"]));
    }

    [Theory]
    [InlineData("MitId:CprClaim", "", "settings.lacking")]
    [InlineData("MitId:Authority", "the broker", "settings.not-an-address")]
    [InlineData("MitId:Authority", "http://broker.example", "settings.not-https")]
    public void Read_SomethingWrong_IsNamed(string setting, string value, string code)
    {
        var error = Assert.Throws<SettingsException>(() => Read([.. Whole, $"--{setting}={value}"]));
        Assert.Equal((code, setting), (error.Failure.Code, error.Failure.Values["setting"]));
    }

    [Fact]
    public void Build_SomethingLacking_DoesNotStart() =>
        Assert.Throws<SettingsException>(() => VejviserHost.Build(Core.Data.DatabaseAddress.Parse("x.db"), ["--MitId:ClientId=vejviser"]));

    [Fact]
    public void Read_LevelThatIsNone_IsRefused() => Assert.Throws<InvalidOperationException>(() => Read([.. Whole, "--MitId:LeastLevel=middling"]));

    [Theory]
    [InlineData("https://data.gov.dk/concept/core/nsis/Substantial", AssuranceLevel.Substantial)]
    [InlineData("urn:grn:authn:dk:mitid:low", AssuranceLevel.Low)]
    [InlineData("HIGH", AssuranceLevel.High)]
    [InlineData("3", AssuranceLevel.None)]
    [InlineData("not high", AssuranceLevel.None)]
    [InlineData("", AssuranceLevel.None)]
    [InlineData(null, AssuranceLevel.None)]
    public void LevelOf_WhatBrokersWrite_IsTheLevel(string? claim, object level) => Assert.Equal((AssuranceLevel)level, MitIdSettings.LevelOf(claim));

    private static MitIdSettings Read(string[] settings) => MitIdSettings.Read(new ConfigurationBuilder().AddCommandLine(settings).Build());
}
