using Vejviser.Core.Chapters.Housing.Hosting;

namespace Vejviser.Core.Tests.Chapters.Housing.Hosting;

public sealed class HostPairsTests
{
    private static readonly HostWeights Weights = new(Language: 30, Together: 25, Area: 20, Transport: 5, Waiting: 5, HostWaiting: 3);
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Propose_LanguageInCommon_GoesTogetherAndSaysWhyAndWhatTheNextCosts()
    {
        var (tigrinya, arabic) = (Guest(speaks: "ti"), Guest(speaks: "ar"));
        var (inger, samira) = (Room("da ti"), Room("ar da"));
        var pairs = Pairs([tigrinya, arabic], [inger, samira]);

        Assert.Equal([inger.Id, samira.Id], pairs.Lines.Select(l => l.Room!.Id));
        Assert.All(pairs.Lines, l => Assert.Equal(30, l.Parts.Single(p => p.Rule == "language").Score));
        Assert.All(pairs.Lines, l => Assert.True(l.Price is { MoreAlone: 0, Price: 60 }, $"{l.Price}"));
    }

    [Theory]
    [InlineData("pets")]
    [InlineData("smoking")]
    [InlineData("too-many")]
    [InlineData("protected")]
    [InlineData("listed-area")]
    [InlineData("said-no")]
    public void Propose_PairThatARuleForbids_IsRefusedByThatRule(string rule)
    {
        var guest = Guest() with { AvoidsPets = rule == "pets", Smokes = rule == "smoking", Adults = rule == "too-many" ? 3 : 1, IsProtected = rule == "protected" };
        var room = Room() with { HasPets = rule == "pets", IsListed = rule == "listed-area" };
        var pairs = new HostPairs(new HostingFacts([guest], [room], rule == "said-no" ? new HashSet<(Guid, Guid)> { (room.Id, guest.Id) } : new HashSet<(Guid, Guid)>(), 2), Weights);

        var line = Assert.Single(pairs.Lines);
        Assert.Null(line.Room);
        Assert.Equal((rule, 1), (Assert.Single(line.Refusals).Key, Assert.Single(line.Refusals).Value));
        Assert.Equal(rule, pairs.RefusalOf(guest.Id, room.Id)?.Code);
        Assert.Empty(pairs.ChoicesFor(guest.Id));
    }

    [Fact]
    public void Propose_MoreHouseholdsThanHosts_TheOneWhoHasWaitedLongestIsFirst()
    {
        var (short1, long1) = (Guest(days: 10), Guest(days: 300));
        var pairs = Pairs([short1, long1], [Room()]);
        Assert.Null(pairs.Lines[0].Room);
        Assert.NotNull(pairs.Lines[1].Room);
        Assert.Equal("givers-are-better-used", pairs.Lines[0].Why);
    }

    [Fact]
    public void Choices_ByHand_CostWhatTheWholeLoses()
    {
        var (first, second) = (Guest(speaks: "ti"), Guest(speaks: "ar"));
        var pairs = Pairs([first, second], [Room("ti"), Room("ar")]);
        var choices = pairs.ChoicesFor(first.Id);
        Assert.Equal([0, 60], choices.Select(c => c.Price.Price));
    }

    [Fact]
    public void Fingerprint_SameFactsInAnotherOrder_IsTheSame_AndAnotherAnswerIsNot()
    {
        GuestFacts[] guests = [Guest(speaks: "ti"), Guest(speaks: "ar")];
        RoomFacts[] rooms = [Room("ti"), Room("ar")];
        Assert.Equal(Pairs(guests, rooms).Fingerprint, Pairs([.. guests.Reverse()], [.. rooms.Reverse()]).Fingerprint);
        Assert.NotEqual(Pairs(guests, rooms).Fingerprint, Pairs(guests, rooms[..1]).Fingerprint);
    }

    private static HostPairs Pairs(IReadOnlyList<GuestFacts> guests, IReadOnlyList<RoomFacts> rooms) => new(new HostingFacts(guests, rooms, new HashSet<(Guid, Guid)>(), 2), Weights);

    private static GuestFacts Guest(string speaks = "ar", int days = 30) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "H", 1, 0, speaks.Split(' '), true, false, false, Togetherness.NoMatter, null, Today, days, false);

    private static RoomFacts Room(string speaks = "da") =>
        new(Guid.CreateVersion7(), "Inger Toft", "Fjordvej 12", Guid.CreateVersion7(), "Fjordkvarteret", false, 0, 2, false, false, Togetherness.NoMatter, speaks.Split(' '), Today, 0, false);
}
