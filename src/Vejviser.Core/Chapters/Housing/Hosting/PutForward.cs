using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <param name="Fingerprint">Of the proposal that was looked at: another is not put forward unseen.</param>
/// <param name="Reason">Why this host and not the proposed one; null where it is the proposed one.</param>
public sealed record PutForwardInput(Guid HostId, Guid HouseholdId, string? Fingerprint, string? Reason);

/// <summary>
/// Puts a host and a household forward to each other: both are asked whether they will meet. By the proposal as it was seen, or by hand with a reason; no choice breaks a rule of either. Failures: <c>hosting.forbidden</c>,
/// <c>hosting.unknown-household</c>, <c>hosting.proposal-changed</c>, <c>hosting.too-long</c>, <c>hosting.reason-missing</c> (it is not the proposed one), <c>hosting.refused-…</c> (the rule), <c>hosting.taken-next</c> (with the next
/// <c>host</c>), <c>hosting.taken</c> (and there is no other).
/// </summary>
public sealed class PutForward(VejviserDb db, EffectivePractices practices)
{
    public const int MostCharacters = 400;
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public async Task<Result<Guid>> RunAsync(PutForwardInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (input.Reason?.Length > MostCharacters)
            return Failure.Of("hosting.too-long", ("most", MostCharacters));
        var rules = await HostingRules.LoadAsync(db, practices, cancel);
        var pairs = await ReadHosting.ProposalAsync(db, rules, audit.Day, cancel);
        if (pairs.Lines.FirstOrDefault(l => l.Guest.Id == input.HouseholdId) is not { } line)
            return await db.IsHandledAsync(audit, cancel) ? await db.HostMatches.Where(m => m.StandingHouseholdId == input.HouseholdId).Select(m => m.Id).FirstOrDefaultAsync(cancel) : Failure.Of("hosting.unknown-household");
        if (pairs.Facts.Rooms.All(r => r.Id != input.HostId))
            return Gone(line);
        if (pairs.RefusalOf(input.HouseholdId, input.HostId) is { } refusal)
            return Failure.Of($"hosting.refused-{refusal.Code}", [.. refusal.Values.Select(v => (v.Name, (object?)v.Text))]);
        var isProposed = line.Room?.Id == input.HostId;
        if (!isProposed && string.IsNullOrWhiteSpace(input.Reason))
            return Failure.Of("hosting.reason-missing");
        if (isProposed && input.Fingerprint != pairs.Fingerprint)
            return Failure.Of("hosting.proposal-changed");
        var match = await AddAsync(db, pairs, line.Guest, input.HostId, isProposed ? null : input.Reason!.Trim(), isAutomatic: false, audit.Day, cancel);
        try
        {
            return await db.SaveAsync(audit, Subject(match), cancel) == SaveOutcome.Conflict ? Failure.Of("hosting.proposal-changed") : match.Id;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("host_match"))
        {
            db.ChangeTracker.Clear();
            var now = await ReadHosting.ProposalAsync(db, rules, audit.Day, cancel);
            return Gone(now.Lines.FirstOrDefault(l => l.Guest.Id == input.HouseholdId));
        }
    }

    /// <summary>Added and not saved: saving fails on a unique key where either is put forward already. The debt to the host is paid.</summary>
    internal static async Task<HostMatch> AddAsync(VejviserDb db, HostPairs pairs, GuestFacts guest, Guid hostId, string? byHand, bool isAutomatic, DateOnly day, CancellationToken cancel)
    {
        var match = db.Add(new HostMatch
        {
            HostId = hostId, HouseholdId = guest.Id, PlanId = guest.PlanId, MadeOn = day, ByHand = byHand, IsAutomatic = isAutomatic, Parts = JsonSerializer.Serialize(pairs.PartsOf(guest.Id, hostId), Format), StandingHostId = hostId,
            StandingHouseholdId = guest.Id, Version = 1,
        }).Entity;
        var host = await db.PrivateHosts.SingleAsync(h => h.Id == hostId, cancel);
        if (host.NextBy is not null)
        {
            host.NextBy = null;
            host.Version++;
        }

        return match;
    }

    internal static AuditSubject Subject(HostMatch match) => new(HouseholdId: match.HouseholdId, Entity: "host-match", EntityId: match.Id);

    private static Failure Gone(HostPairLine? line) => line?.Room is { } next ? Failure.Of("hosting.taken-next", ("host", next.Name)) : Failure.Of("hosting.taken");
}
