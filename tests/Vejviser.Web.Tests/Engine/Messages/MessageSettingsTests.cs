using Microsoft.Extensions.Configuration;
using Vejviser.Core.Engine.Messages;

namespace Vejviser.Web.Tests.Engine.Messages;

public sealed class MessageSettingsTests
{
    [Fact]
    public void Settings_FromTheFile_TakeThePlaceOfTheProductsOwn()
    {
        var file = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Messages:RetryMinutes:0"] = "2", ["Messages:RetryMinutes:1"] = "3", ["Messages:From"] = "09:30", ["Messages:Smtp:Host"] = "mail.example", ["Messages:DigitalPost:Folder"] = "/var/post",
            ["Messages:Handover:Chain:0"] = "housing-officer",
        }).Build();

        var settings = file.GetSection(MessageSettings.Section).Get<MessageSettings>()!;

        Assert.Equal([2, 3], settings.Retries);
        Assert.Equal(new TimeOnly(9, 30), settings.From);
        Assert.Equal(("mail.example", 587, "/var/post"), (settings.Smtp.Host, settings.Smtp.Port, settings.DigitalPost.Folder));
        Assert.Equal(["housing-officer"], settings.Handover.Roles);
        Assert.Equal(24, settings.Handover.Hours);
        Assert.Equal([1, 5, 15, 60, 240, 1440], new MessageSettings().Retries);
    }
}
