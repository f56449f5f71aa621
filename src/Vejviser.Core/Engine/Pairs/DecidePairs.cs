using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Pairs;

/// <param name="Fingerprint">Of the proposal that was looked at: another is not decided unseen.</param>
/// <param name="Note">What was said about it, where people met.</param>
public sealed record DecidePairsInput(string? Fingerprint, string? Note);

/// <summary>
/// Decides a proposal: both sides of each pair are asked, all at once or none. Failures: <c>pairs.forbidden</c>, <c>pairs.too-long</c>, <c>pairs.proposal-changed</c> (somebody chose otherwise, or one of them is gone:
/// look again), <c>pairs.nobody-paired</c>, <c>pairs.taken-meanwhile</c>.
/// </summary>
public sealed class DecidePairs(VejviserDb db, SeePairs see, PairSteps steps)
{
    public const int MostCharacters = 8000;
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <returns>How many pairs are asked.</returns>
    public async Task<Result<int>> RunAsync(PairPractice practice, DecidePairsInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (!who.May(Permissions.Pairs))
            return Failure.Of("pairs.forbidden");
        if (input.Note?.Length > MostCharacters)
            return Failure.Of("pairs.too-long", ("most", MostCharacters));
        if (await db.IsHandledAsync(audit, cancel))
            return await db.PairRounds.Where(r => r.Id == audit.CommandId).Select(r => r.Pairs).SingleOrDefaultAsync(cancel);
        var seen = await see.RunAsync(db, practice, audit.Day, cancel);
        if (seen.Proposal.Fingerprint != input.Fingerprint)
            return Failure.Of("pairs.proposal-changed");
        if (seen.Proposal.Paired == 0)
            return Failure.Of("pairs.nobody-paired");
        return await SaveAsync(practice, seen, input.Note, audit, cancel);
    }

    private async Task<Result<int>> SaveAsync(PairPractice practice, SeenPairs seen, string? note, AuditContext audit, CancellationToken cancel)
    {
        var paired = seen.Proposal.Lines.Where(l => l.Volunteer is not null).ToList();
        var round = new PairRound
        {
            Id = audit.CommandId ?? Guid.CreateVersion7(), Practice = practice.Id, PracticeNumber = seen.Number, DecidedAt = audit.At, DecidedBy = audit.Actor, Note = note.OrNull(),
            Facts = seen.Facts.ToJson(), Pairs = paired.Count, ByHand = seen.Proposal.Lines.Count(l => l.ByHand is not null),
        };
        db.Add(round);
        var ids = paired.ConvertAll(l => l.Volunteer!.Id);
        var volunteers = await db.Volunteers.Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, cancel);
        var places = (await db.VolunteerPairs.Where(p => ids.Contains(p.VolunteerId) && p.HeldPlace != null).Select(p => new { p.VolunteerId, Place = p.HeldPlace!.Value }).ToListAsync(cancel)).ToLookup(p => p.VolunteerId, p => p.Place);
        var given = new HashSet<(Guid, int)>();
        var subjects = new List<AuditSubject> { new(Entity: "pair-round", EntityId: round.Id) };
        foreach (var line in paired)
        {
            var volunteer = volunteers[line.Volunteer!.Id];
            var place = Enumerable.Range(1, volunteer.Most).Where(n => !places[volunteer.Id].Contains(n)).FirstOrDefault(n => given.Add((volunteer.Id, n)));
            if (place == 0 || volunteer.IsWithdrawn)
                return TakenMeanwhile();
            // Who withdraws at this very moment conflicts with being asked.
            volunteer.Version++;
            var pair = db.Add(new VolunteerPair
            {
                Practice = practice.Id, RoundId = round.Id, PlanId = line.Seeker.PlanId, VolunteerId = volunteer.Id, HeldPlanId = line.Seeker.PlanId, HeldPlace = place, ByHand = line.ByHand,
                Parts = JsonSerializer.Serialize(line.Parts, Format), RunnerUpId = line.RunnerUp?.Id, Price = line.Price, AskedOn = audit.Day, Version = 1,
            }).Entity;
            var seeker = seen.Seekers.Single(s => s.Facts.PlanId == line.Seeker.PlanId);
            subjects.Add(new AuditSubject(seeker.Plan.PersonId, seeker.Household.Id, "volunteer-pair", pair.Id));
        }

        // Only who is paired is decided: a choice that somebody waits stays until it is let go.
        var decided = paired.ConvertAll(l => l.Seeker.PlanId);
        db.PairChoices.RemoveRange(await db.PairChoices.Where(c => decided.Contains(c.PlanId)).ToListAsync(cancel));
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            if (await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict)
                return TakenMeanwhile();
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("volunteer_pair"))
        {
            return TakenMeanwhile();
        }

        foreach (var plan in decided)
            await steps.FinishAsync(plan, practice.ProposedStep, note: null, audit, cancel);
        await all.CommitAsync(cancel);
        return paired.Count;
    }

    /// <summary>Somebody asked one of them, or a volunteer withdrew, between the look and the save: nothing is decided.</summary>
    private Failure TakenMeanwhile()
    {
        db.ChangeTracker.Clear();
        return Failure.Of("pairs.taken-meanwhile");
    }
}
