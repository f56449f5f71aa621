using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <param name="Wanted">The fields of <see cref="PersonField.All"/>; the household and the search name are set here.</param>
/// <param name="Cpr">As typed; null where there is none yet. Needs <see cref="Permissions.Cpr"/>.</param>
public sealed record NewPerson(Guid HouseholdId, Person Wanted, string? Cpr = null);

/// <summary>Adds a person by hand to a household.</summary>
public static class AddPerson
{
    /// <returns>The new person's id; the household's where the form was already handled.</returns>
    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Reader who, AuditContext audit, DateOnly today, NewPerson input, CancellationToken cancel)
    {
        var household = await db.Households.VisibleTo(db, who, audit.At).SingleOrDefaultAsync(h => h.Id == input.HouseholdId, cancel);
        if (household is null)
            return Failure.Of("people.household-unknown");
        if (await MovePerson.IsSecondHeadAsync(db, household.Id, input.Wanted.Role, cancel))
            return Failure.Of("people.second-head");
        var made = Make(db, who, audit, today, household.Id, input.Wanted, input.Cpr);
        if (!made.IsSuccess)
            return made.Failure;
        await db.SaveAsync(audit, new AuditSubject(made.Value.Id, household.Id, "person", made.Value.Id), cancel);
        return made.Value.Id;
    }

    internal static Result<Person> Make(VejviserDb db, Reader who, AuditContext audit, DateOnly today, Guid householdId, Person wanted, string? cpr)
    {
        if (CheckPerson.Problem(wanted, today) is { } problem)
            return problem;
        var person = new Person { HouseholdId = householdId, GivenName = "", FamilyName = "", SearchName = "", CreatedAt = audit.At };
        foreach (var field in PersonField.All)
            field.Copy(wanted, person);
        person.SearchName = NameFolding.Fold(person.GivenName, person.FamilyName);
        if (!string.IsNullOrWhiteSpace(cpr))
        {
            if (!who.May(Permissions.Cpr))
                return Failure.Of("people.cpr-forbidden");
            var number = CprNumber.Parse(cpr);
            if (!number.IsSuccess)
                return number.Failure;
            person.BirthDate ??= number.Value.BirthDate;
            db.PersonCprs.Add(new PersonCpr { PersonId = person.Id, Number = number.Value.Reveal(), IsReplacement = number.Value.IsReplacement, From = audit.At });
        }

        db.People.Add(person);
        return person;
    }
}
