using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Matching.Rules;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>One host for staff, from the enquiry to the household that lives there: visit, judgement, match, lease, moving out, and the way to the host's own page.</summary>
public sealed class HostPageModel(
    EffectivePractices practices, HostingWords words, PlanHomeVisit visits, AnswerMatch answers, BookHostMeeting meet, SignHostLease sign, EndStay end, GiveHostAccess give, MessageSettings messages, ReadAudit reads) : VejviserPage
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public sealed record TimeForm(DateOnly? Day, string? At, Guid Employee);

    [FromRoute]
    public Guid Id { get; set; }

    public HostingWords Words => words;

    public PrivateHost Host => Line.Host;

    public HostListLine Line { get; private set; } = null!;

    public HostingRules Rules { get; private set; } = null!;

    public Dwelling? Home { get; private set; }

    /// <summary>Open, or of the household that lives there; null where there is none.</summary>
    public HostMatch? Match { get; private set; }

    public GuestFacts? Guest { get; private set; }

    public string GuestLabel { get; private set; } = "";

    /// <summary>The household's name where the reader works with it; else null.</summary>
    public string? GuestName { get; private set; }

    public IReadOnlyList<RuleScore> Parts { get; private set; } = [];

    public HostMeeting? Visit { get; private set; }

    public HostMeeting? Meeting { get; private set; }

    public HostLease? Lease { get; private set; }

    public Lease? Stay { get; private set; }

    /// <summary>The first day in a confirmed home of their own; null where they have none.</summary>
    public DateOnly? OwnHomeFrom { get; private set; }

    public HostAccess? Access { get; private set; }

    /// <summary>The link and code just given: shown once.</summary>
    public GivenAccess? Given { get; private set; }

    public IReadOnlyList<(HostMatch Match, string Label)> Past { get; private set; } = [];

    public IReadOnlyList<HousingArea> Areas { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Employees { get; private set; } = [];

    public Guid Me => Reader.AccountId;

    public DateTime Moment => Clock.Now();

    /// <summary>What was sent and not taken.</summary>
    public TimeForm? SentTime { get; private set; }

    public JudgeHostInput? SentJudgement { get; private set; }

    public SignHostLeaseInput? SentLease { get; private set; }

    public string Address => $"{(messages.Site.Length > 0 ? messages.Site : $"{Request.Scheme}://{Request.Host}")}/host/sign-in/{Given!.Link}";

    public string Qr
    {
        get
        {
            using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
            using var svg = new SvgQRCode(data);
            return svg.GetGraphic(pixelsPerModule: 4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        }
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostVisitAsync(DateOnly? day, string? at, Guid employee, bool confirm)
    {
        SentTime = new TimeForm(day, at, employee);
        return Read(day, at) is { } time
            ? await ToldAsync(await visits.RunAsync(new PlanHomeVisitInput(Id, time.Day, time.At, employee, Text["hosting.visit.meeting-title"], confirm), Reader, Audit("hosting.plan-visit"), Cancel), "hosting.visit.booked") : await AgainAsync("meetings.booking.day-needed");
    }

    public async Task<IActionResult> OnPostJudgeAsync(bool fit, string? reason, string? expectations, Guid? area, int? rooms, int? metres, int? market, int? use, string? ground, bool accessible, int? version)
    {
        SentJudgement = new JudgeHostInput(Id, fit, reason, expectations, area, rooms, metres, market, use, ground, accessible, version);
        return Unreadable.Tell(this) ? await AgainAsync(null) : await ToldAsync(await JudgeHost.RunAsync(Db, SentJudgement, Reader, Audit("hosting.judge"), Cancel), fit ? "hosting.judge.is-fit" : "hosting.judge.is-unfit");
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid match, MatchSide side, bool yes, string? reason) => await IsMineAsync(match)
        ? await ToldAsync(await answers.ByStaffAsync(new AnswerMatchInput(match, side, yes, reason), Reader, Audit("hosting.answer"), Cancel), yes ? "hosting.match.said-yes" : "hosting.match.said-no") : NotFound();

    public async Task<IActionResult> OnPostMeetAsync(Guid match, DateOnly? day, string? at, Guid employee, bool confirm)
    {
        SentTime = new TimeForm(day, at, employee);
        if (!await IsMineAsync(match))
            return NotFound();
        return Read(day, at) is { } time
            ? await ToldAsync(await meet.RunAsync(new BookHostMeetingInput(match, time.Day, time.At, employee, Text["hosting.match.meeting-title"], confirm), Reader, Audit("hosting.book-meeting"), Cancel), "hosting.match.booked") : await AgainAsync("meetings.booking.day-needed");
    }

    public async Task<IActionResult> OnPostLeaseAsync(Guid match, DateOnly? from, DateOnly? to, int? rent, int? use)
    {
        SentLease = new SignHostLeaseInput(match, from, to, rent, use);
        if (Unreadable.Tell(this))
            return await AgainAsync(null);
        return await IsMineAsync(match) ? await ToldAsync(await sign.RunAsync(SentLease, Reader, Audit("hosting.sign-lease"), Cancel), "hosting.lease.signed") : NotFound();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid match, MovedOutReason why, bool goesOn) => await IsMineAsync(match)
        ? await ToldAsync(await end.RunAsync(new EndStayInput(match, why, goesOn), Reader, Audit("hosting.end-stay"), Cancel), "hosting.end.done") : NotFound();

    public async Task<IActionResult> OnPostStayAsync(Guid match, bool stays) => await IsMineAsync(match)
        ? await ToldAsync(await StayOn.RunAsync(Db, match, stays, Reader, Audit("hosting.stay-on"), Cancel), stays ? "hosting.end.stays" : "hosting.end.moves") : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync() => await ToldAsync(await WithdrawHost.RunAsync(Db, Id, Reader, Audit("hosting.withdraw"), Cancel), "hosting.withdrawn");

    public async Task<IActionResult> OnPostAccessAsync()
    {
        var given = await give.RunAsync(Id, Reader, Audit("hosting.give-access"), Cancel);
        if (given.IsSuccess)
            Given = given.Value;
        else
            TellFailure(given.Failure);
        return await AgainAsync(null);
    }

    private Task<bool> IsMineAsync(Guid match) => Db.HostMatches.AnyAsync(m => m.Id == match && m.HostId == Id, Cancel);

    private static (DateOnly Day, TimeOnly At)? Read(DateOnly? day, string? at) =>
        day is { } on && TimeOnly.TryParseExact(at?.Trim().Replace('.', ':'), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (on, time) : null;

    private async Task<IActionResult> AgainAsync(string? key)
    {
        if (key is not null)
            ModelState.AddModelError("", Text[key]);
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, string told)
    {
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect($"/housing/hosts/{Id}");
        }

        TellFailure(done.Failure);
        return await AgainAsync(null);
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if (await HostList.FindAsync(Db, Id, Cancel) is not { } line)
            return false;
        Line = line;
        Rules = await HostingRules.LoadAsync(Db, practices, Cancel);
        Home = Host.DwellingId is { } home ? await Db.Dwellings.AsNoTracking().SingleAsync(d => d.Id == home, Cancel) : null;
        var view = await HostOwnView.ReadAsync(Db, Id, Today, Cancel);
        (Match, Guest, Visit, Meeting, Lease, Stay) = (view.Match, view.Guest, view.Visit, view.Meeting, view.Lease, view.Stay);
        OwnHomeFrom = Match is { Step: MatchStep.Housed } lives ? await EndStay.OwnHomeFromAsync(Db, lives.HouseholdId, Cancel) : null;
        Access = await Db.HostAccesses.AsNoTracking().Where(a => a.HostId == Id && a.RevokedAt == null && a.ExpiresAt > Moment).OrderByDescending(a => a.GivenAt).FirstOrDefaultAsync(Cancel);
        Areas = await Db.HousingAreas.AsNoTracking().OrderBy(a => a.Name).ToListAsync(Cancel);
        Employees = [.. (await Db.Users.AsNoTracking().Where(a => !a.IsClosed && a.Kind == AccountKind.Employee).OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToListAsync(Cancel)).Select(a => (a.Id, a.DisplayName))];
        await HouseholdsAsync();
        await reads.RecordAsync(Reader.AccountId, "hosting.host.read", [new AuditSubject(HouseholdId: Match?.HouseholdId, Entity: "private-host", EntityId: Id)], Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["hosting.title"], "/housing/hosts");
        AddCrumb(Host.Name);
        return true;
    }

    private async Task HouseholdsAsync()
    {
        var all = await Db.HostMatches.AsNoTracking().Where(m => m.HostId == Id).OrderByDescending(m => m.MadeOn).Join(Db.Households, m => m.HouseholdId, h => h.Id, (m, h) => new { m, h.Reference }).ToListAsync(Cancel);
        Past = [.. all.Where(x => x.m.EndedOn is not null).Select(x => (x.m, CaseLabels.OfHousehold(x.m.HouseholdId, x.Reference)))];
        if (Match is not { } match)
            return;
        GuestLabel = CaseLabels.OfHousehold(match.HouseholdId, all.First(x => x.m.Id == match.Id).Reference);
        GuestName = await Db.Households.VisibleTo(Db, Reader, Clock.Now()).Where(h => h.Id == match.HouseholdId).Select(h => h.Name).SingleOrDefaultAsync(Cancel);
        Parts = JsonSerializer.Deserialize<List<RuleScore>>(match.Parts, Format) ?? [];
    }
}
