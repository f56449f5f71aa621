using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Templates;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Messages;

public sealed class TemplateTests
{
    private static readonly MessageTemplate Reminder = MessageWorld.Templates.Find("reminder")!;

    [Fact]
    public void Templates_ForPeople_SpeakTheNewcomersLanguages() =>
        Assert.All(MessageWorld.Templates.All.Where(t => t.For == MessageFor.Person), t => Assert.All(["da", "en", "ar", "ti", "fa", "so", "uk"], language => Assert.NotNull(MessageWorld.Templates.Words(t.Id, "", language))));

    [Fact]
    public void Templates_OfTheProduct_AreWithoutFault() =>
        Assert.All(MessageWorld.Templates.Keys, k => Assert.Empty(CheckWords.Run(MessageWorld.Templates, MessageWorld.Templates.Find(k.Template), MessageWorld.Templates.Words(k.Template, k.Practice, k.Language)!)));

    [Fact]
    public void Check_UnknownToken_IsRefusedWithItsLine()
    {
        var problem = Assert.Single(CheckWords.Run(MessageWorld.Templates, Reminder, new MessageWords("Husk", "Hej {given-name}\n\nKom til {plac}", "Husk", true)));
        Assert.Equal(("messages.unknown-token", "body", 3, "plac"), (problem.Code, problem.Values["field"], problem.Values["line"], problem.Values["token"]));
    }

    [Theory]
    [InlineData("Husk {what}", "Husk din aftale", "messages.sensitive-token", "subject")]
    [InlineData("Husk", "Husk {where}", "messages.sensitive-token", "sms")]
    [InlineData("Din tid hos lægen", "Husk", "messages.sensitive-word", "subject")]
    [InlineData("Husk", "Ring til Psykiatrien", "messages.sensitive-word", "sms")]
    public void Check_SensitiveWhereATelephoneShowsIt_IsRefused(string subject, string sms, string code, string field)
    {
        var problem = Assert.Single(CheckWords.Run(MessageWorld.Templates, Reminder, new MessageWords(subject, "Hej. Du skal til lægen: {what}", sms, true)));
        Assert.Equal((code, field), (problem.Code, problem.Values["field"]));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Write_OwnWordsForOnePractice_GoBeforeThoseOfAll(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        await using var db = world.Open();
        var write = new WriteWords(db, MessageWorld.Templates);
        Assert.NotEmpty(await write.RunAsync(new WriteWordsInput("own", "mindspring", "ar", "Emne", "Hej {nobody}", "Ring", 0), world.By("messages.write-words"), MessageWorld.Cancel));
        Assert.Empty(await write.RunAsync(new WriteWordsInput("own", "mindspring", "ar", "Emne", "{text}", "Ring", 0), world.By("messages.write-words"), MessageWorld.Cancel));

        Assert.Equal(("Emne", true), await FoundAsync("mindspring", "ar"));
        Assert.False((await FoundAsync("leisure-life", "ar")).IsOwn);
        Assert.Equal("messages.changed-meanwhile", Assert.Single(await write.RunAsync(new WriteWordsInput("own", "mindspring", "ar", "Andet", "{text}", "Ring", 0), world.By("messages.write-words"), MessageWorld.Cancel)).Code);

        async Task<(string Subject, bool IsOwn)> FoundAsync(string practice, string language)
        {
            var found = await FindWords.RunAsync(db, MessageWorld.Templates, "own", practice, language, MessageWorld.Cancel);
            return (found.Words.Subject, found.IsOwn);
        }
    }

    [Fact]
    public async Task Queue_PersonReadsArabic_GetsArabic()
    {
        await using var world = await MessageWorld.CreateAsync(DatabaseKind.Sqlite);
        var message = (await world.PutAsync(world.New("a")))[0];
        Assert.Equal("ar", message.Language);
        Assert.Contains("مرحباً Amira", message.Body, StringComparison.Ordinal);
        Assert.DoesNotContain('{', message.Body);
    }

    [Fact]
    public async Task Queue_NobodyCanBeReached_IsRefused()
    {
        await using var world = await MessageWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var db = world.Open();
        var refused = await world.Queue(db).RunAsync(new NewMessage("a", "handover", "", new MessageReceiver("da"), new Dictionary<string, string>(StringComparer.Ordinal)), world.By("test"), MessageWorld.Cancel);
        Assert.Equal("messages.no-way", refused.Failure?.Code);
    }
}
