using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <param name="PersonId">Who takes part, where the practice is for a person.</param>
/// <param name="Despite">Why somebody outside the target group is taken in all the same; kept as the audit's reason.</param>
public sealed record EnrolInput(
    string Practice, Guid HouseholdId, Guid? PersonId = null, PlanSource Source = PlanSource.Staff, Guid? SourceId = null, string? Despite = null)
{
    /// <summary>Dates of the practice's own anchors; <c>start</c> is today where none is given.</summary>
    public IReadOnlyDictionary<string, DateOnly> Dates { get; init; } = new Dictionary<string, DateOnly>();
}

/// <param name="IsWaiting">Every seat was taken: the plan stands in line and begins when one is free.</param>
public sealed record Enrolled(Guid PlanId, bool IsWaiting);

/// <summary>
/// Takes a person or a household into a practice: a seat where there are so many, dated tasks, need-to-know, and what the practice changes
/// elsewhere. Failures: <c>plans.practice-not-adopted</c>, <c>households.unknown</c>, <c>plans.person-unknown</c>, <c>plans.already-running</c>,
/// <c>plans.not-in-target-group</c>, <c>plans.consent-missing</c>, <c>plans.date-out-of-range</c>.
/// </summary>
public sealed class EnrolInPractice(VejviserDb db, EffectivePractices practices, PlanLaw law, PlanEffects effects, IEnumerable<IPlanFollower>? followers = null, IEnumerable<IPlanEnding>? endings = null)
{
    private const int Attempts = 60;
    private const int YearsAway = 10;

    public async Task<Result<Enrolled>> RunAsync(EnrolInput input, AuditContext audit, CancellationToken cancel = default)
    {
        var own = db.Database.CurrentTransaction is null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await RunningAsync(input, cancel) is { } running)
                return await db.IsHandledAsync(audit, cancel) ? running : Failure.Of("plans.already-running", ("plan", running.PlanId));
            if (await PlanBuilder.LoadAsync(db, practices, law, input.Practice, cancel) is not { } builder)
                return Failure.Of("plans.practice-not-adopted", ("practice", input.Practice));
            var loaded = await LoadAsync(input, builder.Definition, audit, cancel);
            if (!loaded.IsSuccess)
                return loaded.Failure;
            var seat = await Seats.FreeAsync(db, builder.Definition, input.PersonId ?? input.HouseholdId, cancel);
            try
            {
                var enrolled = await SaveAsync(input, builder, loaded.Value, seat, audit, cancel) ?? (await RunningAsync(input, cancel))!;
                if (own)
                    await followers.TellAsync([input.Practice], audit, cancel);
                return enrolled;
            }
            catch (DbUpdateException e) when (own && e.IsUniqueViolationOn("plan"))
            {
                // Somebody took that seat, or started the same, in between: look again.
                db.ChangeTracker.Clear();
            }
        }

        return Failure.Of("plans.changed-meanwhile");
    }

    /// <summary>Null where somebody was quicker: nothing was written.</summary>
    private async Task<Enrolled?> SaveAsync(
        EnrolInput input, PlanBuilder builder, (Household Household, List<Person> People) who, SeatFound seat, AuditContext audit, CancellationToken cancel)
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using var _ = own;
        var start = new PlanStart(builder.Definition.For == PracticeFor.Person ? input.PersonId : null, input.Source, input.SourceId) { Dates = Dates(input, builder.Definition, audit) };
        var plan = await NewPlan.AddAsync(db, builder, who.Household, who.People, start, seat, effects, audit, cancel);
        var subjects = new List<AuditSubject> { PlanChange.Subject(plan, ("practice", input.Practice), ("version", builder.Version.Number), ("waiting", seat.IsFull ? true : null)) };
        if (!seat.IsFull)
            subjects.AddRange(await effects.ApplyAsync(db, plan, builder.Definition, EffectOn.Started, audit, cancel));
        if (await db.SaveAsync(audit with { Reason = input.Despite ?? audit.Reason }, subjects, cancel) != SaveOutcome.Saved)
            return null;
        if (!seat.IsFull)
            await new AfterEnding(db, practices, law, effects, endings).RunAsync(builder.Definition.EndedOn(EffectOn.Started), audit, cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        return new Enrolled(plan.Id, seat.IsFull);
    }

    private static Dictionary<string, DateOnly> Dates(EnrolInput input, PracticeDefinition definition, AuditContext audit)
    {
        var dates = input.Dates.ToDictionary();
        if (definition.FindAnchor(Anchor.Start) is not null)
            dates.TryAdd(Anchor.Start, audit.Day);
        return dates;
    }

    private async Task<Result<(Household Household, List<Person> People)>> LoadAsync(EnrolInput input, PracticeDefinition definition, AuditContext audit, CancellationToken cancel)
    {
        if (await db.Households.SingleOrDefaultAsync(h => h.Id == input.HouseholdId, cancel) is not { } household)
            return Failure.Of("households.unknown", ("household", input.HouseholdId));
        var people = await db.People.Where(p => p.HouseholdId == household.Id && p.MergedIntoId == null).ToListAsync(cancel);
        if (definition.For == PracticeFor.Person && people.TrueForAll(p => p.Id != input.PersonId))
            return Failure.Of("plans.person-unknown");
        var today = audit.Day;
        if (input.Dates.Values.Any(d => d < today.AddYears(-YearsAway) || d > today.AddYears(YearsAway)))
            return Failure.Of("plans.date-out-of-range");
        var said = await SaidReader.OfAsync(db, people, cancel);
        if (definition.Offer.Consent is { } purpose && !Consenting(definition, input, people).Any(p => said[p.Id].Consents.GetValueOrDefault(purpose)))
            return Failure.Of("plans.consent-missing", ("purpose", purpose));
        if (input.Despite is null && Refusal(definition, HouseholdFacts.Of(household, people, said), input.PersonId, today) is { } no)
            return Failure.Of("plans.not-in-target-group", [("condition", no.Code), .. no.Values.Select(v => (v.Key, v.Value))]);
        return (household, people);
    }

    private static IEnumerable<Person> Consenting(PracticeDefinition definition, EnrolInput input, List<Person> people) =>
        definition.For == PracticeFor.Person ? people.Where(p => p.Id == input.PersonId) : people;

    /// <summary>The condition that surely says no; what is not known yet refuses nobody.</summary>
    private static Answer? Refusal(PracticeDefinition definition, HouseholdFacts household, Guid? person, DateOnly today)
    {
        var verdict = definition.For == PracticeFor.Person
            ? definition.Offer.If.Ask(household, household.People.Single(p => p.Id == person), today)
            : definition.Offer.If.Ask(household, today);
        return verdict.Truth == Truth.No ? verdict.Answers.First(a => a.Truth == Truth.No) : null;
    }

    private Task<Enrolled?> RunningAsync(EnrolInput input, CancellationToken cancel) => db.Plans.AsNoTracking()
        .Where(p => p.Practice == input.Practice && p.EndedAt == null && (p.PersonId == null ? p.HouseholdId == input.HouseholdId : p.PersonId == input.PersonId))
        .Select(p => new Enrolled(p.Id, p.State == PlanState.Waiting))
        .SingleOrDefaultAsync(cancel);
}
