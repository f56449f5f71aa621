using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Delivery;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Engine.Messages.Templates;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Messages;

/// <summary>Havneby with one newcomer, a mail server that counts, and folders for SMS and Digital Post.</summary>
internal sealed class MessageWorld : IAsyncDisposable
{
    public static readonly MessageTemplates Templates = MessageTemplates.Load(Path.Combine(AppContext.BaseDirectory, "messages"));
    private static readonly LawBook Law = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"));
    private readonly TestDatabase database;
    private readonly string folder = Directory.CreateTempSubdirectory("vejviser-mail-").FullName;

    private MessageWorld(TestDatabase database)
    {
        this.database = database;
        Settings = new MessageSettings
        {
            Smtp = new SmtpSettings { Host = "127.0.0.1", Port = Mail.Port, Security = "none", From = "kommune@havneby.example", FromName = "Havneby Kommune" },
            Sms = new FolderSettings(SmsFolder), DigitalPost = new DigitalPostSettings(PostFolder, "12345678", "Havneby Kommune"),
        };
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TestMailServer Mail { get; } = new();

    public FakeTimeProvider Clock { get; } = new(TestDatabase.Start);

    public MessageSettings Settings { get; set; }

    public string SmsFolder => Path.Combine(folder, "sms");

    public string PostFolder => Path.Combine(folder, "post");

    public Household Family { get; } = new() { Name = "Haddad", CreatedAt = TestDatabase.Start.UtcDateTime };

    public Person Amira { get; private set; } = null!;

    public static async Task<MessageWorld> CreateAsync(DatabaseKind kind)
    {
        var world = new MessageWorld(await TestDatabase.CreateAsync(kind, TestContent.Demo));
        world.Amira = new Person
        {
            HouseholdId = world.Family.Id, GivenName = "Amira", FamilyName = "Haddad", SearchName = "amira haddad", Role = HouseholdRole.Head, Language = "ar", BirthDate = new DateOnly(1990, 4, 1),
            Email = "amira@example.test", Phone = "12 34 56 78", CreatedAt = TestDatabase.Start.UtcDateTime,
        };
        await using var db = world.Open();
        db.AddRange(world.Family, world.Amira);
        await db.SaveAsync(world.By("test.seed"), new AuditSubject(Entity: "test"), Cancel);
        return world;
    }

    public VejviserDb Open() => database.Open();

    public AuditContext By(string action, Guid? actor = null) => new(actor, action, Clock.GetUtcNow().UtcDateTime);

    public QueueMessage Queue(VejviserDb db) => new(db, Templates, Law, Settings);

    public HandoverMail HandoverMail(VejviserDb db) => new(db, Queue(db), Settings);

    public NewMessage New(string key, MessageChannel channel = MessageChannel.Email, string? email = null) => new(
        key, "own", "", WriteToPerson.ReceiverOf(Amira) with { Email = email ?? Amira.Email },
        new Dictionary<string, string>(StringComparer.Ordinal) { ["given-name"] = "Amira", ["text"] = "Din plads er klar.", ["contact-name"] = "Mette Holm", ["contact-phone"] = "12 00 00 11", ["link"] = "" }, Channel: channel);

    /// <summary>Puts messages into the outbox and saves them.</summary>
    public async Task<IReadOnlyList<Message>> PutAsync(params NewMessage[] messages)
    {
        await using var db = Open();
        var queued = new List<Message>();
        foreach (var message in messages)
            queued.Add((await Queue(db).RunAsync(message, By("messages.write"), Cancel)).Value);
        await db.SaveAsync(By("messages.write"), [.. queued.Select(QueueMessage.SubjectOf)], Cancel);
        return queued;
    }

    public async Task<SentCounts> SendAsync(int most = 1000, bool isAnyHour = false)
    {
        await using var db = Open();
        await using var ports = new MessagePorts(Settings, db);
        return await new SendOutbox(db, ports, Queue(db), Settings, Clock).RunAsync(most, isAnyHour, Cancel);
    }

    public async Task<Message> ReadAsync(Guid id)
    {
        await using var db = Open();
        return await db.Messages.AsNoTracking().SingleAsync(m => m.Id == id, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Mail.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
