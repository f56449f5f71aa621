using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <param name="Fingerprint">Of the proposal that was looked at: another is not decided unseen.</param>
/// <param name="Seen">The villas it gave rooms in: one that has closed or filled since is told by its name.</param>
public sealed record DecideVillasInput(string? Fingerprint, IReadOnlyCollection<Guid> Seen);

/// <summary>
/// Gives everybody in the proposal their room and contact person, or nobody: the steps of choosing both are done, the outcome is noted, and a contact person who is an employee becomes the household's where it has none. Failures:
/// <c>villas.forbidden</c>, <c>villas.villa-gone-next</c> (a villa has closed or filled since: the page shows the next), <c>villas.proposal-changed</c>, <c>villas.nobody</c>, <c>villas.changed-meanwhile</c>.
/// </summary>
public sealed class DecideVillas(VejviserDb db, EffectivePractices practices)
{
    public async Task<Result<int>> RunAsync(DecideVillasInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.MinorsDecide))
            return Failure.Of("villas.forbidden");
        if (await db.IsHandledAsync(audit, cancel))
            return await db.AuditEntries.CountAsync(e => e.Entity == "villa-stay" && db.ProcessedCommands.Any(c => c.Id == audit.CommandId && c.At == e.At), cancel);
        // Read before the proposal is made: whatever changes from here on is met by the versions when it is saved.
        var (villas, homes) = (await db.Villas.ToListAsync(cancel), await db.YouthHomes.ToDictionaryAsync(h => h.PersonId, cancel));
        var policy = await ReadVillas.PolicyAsync(db, practices, cancel);
        var town = await ReadVillas.TownAsync(db, policy, audit.Day, cancel);
        var proposal = ProposeVillas.Propose(town, policy, cancel);
        if (proposal.Fingerprint != input.Fingerprint)
        {
            var gone = town.Villas.Where(v => input.Seen.Contains(v.Id) && v.FreeRooms(policy.Most) == 0).Select(v => v.Name).ToList();
            return gone.Count == 0 ? Failure.Of("villas.proposal-changed") : Failure.Of("villas.villa-gone-next", ("villa", string.Join(", ", gone)));
        }

        return proposal.Placed == 0 ? Failure.Of("villas.nobody") : await SaveAsync(proposal, villas, homes, audit, cancel);
    }

    private async Task<Result<int>> SaveAsync(VillaProposal proposal, IReadOnlyList<Villa> villas, IReadOnlyDictionary<Guid, YouthHome> homes, AuditContext audit, CancellationToken cancel)
    {
        var lines = proposal.Villas.SelectMany(l => l.Proposed.Select(p => (l.Villa, Placed: p))).ToList();
        var people = lines.ConvertAll(l => l.Placed.Youth.Id);
        foreach (var villa in villas.Where(v => lines.Exists(l => l.Villa.Id == v.Id)))
            villa.Version++;
        var subjects = new List<AuditSubject>();
        foreach (var (villa, placed) in lines)
        {
            var youth = placed.Youth;
            var stay = new VillaStay { PersonId = youth.Id, VillaId = villa.Id, ContactId = placed.Contact.Id, DecidedOn = audit.Day, ByHand = placed.ByHand }.Held();
            db.Add(stay);
            (homes[youth.Id].ChosenVillaId, homes[youth.Id].ChosenReason) = (null, null);
            homes[youth.Id].Version++;
            subjects.Add(new AuditSubject(youth.Id, youth.HouseholdId, "villa-stay", stay.Id, AuditDetails.Of(("villa", villa.Id), ("contact", placed.Contact.Id), ("by-hand", placed.ByHand is not null))));
        }

        subjects.AddRange(await CloseByFact.RunAsync(VillaPolicy.Tasks(db, people).Where(t => VillaPolicy.DoneByDeciding.Contains(t.Step)), audit, cancel));
        foreach (var plan in await db.Plans.Where(p => p.Practice == VillaPolicy.Practice && p.State == PlanState.Running && people.Contains(p.PersonId!.Value)).ToListAsync(cancel))
            subjects.AddRange(await RegisterOutcome.PutAsync(db, plan, new RegisterOutcomeInput(plan.Id, VillaPolicy.ContactOutcome, IsYes: true, audit.Day), audit, cancel) is { } word ? [word] : []);
        subjects.AddRange(await GiveContactsAsync([.. lines.Select(l => l.Placed)], audit, cancel));
        try
        {
            return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("villas.changed-meanwhile") : lines.Count;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("villa_stay"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("villas.changed-meanwhile");
        }
    }

    /// <summary>A household that has a contact person keeps them: a sibling's, or reception's until they say otherwise.</summary>
    private async Task<IReadOnlyList<AuditSubject>> GiveContactsAsync(IReadOnlyList<PlacedYouth> placed, AuditContext audit, CancellationToken cancel)
    {
        var employed = placed.Where(p => p.Contact.AccountId is not null).DistinctBy(p => p.Youth.HouseholdId).ToDictionary(p => p.Youth.HouseholdId, p => p.Contact.AccountId!.Value);
        var households = await db.Households.Where(h => employed.Keys.Contains(h.Id) && h.ContactPersonId == null && !db.HouseholdContacts.Any(c => c.HouseholdId == h.Id)).ToListAsync(cancel);
        foreach (var household in households)
        {
            (household.ContactPersonId, household.ContactSince) = (employed[household.Id], audit.Day);
            household.Version++;
        }

        return households.ConvertAll(h => new AuditSubject(HouseholdId: h.Id, Entity: "household", EntityId: h.Id, Details: AuditDetails.Of(("contact-person", new[] { null, h.ContactPersonId }))));
    }
}
