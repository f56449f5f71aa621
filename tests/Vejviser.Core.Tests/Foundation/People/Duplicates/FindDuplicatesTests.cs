using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Foundation.People.Duplicates;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.People.Duplicates;

public sealed class FindDuplicatesTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Find_SameAndSimilar_SuggestsWithReasonsStrongestFirst(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var one = await town.PersonAsync("Yousef", "Haddad", born: new(1990, 3, 12));
        var same = await town.PersonAsync("Yousef", "Haddad", born: new(1990, 3, 12));
        var similar = await town.PersonAsync("يوسف", "حداد", year: 1990);
        await town.PersonAsync("Yousef", "Haddad", born: new(1991, 5, 5));
        await town.SaveAsync(db => db.AddRange(
            new PersonCpr { PersonId = one.Id, Number = "7203901235", From = Havneby.Now }, new PersonCpr { PersonId = same.Id, Number = "7203901235", From = Havneby.Now }));
        await using var db = town.Open();

        var pairs = await FindDuplicates.RunAsync(db, Reader.System, Havneby.Now, Havneby.Cancel);

        Assert.Equal(DuplicatePair.Key(one.Id, same.Id), (pairs[0].OneId, pairs[0].OtherId));
        Assert.Equal([DuplicateReason.SameCpr, DuplicateReason.SameNameAndBirthDate], pairs[0].Reasons);
        Assert.Equal(100, pairs[0].Weight);
        Assert.Contains(pairs, p => (p.OneId, p.OtherId) == DuplicatePair.Key(one.Id, similar.Id) && p.Reasons.Contains(DuplicateReason.SimilarNameAndBirthYear));
        Assert.Equal(3, pairs.Count);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task MarkNotDuplicate_Remembered_IsNotSuggestedUntilTakenBack(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var one = await town.PersonAsync("Nour", "Sabbagh", born: new(2001, 1, 1));
        var other = await town.PersonAsync("Nour", "Sabbagh", born: new(2001, 1, 1));
        await using var db = town.Open();

        await MarkNotDuplicate.RunAsync(db, Reader.System, town.Audit("people.not-duplicate"), other.Id, one.Id, isSame: false, Havneby.Cancel);
        Assert.Empty(await FindDuplicates.RunAsync(db, Reader.System, Havneby.Now, Havneby.Cancel));
        await MarkNotDuplicate.RunAsync(db, Reader.System, town.Audit("people.maybe-duplicate"), one.Id, other.Id, isSame: true, Havneby.Cancel);
        Assert.Single(await FindDuplicates.RunAsync(db, Reader.System, Havneby.Now, Havneby.Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Find_OneOutsideNeedToKnow_SuggestsNothing(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var who = Havneby.CaseWorker();
        await town.PersonAsync("Nour", "Sabbagh", await town.HouseholdAsync(seenBy: who.AccountId), new(2001, 1, 1));
        await town.PersonAsync("Nour", "Sabbagh", born: new(2001, 1, 1));
        await using var db = town.Open();

        Assert.Empty(await FindDuplicates.RunAsync(db, who, Havneby.Now, Havneby.Cancel));
    }

    [Fact]
    public void Weight_OtherSex_SpeaksAgainst()
    {
        ComparedPerson Of(Sex sex) => new(Guid.CreateVersion7(), "Nour", "Sabbagh", "nour sabbagh nour", new(2001, 1, 1), null, sex, null, null, null);
        var reasons = new[] { DuplicateReason.SameNameAndBirthDate };
        Assert.True(WeighDuplicates.Weight(Of(Sex.Female), Of(Sex.Male), reasons) < WeighDuplicates.Weight(Of(Sex.Female), Of(Sex.Female), reasons));
    }
}
