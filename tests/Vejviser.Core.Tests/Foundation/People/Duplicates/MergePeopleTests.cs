using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Foundation.People.Duplicates;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.People.Duplicates;

public sealed class MergePeopleTests
{
    private static readonly IPersonPart[] Parts = [.. PersonParts.OfPeople, new TasksOfPerson(), .. OfferServices.Parts];

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Merge_ChosenFieldByField_MovesAllThatPointsAtThePerson(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var (kept, merged, _) = await TwoWithEverythingAsync(town);
        await using var db = town.Open();

        var done = await MergePeople.RunAsync(db, Parts, Reader.System, town.Audit("people.merge"), Of(kept, merged, takeCpr: true, "phone", "family-name"), Havneby.Cancel);

        Assert.True(done.IsSuccess);
        await using var fresh = town.Open();
        var now = await fresh.People.SingleAsync(p => p.Id == kept.Id, Havneby.Cancel);
        Assert.Equal((merged.Phone, kept.Email, merged.FamilyName), (now.Phone, now.Email, now.FamilyName));
        Assert.Equal(NameFolding.Fold(now.GivenName, now.FamilyName), now.SearchName);
        Assert.True(now.HasProtectedAddress);
        Assert.Equal(kept.Id, (await fresh.People.SingleAsync(p => p.Id == merged.Id, Havneby.Cancel)).MergedIntoId);
        Assert.Equal("7203901235", (await fresh.PersonCprs.SingleAsync(c => c.PersonId == kept.Id && c.Until == null, Havneby.Cancel)).Number);
        Assert.Equal(3, await fresh.PersonLanguages.CountAsync(l => l.PersonId == kept.Id, Havneby.Cancel));
        Assert.False(await fresh.Relations.AnyAsync(r => r.PersonId == merged.Id || r.OtherPersonId == merged.Id, Havneby.Cancel));
        Assert.Equal(2, await fresh.Relations.CountAsync(r => r.PersonId == kept.Id || r.OtherPersonId == kept.Id, Havneby.Cancel));
        Assert.False(await fresh.Consents.AnyAsync(c => c.PersonId == merged.Id || c.GivenById == merged.Id, Havneby.Cancel));
        Assert.Equal(1, await fresh.PlanTasks.CountAsync(t => t.PersonId == kept.Id, Havneby.Cancel));
        // What both are in, or both are offered, is not theirs twice: the merged person's stays where it is.
        Assert.Equal(["business-mentors", "fast-track"], await fresh.Plans.Where(p => p.PersonId == kept.Id).Select(p => p.Practice).Order().ToListAsync(Havneby.Cancel));
        Assert.Equal(["own-doctor", "youth-school"], await fresh.Offers.Where(o => o.PersonId == kept.Id).Select(o => o.Practice).Order().ToListAsync(Havneby.Cancel));
        Assert.Equal([("drives", true), ("quick-permit", true)], (await fresh.PersonAnswers.Where(a => a.PersonId == kept.Id).OrderBy(a => a.Question).ToListAsync(Havneby.Cancel)).Select(a => (a.Question, a.IsYes)));
        Assert.Equal(2, await fresh.HouseholdAccesses.CountAsync(a => a.HouseholdId == kept.HouseholdId, Havneby.Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Undo_AfterMerge_PutsEveryRowBack(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var (kept, merged, _) = await TwoWithEverythingAsync(town);
        var before = await AllRowsAsync(town);
        await using (var db = town.Open())
        {
            var done = await MergePeople.RunAsync(db, Parts, Reader.System, town.Audit("people.merge"), Of(kept, merged, takeCpr: true, [.. PersonField.All.Select(f => f.Code)]), Havneby.Cancel);
            Assert.NotEqual(before, await AllRowsAsync(town));
            var undone = await UndoMerge.RunAsync(db, Parts, Reader.System, town.Audit("people.undo-merge"), done.Value, Havneby.Cancel);
            Assert.Equal(merged.Id, undone.Value);
        }

        Assert.Equal(before, await AllRowsAsync(town));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Undo_FieldEditedSince_StaysAsEdited(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var kept = await town.PersonAsync("Nour", "Sabbagh", also: p => (p.Phone, p.Email) = ("11111111", "a@b.example"));
        var merged = await town.PersonAsync("Noor", "Sabbagh", also: p => (p.Phone, p.Email) = ("22222222", "c@d.example"));
        await using var db = town.Open();
        var done = await MergePeople.RunAsync(db, Parts, Reader.System, town.Audit("people.merge"), Of(kept, merged, false, "phone", "email"), Havneby.Cancel);
        var person = await db.People.SingleAsync(p => p.Id == kept.Id, Havneby.Cancel);
        person.Phone = "33333333";
        await db.SaveAsync(town.Audit("people.edit"), new Vejviser.Core.Foundation.Audit.AuditSubject(kept.Id), Havneby.Cancel);

        await UndoMerge.RunAsync(db, Parts, Reader.System, town.Audit("people.undo-merge"), done.Value, Havneby.Cancel);

        await using var fresh = town.Open();
        var now = await fresh.People.SingleAsync(p => p.Id == kept.Id, Havneby.Cancel);
        Assert.Equal(("33333333", "a@b.example"), (now.Phone, now.Email));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Undo_MergedOnMeanwhile_IsRefusedUntilTheLaterIsUndone(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var (a, b, c) = (await town.PersonAsync("Nour", "Sabbagh"), await town.PersonAsync("Noor", "Sabbagh"), await town.PersonAsync("Nur", "Sabbagh"));
        await using var db = town.Open();
        var first = await MergePeople.RunAsync(db, Parts, Reader.System, town.Audit("people.merge"), Of(b, a, false), Havneby.Cancel);
        b.Version++;
        var second = await MergePeople.RunAsync(db, Parts, Reader.System, town.Audit("people.merge"), Of(c, b, false), Havneby.Cancel);
        Assert.Equal(c.Id, (await db.People.AsNoTracking().SingleAsync(p => p.Id == a.Id, Havneby.Cancel)).MergedIntoId);

        var tooEarly = await UndoMerge.RunAsync(db, Parts, Reader.System, town.Audit("people.undo-merge"), first.Value, Havneby.Cancel);
        Assert.Equal("people.merge-later-first", tooEarly.Failure?.Code);
        Assert.True((await UndoMerge.RunAsync(db, Parts, Reader.System, town.Audit("people.undo-merge"), second.Value, Havneby.Cancel)).IsSuccess);
        Assert.True((await UndoMerge.RunAsync(db, Parts, Reader.System, town.Audit("people.undo-merge"), first.Value, Havneby.Cancel)).IsSuccess);
        Assert.False(await db.People.AsNoTracking().AnyAsync(p => p.MergedIntoId != null, Havneby.Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Merge_ChangedSinceCompared_IsRefused(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var (a, b) = (await town.PersonAsync("Nour", "Sabbagh"), await town.PersonAsync("Noor", "Sabbagh"));
        await using var db = town.Open();
        var done = await MergePeople.RunAsync(db, Parts, Reader.System, town.Audit("people.merge"), Of(a, b, false) with { MergedVersion = b.Version + 1 }, Havneby.Cancel);
        Assert.Equal("people.changed-meanwhile", done.Failure?.Code);
    }

    private static Merge Of(Person kept, Person merged, bool takeCpr, params string[] fields) =>
        new(kept.Id, kept.Version, merged.Id, merged.Version, fields.ToHashSet(StringComparer.Ordinal), takeCpr);

    /// <summary>Two people, each with one of everything that can point at a person, and a third related to both.</summary>
    private static async Task<(Person Kept, Person Merged, Person Third)> TwoWithEverythingAsync(Havneby town)
    {
        var kept = await town.PersonAsync("Yousef", "Haddad", born: new(1990, 3, 12), also: p => (p.Phone, p.Email, p.CaseRef) = ("11111111", "a@b.example", "UDL-1"));
        var merged = await town.PersonAsync("Yusuf", "Hadad", year: 1990, also: p =>
            (p.Phone, p.Note, p.CaseRef, p.HasProtectedAddress, p.Sex, p.Basis) = ("22222222", "x", "UDL-2", true, Sex.Male, ResidenceBasis.Quota8));
        var third = await town.PersonAsync("Salma", "Haddad");
        await town.SaveAsync(db =>
        {
            var version = new PracticeVersion { Practice = "reception-plan", Number = 1, Changes = "{}" };
            var plan = new Plan { Practice = "reception-plan", PracticeVersionId = version.Id, HouseholdId = merged.HouseholdId };
            var mette = new Account { UserName = "mette", DisplayName = "Mette Holm" };
            db.AddRange(
                version, plan, mette,
                new Plan { Practice = "business-mentors", PracticeVersionId = version.Id, HouseholdId = kept.HouseholdId, PersonId = kept.Id },
                new Plan { Practice = "business-mentors", PracticeVersionId = version.Id, HouseholdId = merged.HouseholdId, PersonId = merged.Id },
                new Plan { Practice = "fast-track", PracticeVersionId = version.Id, HouseholdId = merged.HouseholdId, PersonId = merged.Id },
                new Offer { Practice = "own-doctor", HouseholdId = kept.HouseholdId, PersonId = kept.Id, OfferedOn = Havneby.Today, OfferedBy = mette.Id },
                new Offer { Practice = "own-doctor", HouseholdId = merged.HouseholdId, PersonId = merged.Id, OfferedOn = Havneby.Today, OfferedBy = mette.Id },
                new Offer { Practice = "youth-school", HouseholdId = merged.HouseholdId, PersonId = merged.Id, OfferedOn = Havneby.Today, OfferedBy = mette.Id, Answer = OfferAnswer.No },
                new PersonAnswer { PersonId = kept.Id, Question = "drives", IsYes = true }, new PersonAnswer { PersonId = merged.Id, Question = "drives" },
                new PersonAnswer { PersonId = merged.Id, Question = "quick-permit", IsYes = true, At = Havneby.Now },
                new PlanTask { PlanId = plan.Id, HouseholdId = merged.HouseholdId, PersonId = merged.Id, Practice = "reception-plan", Step = "doctor", Area = "health", Phase = "week-1", OwnerRole = "doctor" },
                new PersonCpr { PersonId = kept.Id, Number = "7203901235".Replace("1235", "1233", StringComparison.Ordinal), From = Havneby.Now },
                new PersonCpr { PersonId = merged.Id, Number = "7203901235", From = Havneby.Now },
                new PersonCpr { PersonId = merged.Id, Number = "7203901237", From = Havneby.Now.AddDays(-9), Until = Havneby.Now },
                new PersonLanguage { PersonId = kept.Id, Language = "ar", Level = Proficiency.Good }, new PersonLanguage { PersonId = kept.Id, Language = "ru" },
                new PersonLanguage { PersonId = merged.Id, Language = "ar", Level = Proficiency.Fluent }, new PersonLanguage { PersonId = merged.Id, Language = "fa", Level = Proficiency.Basic },
                new Relation { PersonId = kept.Id, OtherPersonId = third.Id, Kind = RelationKind.ParentOf },
                new Relation { PersonId = merged.Id, OtherPersonId = third.Id, Kind = RelationKind.ParentOf },
                new Relation { PersonId = merged.Id, OtherPersonId = third.Id, Kind = RelationKind.CustodyHolderOf },
                new Relation { PersonId = kept.Id, OtherPersonId = merged.Id, Kind = RelationKind.Sibling },
                new Consent { PersonId = merged.Id, Purpose = "contact-by-volunteers", GivenOn = Havneby.Today, GivenById = merged.Id, RegisteredBy = third.Id },
                new Consent { PersonId = third.Id, Purpose = "contact-by-volunteers", GivenOn = Havneby.Today, GivenById = merged.Id, WithdrawnById = merged.Id, WithdrawnOn = Havneby.Today, RegisteredBy = third.Id },
                new HouseholdAccess { HouseholdId = kept.HouseholdId, AccountId = kept.Id, Why = "by-hand" },
                new HouseholdAccess { HouseholdId = merged.HouseholdId, AccountId = kept.Id, Why = "by-hand" },
                new HouseholdAccess { HouseholdId = merged.HouseholdId, UnitId = third.Id, Why = "task-owner" });
        });
        return (kept, merged, third);
    }

    /// <summary>Every row of every table but the audit, the merges and the forms: the version counts on, all else must match.</summary>
    private static async Task<string> AllRowsAsync(Havneby town)
    {
        await using var db = town.Open();
        string[] apart = ["audit_entry", "audit_head", "processed_command", "person_merge"];
        var tables = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.GetTableName() is { } table && !apart.Contains(table) && !t.IsOwned()))
        {
            var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
            var names = type.GetProperties().Where(p => p.Name != nameof(Person.Version) && p.PropertyInfo is not null).ToList();
            tables[type.GetTableName()!] = [.. (await rows.AsNoTracking().ToListAsync(Havneby.Cancel))
                .Select(r => JsonSerializer.Serialize(names.ToDictionary(n => n.Name, n => n.PropertyInfo!.GetValue(r)))).Order(StringComparer.Ordinal)];
        }

        return JsonSerializer.Serialize(tables);
    }
}
