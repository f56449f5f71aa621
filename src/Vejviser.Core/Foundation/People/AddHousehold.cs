using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Foundation.People;

/// <param name="Head">The first person; their basis and allocation date are the household's.</param>
/// <param name="RegisteredDate">Registered in CPR as moved here: what the law asks for quota refugees and reunified family.</param>
/// <param name="ChosenTakeover">The day the case worker chose where the law can be read in more than one way.</param>
public sealed record NewHousehold(Person Head, string? Reference, DateOnly? RegisteredDate, DateOnly? ArrivalDate, string? Centre, DateOnly? ChosenTakeover, string? Cpr = null);

/// <summary>A household by hand, with its first person. The law says the takeover, or asks for what it needs.</summary>
public static class AddHousehold
{
    /// <summary>
    /// Failures of the law: <c>people.takeover-ambiguous</c> (the page offers the candidates of <see cref="LawBook.Takeover(ResidenceBasis, DateOnly?, DateOnly?)"/>),
    /// <c>people.takeover-needs-decision</c>, <c>people.takeover-needs-basis</c>, <c>people.takeover-no-rule</c>.
    /// A missing registration is no failure, nor is a missing allocation for who lives at an asylum centre or whose asylum case is open: the takeover is unknown until it is there.
    /// </summary>
    public static async Task<Result<Guid>> RunAsync(VejviserDb db, LawBook law, Reader who, AuditContext audit, DateOnly today, NewHousehold input, CancellationToken cancel)
    {
        // Who has not been allocated is nobody's to take over yet: the day comes with the decision.
        var isBefore = input is { RegisteredDate: null, Head.AllocationDate: null }
            && (input.Centre is not null || input.Head.AsylumPhase is AsylumPhase.First or AsylumPhase.Second or AsylumPhase.Third);
        var takeover = isBefore ? ((DateOnly?)null, (string?)null) : Decide(law.Takeover(input.Head.Basis, input.Head.AllocationDate, input.RegisteredDate), input.ChosenTakeover);
        if (!takeover.IsSuccess)
            return takeover.Failure;
        if (await db.IsHandledAsync(audit, cancel))
            return Failure.Of("people.already-added");
        if (input.Reference is { } reference && await db.Households.AnyAsync(h => h.Reference == reference, cancel))
            return Failure.Of("people.household-reference-taken");
        var household = new Household
        {
            Name = NameHousehold.Of(input.Head), Reference = input.Reference, Basis = input.Head.Basis, AllocationDate = input.Head.AllocationDate,
            TakeoverDate = takeover.Value.Date, TakeoverRule = takeover.Value.Rule, RegisteredDate = input.RegisteredDate, ArrivalDate = input.ArrivalDate,
            Centre = input.Centre, CaseWorkerId = who.AccountId, CreatedAt = audit.At,
        };
        db.Households.Add(household);
        var head = AddPerson.Make(db, who, audit, today, household.Id, input.Head, input.Cpr);
        if (!head.IsSuccess)
        {
            db.ChangeTracker.Clear();
            return head.Failure;
        }

        db.HouseholdAccesses.AddRange(who.UnitIds.Select(u => new HouseholdAccess { HouseholdId = household.Id, UnitId = u, Why = "by-hand" }));
        await db.SaveAsync(audit, [new(null, household.Id, "household", household.Id), new(head.Value.Id, household.Id, "person", head.Value.Id)], cancel);
        return household.Id;
    }

    internal static Result<(DateOnly? Date, string? Rule)> Decide(Takeover takeover, DateOnly? chosen) => takeover switch
    {
        Takeover.On on => (on.Date, on.Ground.Rule),
        Takeover.Ambiguous ask when ask.Candidates.Any(c => c.Date == chosen) => (chosen, "by-hand"),
        Takeover.Ambiguous => Failure.Of("people.takeover-ambiguous"),
        Takeover.Missing { Input: TakeoverInput.Decision } => Failure.Of("people.takeover-needs-decision"),
        Takeover.Missing { Input: TakeoverInput.Basis } => Failure.Of("people.takeover-needs-basis"),
        Takeover.NoRule no => Failure.Of("people.takeover-no-rule", ("day", no.Day)),
        _ => ((DateOnly?)null, (string?)null),
    };
}
