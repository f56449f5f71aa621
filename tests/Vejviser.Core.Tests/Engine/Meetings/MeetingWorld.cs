using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Tests.Engine.Plans;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Meetings;

/// <summary>The plan's small world with two rooms, the law's holidays, and Mette who calls the meetings.</summary>
internal sealed class MeetingWorld : IAsyncDisposable
{
    private MeetingWorld(PlanWorld plans) => Plans = plans;

    public static LawBook Law { get; } = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"));

    /// <summary>Tuesday, the day after the world's now.</summary>
    public static DateOnly Tomorrow { get; } = new(2026, 2, 3);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public PlanWorld Plans { get; }

    public Room Blue { get; } = new() { Name = "Blå stue", Seats = 6 };

    public Room Small { get; } = new() { Name = "Samtalerum", Seats = 2 };

    public Reader Mette => Reader.System with { AccountId = Plans.Mette.Id };

    public static async Task<MeetingWorld> CreateAsync(DatabaseKind kind)
    {
        var world = new MeetingWorld(await PlanWorld.CreateAsync(kind));
        await using var db = world.Open();
        db.AddRange(world.Blue, world.Small);
        await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        return world;
    }

    public VejviserDb Open() => Plans.Open();

    public AuditContext By(Guid? command = null, int days = 0) => new(Plans.Mette.Id, "test.do", PlanWorld.Now.AddDays(days), CommandId: command);

    public MeetingTime At(string time = "10:00", int minutes = 60, DateOnly? day = null, Room? room = null) =>
        new(day ?? Tomorrow, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), minutes, MeetingRoom.OnSite, room?.Id);

    public static MeetingGuestList Guests(Guid[]? accounts = null, Guid[]? people = null) => new(accounts ?? [], people ?? [], []);

    /// <summary>About the family, with its head and Mette.</summary>
    public BookMeetingInput Talk(MeetingTime time, string? rule = null) =>
        new("Samtale", time, Guests([Plans.Mette.Id], [Plans.Head.Id]), Plans.Family.Id, Plans.Head.Id, rule);

    public async Task<Result<BookedMeeting>> BookAsync(BookMeetingInput input, Guid? command = null, Reader? who = null)
    {
        await using var db = Open();
        return await new BookMeeting(db, Plans.Practices, Law).RunAsync(input, who ?? Mette, By(command), Cancel);
    }

    public async Task<Guid> BookedAsync(BookMeetingInput input) => (await BookAsync(input)).Value.MeetingId;

    public async Task<Result<Done>> MoveAsync(Guid meeting, MeetingTime time, int? version = null)
    {
        await using var db = Open();
        return await new MoveMeeting(db, Law).RunAsync(new(meeting, time, version), Mette, By(), Cancel);
    }

    public async Task<Result<int>> CancelAsync(Guid meeting, string? reason = "Syg", bool following = false)
    {
        await using var db = Open();
        return await new CancelMeeting(db).RunAsync(new(meeting, reason, following), Mette, By(), Cancel);
    }

    public async Task<Result<Guid>> DecideAsync(Guid meeting, string? text, Guid? command = null)
    {
        await using var db = Open();
        return await new AddDecision(db, Plans.Practices, new AddOwnTask(db, Plans.Practices)).RunAsync(new(meeting, text, new DateOnly(2026, 2, 20), null, Plans.Jonas.Id), Mette, By(command), Cancel);
    }

    public ValueTask DisposeAsync() => Plans.DisposeAsync();
}
