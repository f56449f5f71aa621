using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Tests.Engine.Plans;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Interpreters;

/// <summary>The plan's small world with the catalogue and the law as they are, employees enough for a large meeting, and interpreters as the test adds them.</summary>
internal sealed class InterpreterWorld : IAsyncDisposable
{
    private InterpreterWorld(PlanWorld plans) => Plans = plans;

    public static LawBook Law { get; } = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"));

    public static EffectivePractices Practices { get; } = new(PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")));

    /// <summary>A Tuesday.</summary>
    public static DateOnly Day { get; } = new(2026, 2, 3);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public PlanWorld Plans { get; }

    public Reader Mette => Reader.System with { AccountId = Plans.Mette.Id };

    public IReadOnlyList<Account> Staff { get; } = [.. Enumerable.Range(1, 40).Select(i => new Account { UserName = $"s{i}", DisplayName = $"Ansat {i}" })];

    public static async Task<InterpreterWorld> CreateAsync(DatabaseKind kind)
    {
        var world = new InterpreterWorld(await PlanWorld.CreateAsync(kind));
        await using var db = world.Open();
        db.AddRange(world.Staff);
        await db.SaveAsync(world.By(PlanWorld.Now), new AuditSubject(Entity: "test"), Cancel);
        return world;
    }

    public static Interpreter NewInterpreter(string name, string language, string dialect = "", string born = "1980-01-01", bool video = true, bool onSite = false, int? travel = null, Sex sex = Sex.Female)
    {
        var interpreter = new Interpreter { Name = name, BirthDate = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), ByVideo = video, OnSite = onSite, TravelMinutes = travel, Sex = sex };
        interpreter.Languages.Add(new InterpreterLanguage { InterpreterId = interpreter.Id, Language = language, Dialect = dialect });
        return interpreter;
    }

    public VejviserDb Open() => Plans.Open();

    public AuditContext By(DateTime? at = null) => new(Plans.Mette.Id, "test.do", at ?? PlanWorld.Now);

    public async Task<Interpreter> AddAsync(Interpreter interpreter)
    {
        await using var db = Open();
        db.Interpreters.Add(interpreter);
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        return interpreter;
    }

    /// <summary>A meeting of so many employees, and the family's head where asked for.</summary>
    public async Task<Guid> MeetAsync(string time = "10:00", int staff = 1, DateOnly? day = null, bool withHead = false, int first = 0, DateTime? at = null)
    {
        await using var db = Open();
        var guests = new MeetingGuestList([.. Staff.Skip(first).Take(staff).Select(s => s.Id)], withHead ? [Plans.Head.Id] : [], []);
        var when = new MeetingTime(day ?? Day, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), 60, MeetingRoom.OnSite);
        var booked = await new BookMeeting(db, Practices, Law).RunAsync(new("Samtale", when, guests, withHead ? Plans.Family.Id : null, withHead ? Plans.Head.Id : null), Mette, By(at), Cancel);
        Assert.True(booked.IsSuccess, booked.Failure?.Code);
        return booked.Value.MeetingId;
    }

    public async Task<Result<Guid>> RequestAsync(Guid meeting, string language = "ar", string? dialect = null, InterpretingMode? mode = null, Sex sex = Sex.Unknown)
    {
        await using var db = Open();
        return await new RequestInterpreter(db, Practices).RunAsync(new(meeting, language, dialect, mode, sex), Mette, By(), Cancel);
    }

    public async Task<Result<Done>> AssignAsync(Guid booking, Interpreter interpreter)
    {
        await using var db = Open();
        return await new AssignInterpreter(db, Practices, Law).RunAsync(new(booking, interpreter.Id), Mette, By(), Cancel);
    }

    public async Task<IReadOnlyList<ProposedInterpreter>> ProposeAsync() => (await SeeAsync()).Lines;

    public async Task<SeenInterpreters> SeeAsync()
    {
        await using var db = Open();
        return await ProposeInterpreters.RunAsync(db, Practices, Law, Day, Day.AddDays(14), Cancel);
    }

    public async Task<Result<Done>> ChooseAsync(Guid booking, Interpreter interpreter, string? reason)
    {
        await using var db = Open();
        return await new ChooseInterpreter(db, Practices, Law, new AssignInterpreter(db, Practices, Law)).RunAsync(new(booking, interpreter.Id, reason), Reader.System, By(), Cancel);
    }

    public async Task<Result<T>> FollowAsync<T>(Func<FollowProposal, Task<Result<T>>> follow)
    {
        await using var db = Open();
        return await follow(new FollowProposal(db, Practices, Law, new AssignInterpreter(db, Practices, Law)));
    }

    public ValueTask DisposeAsync() => Plans.DisposeAsync();
}
