using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>Puts a checked file beside what is registered, by <c>case_ref</c> and <c>household_ref</c>: who is new, who changed and how, who is as before.</summary>
public static class CompareAllocations
{
    private const int AtATime = 500;

    public static async Task<ComparedAllocations> RunAsync(VejviserDb db, CheckedAllocations file, LawBook law, CancellationToken cancel)
    {
        var (households, problems) = (new List<ComparedHousehold>(file.Households.Count), new List<AllocationProblem>(file.Problems));
        foreach (var chunk in file.Households.Chunk(AtATime))
        {
            var register = await Register.LoadAsync(db, chunk, cancel);
            foreach (var household in chunk)
                if (Compare(household, register, law, problems) is { } compared)
                    households.Add(compared);
        }

        return new ComparedAllocations(file.Rows, households, CheckAllocations.InOrder(problems));
    }

    /// <returns>Null where the register refuses the household.</returns>
    private static ComparedHousehold? Compare(AllocatedHousehold household, Register register, LawBook law, List<AllocationProblem> problems)
    {
        var known = register.Household(household.Reference);
        // Moving somebody from one household to another is a decision, not a line in a file.
        if (household.People.FirstOrDefault(p => register.Person(p.CaseRef) is { MergedIntoId: null } person && person.HouseholdId != known?.Id) is { } moved)
        {
            problems.Add(AllocationProblem.Error(moved.Row, AllocationColumns.HouseholdRef, "other-household"));
            problems.AddRange(household.People.Where(p => p != moved).Select(p => CheckAllocations.ToldWhy(p.Row, moved.Row)));
            return null;
        }

        var compared = new ComparedHousehold(household, known?.Id, [.. household.People.Select(p => Compare(p, register, problems, p == household.Head ? known : null))]);
        if (!compared.IsUnchanged)
            problems.AddRange(Doubts(compared, law));
        return compared;
    }

    /// <param name="household">The registered household, where the person is its head: the centre is kept there.</param>
    private static ComparedPerson Compare(AllocatedPerson file, Register register, List<AllocationProblem> problems, RegisteredHousehold? household)
    {
        var person = register.Person(file.CaseRef);
        if (file.Cpr is { } cpr && register.HasAnother(cpr, person?.Id))
            problems.Add(AllocationProblem.Warning(file.Row, AllocationColumns.Cpr, "cpr-of-another-person"));
        if (person is null)
            return new ComparedPerson(file, null, []);
        if (person.MergedIntoId is not null)
        {
            problems.Add(AllocationProblem.Warning(file.Row, AllocationColumns.CaseRef, "merged-into-another"));
            return new ComparedPerson(file, person.Id, []);
        }

        var changes = PersonFields.All.Where(f => f.Differs(file, person)).Select(f => new FieldChange(f.Column, f.Registered(person), f.Written(file))).ToList();
        if (file.Cpr is { } written && register.Cpr(person.Id) is var registered && registered != written.Reveal())
            changes.Insert(0, new FieldChange(AllocationColumns.Cpr, CprNumber.Parse(registered) is { IsSuccess: true } known ? known.Value.Masked : "", written.Masked));
        if (household is not null && file.Centre.Length > 0 && file.Centre != household.Centre)
            changes.Add(new FieldChange(AllocationColumns.Centre, household.Centre, file.Centre));
        return new ComparedPerson(file, person.Id, changes);
    }

    private static IEnumerable<AllocationProblem> Doubts(ComparedHousehold household, LawBook law)
    {
        var head = household.File.Head;
        var changesDate = household.People.Any(p => p.File == head && p.Changes.Any(c => c.Column is AllocationColumns.AllocationDate or AllocationColumns.ResidenceBasis));
        if ((household.IsNew || changesDate) && law.Takeover(head.Basis, head.AllocationDate, null) is Takeover.Ambiguous ask)
            yield return AllocationProblem.Warning(
                head.Row, AllocationColumns.AllocationDate, "takeover-ambiguous", ("allocated", head.AllocationDate),
                ("first", ask.Candidates[0].Date), ("second", ask.Candidates[^1].Date));
        if (!household.IsNew && changesDate)
            yield return AllocationProblem.Warning(head.Row, AllocationColumns.AllocationDate, "plan-stays");
        foreach (var late in household.People.Where(p => p.IsNew && !household.IsNew))
            yield return AllocationProblem.Warning(late.File.Row, AllocationColumns.HouseholdRef, "joins-household");
    }

    private sealed record RegisteredHousehold(Guid Id, string Centre);

    /// <summary>What is registered of the people and households of some rows.</summary>
    private sealed class Register
    {
        private readonly Dictionary<string, Person> people;
        private readonly Dictionary<string, RegisteredHousehold> households;
        private readonly Dictionary<Guid, string> cprs;
        private readonly ILookup<string, Guid> owners;

        private Register(List<Person> people, Dictionary<string, RegisteredHousehold> households, List<PersonCpr> cprs)
        {
            this.people = people.ToDictionary(p => p.CaseRef!, StringComparer.Ordinal);
            this.households = households;
            this.cprs = cprs.GroupBy(c => c.PersonId).ToDictionary(c => c.Key, c => c.Last().Number);
            owners = cprs.ToLookup(c => c.Number, c => c.PersonId, StringComparer.Ordinal);
        }

        public static async Task<Register> LoadAsync(VejviserDb db, IReadOnlyList<AllocatedHousehold> file, CancellationToken cancel)
        {
            var caseRefs = file.SelectMany(h => h.People).Select(p => p.CaseRef).ToList();
            var references = file.Select(h => h.Reference).ToList();
            var numbers = file.SelectMany(h => h.People).Where(p => p.Cpr is not null).Select(p => p.Cpr!.Value.Reveal()).ToList();
            var known = await db.People.AsNoTracking().Where(p => p.CaseRef != null && caseRefs.Contains(p.CaseRef)).ToListAsync(cancel);
            var places = await db.Households.AsNoTracking().Where(h => h.Reference != null && references.Contains(h.Reference))
                .ToDictionaryAsync(h => h.Reference!, h => new RegisteredHousehold(h.Id, h.Centre ?? ""), StringComparer.Ordinal, cancel);
            var ids = known.Select(p => p.Id).ToList();
            var inForce = await db.PersonCprs.AsNoTracking().Where(c => c.Until == null && (ids.Contains(c.PersonId) || numbers.Contains(c.Number))).ToListAsync(cancel);
            return new Register(known, places, inForce);
        }

        public Person? Person(string caseRef) => people.GetValueOrDefault(caseRef);

        public RegisteredHousehold? Household(string reference) => households.GetValueOrDefault(reference);

        /// <summary>The number in force; empty where none is known.</summary>
        public string Cpr(Guid personId) => cprs.GetValueOrDefault(personId, "");

        public bool HasAnother(CprNumber number, Guid? personId) => owners[number.Reveal()].Any(owner => owner != personId);
    }
}
