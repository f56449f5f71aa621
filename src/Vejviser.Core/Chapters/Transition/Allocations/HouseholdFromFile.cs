using System.Text.Json;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>A household that is new to the municipality, with all that the file says of it.</summary>
public sealed record NewHousehold(
    Household Household, IReadOnlyList<Person> People, IReadOnlyList<PersonCpr> CprNumbers, IReadOnlyList<Relation> Relations);

/// <summary>Makes rows of the database from rows of the file. Pure.</summary>
internal static class HouseholdFromFile
{
    /// <summary>The takeover was counted by the law; any other rule of a household is a person's decision and stays.</summary>
    public const string ByHand = "by-hand";

    public static NewHousehold Make(AllocatedHousehold file, LawBook law, DateTime now)
    {
        var household = new Household { Reference = file.Reference, Name = NameOf(file.Head.GivenName, file.Head.FamilyName), CreatedAt = now };
        Settle(household, file.Head, law);
        var people = file.People.Select(p => PersonFields.NewPerson(p, household.Id, now)).ToList();
        return new NewHousehold(household, people, [.. file.People.Zip(people).Where(p => p.First.Cpr is not null).Select(p => Cpr(p.First.Cpr!.Value, p.Second.Id, now))], Relations(people));
    }

    /// <summary>What the head's row says of the household. The takeover is by law, or stays open where the law asks back or waits for a registration.</summary>
    public static void Settle(Household household, AllocatedPerson head, LawBook law)
    {
        (household.Basis, household.AllocationDate) = (head.Basis, head.AllocationDate);
        if (head.Centre.Length > 0)
            household.Centre = head.Centre;
        if (household.TakeoverRule == ByHand)
            return;
        var takeover = law.Takeover(head.Basis, head.AllocationDate, household.RegisteredDate) as Takeover.On;
        // They are expected on the day responsibility passes, until somebody agrees on another.
        if (household.ArrivalDate == household.TakeoverDate && !household.HasArrived)
            household.ArrivalDate = takeover?.Date;
        (household.TakeoverDate, household.TakeoverRule) = (takeover?.Date, takeover?.Ground.Rule);
    }

    public static string NameOf(string given, string family) => $"{given} {family}".Trim();

    public static PersonCpr Cpr(CprNumber number, Guid personId, DateTime now) =>
        new() { PersonId = personId, Number = number.Reveal(), IsReplacement = number.IsReplacement, From = now };

    public static IEnumerable<AuditSubject> Subjects(NewHousehold arrived)
    {
        var id = arrived.Household.Id;
        yield return new AuditSubject(HouseholdId: id, Entity: "household", EntityId: id, Details: JsonSerializer.Serialize(new
        {
            allocation = arrived.Household.AllocationDate, takeover = arrived.Household.TakeoverDate, rule = arrived.Household.TakeoverRule,
        }));
        foreach (var person in arrived.People)
            yield return new AuditSubject(person.Id, id, "person", person.Id);
    }

    /// <summary>Only what the roles say outright: the spouse of the head, and the head's children.</summary>
    private static List<Relation> Relations(List<Person> people)
    {
        if (people.Find(p => p.Role == HouseholdRole.Head) is not { } head)
            return [];
        return [.. people.Where(p => p.Role is HouseholdRole.Spouse or HouseholdRole.Child).Select(p => new Relation
        {
            PersonId = head.Id, OtherPersonId = p.Id, Kind = p.Role == HouseholdRole.Spouse ? RelationKind.Spouse : RelationKind.ParentOf,
        })];
    }
}
