using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <param name="Reason">Why it is fit, or not.</param>
/// <param name="Expectations">What was settled about everyday life.</param>
/// <param name="MarketRent">Kroner a month without use.</param>
/// <param name="MarketRentGround">What it is judged by, such as three rooms of its size nearby.</param>
public sealed record JudgeHostInput(
    Guid HostId, bool IsFit, string? Reason, string? Expectations, Guid? AreaId, int? Rooms, int? SquareMetres, int? MarketRent, int? Use, string? MarketRentGround, bool IsAccessible, int? Version = null);

/// <summary>
/// Judges the home fit or not after the visit. A fit one is registered as a home of the kind <see cref="DwellingKind.PrivateRoom"/>, and the host waits for a household; judging again corrects it. Failures: <c>hosting.forbidden</c>,
/// <c>hosting.unknown</c>, <c>hosting.withdrawn</c>, <c>hosting.reason-missing</c>, <c>hosting.too-long</c>, <c>hosting.not-visited</c>, <c>hosting.home-figures</c>, <c>hosting.market-rent</c>, <c>hosting.listed-area</c> (never
/// there: integrationsloven § 12), <c>hosting.unknown-area</c>, <c>hosting.address-taken</c>, <c>hosting.lived-in</c> (unfit while somebody lives there), <c>hosting.changed-meanwhile</c>.
/// </summary>
public static class JudgeHost
{
    public const int MostCharacters = 1000;

    public static async Task<Result<Done>> RunAsync(VejviserDb db, JudgeHostInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (await db.PrivateHosts.SingleOrDefaultAsync(h => h.Id == input.HostId, cancel) is not { } host)
            return Failure.Of("hosting.unknown");
        if (await RefusalAsync(db, host, input, audit, cancel) is { } refused)
            return refused;
        if (input.IsFit)
            await RegisterAsync(db, host, input, audit, cancel);
        else
            await TakeBackAsync(db, host, cancel);
        (host.State, host.JudgedOn, host.Judgement) = (input.IsFit ? HostState.Fit : HostState.Unfit, audit.Day, input.Reason!.Trim());
        (host.Expectations, host.AnsweredOn) = (input.Expectations.OrNull(), host.AnsweredOn ?? audit.Day);
        host.Version++;
        return await db.SaveAsync(audit, new AuditSubject(Entity: "private-host", EntityId: host.Id, Details: input.IsFit ? """{"fit":true}""" : """{"fit":false}"""), cancel) == SaveOutcome.Conflict ? Failure.Of("hosting.changed-meanwhile") : Done.Result;
    }

    private static async Task<Failure?> RefusalAsync(VejviserDb db, PrivateHost host, JudgeHostInput input, AuditContext audit, CancellationToken cancel)
    {
        if (host.State == HostState.Withdrawn)
            return Failure.Of("hosting.withdrawn");
        if (input.Version is { } seen && seen != host.Version)
            return Failure.Of("hosting.changed-meanwhile");
        if (string.IsNullOrWhiteSpace(input.Reason))
            return Failure.Of("hosting.reason-missing");
        if (new[] { input.Reason, input.Expectations, input.MarketRentGround }.Any(t => t?.Length > MostCharacters))
            return Failure.Of("hosting.too-long", ("most", MostCharacters));
        if (!input.IsFit)
            return host.DwellingId is { } home && await db.Leases.AnyAsync(l => l.HeldDwellingId == home, cancel) ? Failure.Of("hosting.lived-in") : null;
        if (!await db.Meetings.AnyAsync(m => m.Id == host.VisitMeetingId && m.State != MeetingState.Cancelled && m.Day <= audit.Day, cancel))
            return Failure.Of("hosting.not-visited");
        if (input.Rooms is not (>= 1 and <= AskToHost.MostRooms) || input.SquareMetres is not (>= 5 and <= 500) || input.Use is not (>= 0 and <= 20_000))
            return Failure.Of("hosting.home-figures");
        if (input.MarketRent is not (>= 1 and <= 50_000) || string.IsNullOrWhiteSpace(input.MarketRentGround))
            return Failure.Of("hosting.market-rent");
        if (await db.HousingAreas.AsNoTracking().SingleOrDefaultAsync(a => a.Id == input.AreaId, cancel) is not { } area)
            return Failure.Of("hosting.unknown-area");
        if (area.IsListed)
            return Failure.Of("hosting.listed-area", ("area", area.Name));
        return await db.Dwellings.AnyAsync(d => d.Address == host.Address && d.Id != host.DwellingId, cancel) ? Failure.Of("hosting.address-taken") : null;
    }

    private static async Task RegisterAsync(VejviserDb db, PrivateHost host, JudgeHostInput input, AuditContext audit, CancellationToken cancel)
    {
        var home = host.DwellingId is { } id ? await db.Dwellings.SingleAsync(d => d.Id == id, cancel) : db.Add(new Dwelling { Address = host.Address, Kind = DwellingKind.PrivateRoom, Rent = input.MarketRent!.Value }).Entity;
        (home.AreaId, home.Rooms, home.SquareMetres, home.Use, home.IsAccessible, home.IsWithdrawn) = (input.AreaId!.Value, input.Rooms!.Value, input.SquareMetres!.Value, input.Use!.Value, input.IsAccessible, false);
        home.AvailableFrom = host.From > audit.Day ? host.From : audit.Day;
        home.Version++;
        (host.DwellingId, host.Rooms, host.MarketRent, host.MarketRentGround) = (home.Id, home.Rooms, input.MarketRent, input.MarketRentGround!.Trim());
        host.WaitingSince ??= audit.Day;
    }

    /// <summary>What was a home of the register is one no more.</summary>
    internal static async Task TakeBackAsync(VejviserDb db, PrivateHost host, CancellationToken cancel)
    {
        (host.WaitingSince, host.NextBy) = (null, null);
        if (host.DwellingId is { } id && await db.Dwellings.SingleOrDefaultAsync(d => d.Id == id && !d.IsWithdrawn, cancel) is { } home)
        {
            home.IsWithdrawn = true;
            home.Version++;
        }
    }
}
