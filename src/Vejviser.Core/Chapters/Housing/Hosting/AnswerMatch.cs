using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <param name="Reason">Why not; kept with the match, and told to nobody else.</param>
public sealed record AnswerMatchInput(Guid MatchId, MatchSide Side, bool IsYes, string? Reason);

/// <summary>
/// Yes or no of one side: first whether they will meet, and after the meeting whether they will live together. A no ends the match and forbids the pair; the host is owed another, which is proposed at once where there is somebody.
/// Failures: <c>hosting.forbidden</c>, <c>hosting.unknown-match</c>, <c>hosting.match-ended</c>, <c>hosting.not-met</c> (the meeting has not been held), <c>hosting.answered</c>, <c>hosting.too-long</c>, <c>hosting.changed-meanwhile</c>.
/// </summary>
public sealed class AnswerMatch(VejviserDb db, EffectivePractices practices, PlanLaw law, ProposeNext next)
{
    /// <summary>What an employee was told by either of them.</summary>
    public Task<Result<Done>> ByStaffAsync(AnswerMatchInput input, Reader who, AuditContext audit, CancellationToken cancel) =>
        who.May(Permissions.HousingHosts) ? RunAsync(input, db.HostMatches, null, audit, cancel) : Task.FromResult<Result<Done>>(Failure.Of("hosting.forbidden"));

    /// <summary>The host's own answer, on the host's own page.</summary>
    public Task<Result<Done>> ByHostAsync(Guid match, bool isYes, string? reason, Guid host, AuditContext audit, CancellationToken cancel) =>
        RunAsync(new AnswerMatchInput(match, MatchSide.Host, isYes, reason), db.HostMatches.Where(m => m.HostId == host), null, audit, cancel);

    /// <summary>The household's own answer, given by one of its grown-ups on their own page.</summary>
    public Task<Result<Done>> ByHouseholdAsync(Guid match, bool isYes, Guid household, Guid person, AuditContext audit, CancellationToken cancel) =>
        RunAsync(new AnswerMatchInput(match, MatchSide.Household, isYes, null), db.HostMatches.Where(m => m.HouseholdId == household), person, audit, cancel);

    /// <param name="own">The matches that are theirs to answer.</param>
    /// <param name="by">The person who answers; null where an employee or the host does.</param>
    private async Task<Result<Done>> RunAsync(AnswerMatchInput input, IQueryable<HostMatch> own, Guid? by, AuditContext audit, CancellationToken cancel)
    {
        if (input.Reason?.Length > PutForward.MostCharacters)
            return Failure.Of("hosting.too-long", ("most", PutForward.MostCharacters));
        if (!Enum.IsDefined(input.Side) || await own.SingleOrDefaultAsync(m => m.Id == input.MatchId, cancel) is not { } match)
            return Failure.Of("hosting.unknown-match");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (match.Step is MatchStep.Ended or MatchStep.Housed)
            return Failure.Of("hosting.match-ended");
        if (match.Step == MatchStep.Meeting && input.IsYes && !await IsMetAsync(match, audit.Day, cancel))
            return Failure.Of("hosting.not-met");
        if (Note(match, input) is { } fault)
            return fault;
        match.Version++;
        if (!input.IsYes)
            await EndAsync(match, input, audit, cancel);
        if (await db.SaveAsync(audit, PutForward.Subject(match) with { PersonId = by }, cancel) == SaveOutcome.Conflict)
            return Failure.Of("hosting.changed-meanwhile");
        if (!input.IsYes)
            await next.RunAsync(audit, cancel);
        return Done.Result;
    }

    private Task<bool> IsMetAsync(HostMatch match, DateOnly today, CancellationToken cancel) =>
        db.Meetings.AnyAsync(m => m.Id == match.MeetingId && m.State != MeetingState.Cancelled && m.Day <= today, cancel);

    private static Failure? Note(HostMatch match, AnswerMatchInput input)
    {
        var isHost = input.Side == MatchSide.Host;
        var isAboutMeeting = match.Step == MatchStep.Asked;
        var said = isAboutMeeting ? isHost ? match.HostMeets : match.HouseholdMeets : isHost ? match.HostAnswer : match.HouseholdAnswer;
        // A yes can become a no until the lease is signed; a no has ended the match.
        if (said == true && input.IsYes)
            return Failure.Of("hosting.answered");
        if (isAboutMeeting && isHost)
            match.HostMeets = input.IsYes;
        else if (isAboutMeeting)
            match.HouseholdMeets = input.IsYes;
        else if (isHost)
            match.HostAnswer = input.IsYes;
        else
            match.HouseholdAnswer = input.IsYes;
        return null;
    }

    private async Task EndAsync(HostMatch match, AnswerMatchInput input, AuditContext audit, CancellationToken cancel)
    {
        (match.DeclinedBy, match.Reason) = (input.Side, input.Reason.OrNull());
        match.Close(audit.Day);
        var host = await db.PrivateHosts.SingleAsync(h => h.Id == match.HostId, cancel);
        await OweAsync(host, audit.Day, cancel);
    }

    internal async Task OweAsync(PrivateHost host, DateOnly day, CancellationToken cancel)
    {
        host.NextBy = (await law.CalendarAsync(db, cancel)).AddWorkdays(day, (await HostingRules.LoadAsync(db, practices, cancel)).NextProposalWorkdays);
        host.Version++;
    }
}
