using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Delivery;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Messages;

public sealed class MemoXmlTests
{
    private static readonly MemoPost Post = new(
        Guid.CreateVersion7(), "12345678", "Havneby Kommune", "6101901234", "Besked fra Havneby Kommune", "Der er post fra Havneby Kommune", "Hej Amira & co. <velkommen>", "da", new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Write_Message_FitsTheStructure() => Assert.Empty(Faults(XDocument.Parse(Encoding.UTF8.GetString(MemoXml.Write(Post)))));

    [Theory]
    [InlineData("senderID")]
    [InlineData("messageUUID")]
    [InlineData("createdDateTime")]
    [InlineData("mandatory")]
    [InlineData("content")]
    public void Structure_WithoutAPartItMustHave_IsRefused(string part)
    {
        var document = XDocument.Parse(Encoding.UTF8.GetString(MemoXml.Write(Post)));
        document.Descendants(MemoXml.Memo + part).First().Remove();
        Assert.NotEmpty(Faults(document));
    }

    [Fact]
    public void Structure_Version7AsUuid_IsRefused()
    {
        var document = XDocument.Parse(Encoding.UTF8.GetString(MemoXml.Write(Post)));
        document.Descendants(MemoXml.Memo + "messageUUID").Single().Value = Post.Id.ToString();
        Assert.NotEmpty(Faults(document));
    }

    [Fact]
    public void Write_SameMessageTwice_IsTheSameFile() => Assert.Equal(MemoXml.Write(Post), MemoXml.Write(Post));

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Send_DigitalPost_WritesTheNumberIntoTheFileOnly(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        await using (var db = world.Open())
        {
            db.Add(new PersonCpr { PersonId = world.Amira.Id, Number = "6101901234", From = TestDatabase.Start.UtcDateTime });
            await db.SaveAsync(world.By("test.seed"), new AuditSubject(Entity: "test"), MessageWorld.Cancel);
        }

        var message = (await world.PutAsync(world.New("a", MessageChannel.DigitalPost)))[0];
        Assert.Equal(1, (await world.SendAsync()).Sent);

        var file = await File.ReadAllTextAsync(Path.Combine(world.PostFolder, $"{message.Id:N}.xml"), MessageWorld.Cancel);
        Assert.Empty(Faults(XDocument.Parse(file)));
        Assert.Contains("6101901234", file, StringComparison.Ordinal);
        var kept = await world.ReadAsync(message.Id);
        Assert.DoesNotContain("6101901234", $"{kept.To}{kept.Subject}{kept.Body}{kept.Notification}{kept.Error}", StringComparison.Ordinal);
        await using var after = world.Open();
        Assert.False(await after.AuditEntries.AnyAsync(e => e.Details!.Contains("6101901234"), MessageWorld.Cancel));
    }

    [Fact]
    public async Task Send_DigitalPostToSomebodyWithoutANumber_IsDead()
    {
        await using var world = await MessageWorld.CreateAsync(DatabaseKind.Sqlite);
        var message = (await world.PutAsync(world.New("a", MessageChannel.DigitalPost)))[0];
        await world.SendAsync();
        Assert.Equal((MessageState.Dead, "no-cpr"), ((await world.ReadAsync(message.Id)).State, (await world.ReadAsync(message.Id)).Error));
    }

    private static List<string> Faults(XDocument document)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(MemoXml.Memo.NamespaceName, Path.Combine(AppContext.BaseDirectory, "Engine", "Messages", "memo-structure.xsd"));
        var faults = new List<string>();
        document.Validate(schemas, (_, e) => faults.Add(e.Message));
        return faults;
    }
}
