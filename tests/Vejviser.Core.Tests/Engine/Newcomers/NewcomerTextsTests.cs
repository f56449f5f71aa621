using System.Text.Json;
using System.Text.RegularExpressions;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Tests.Engine.Newcomers;

/// <summary>The newcomer's words: there in every language, and plain.</summary>
public sealed partial class NewcomerTextsTests
{
    /// <summary>Björnsson's index: below 25 is as easy as a children's book, 25 to 34 as a novel; official letters lie above 45.</summary>
    private const double MostLixOfPages = 25;
    private const double MostLixOfPractices = 40;
    private const int LongWord = 6;

    private static readonly NewcomerTexts All = NewcomerTexts.Load(Path.Combine(AppContext.BaseDirectory, "texts", "newcomer"));
    private static readonly PracticeCatalogue Catalogue = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));

    [Fact]
    public void Keys_EveryLanguage_AreTheSame()
    {
        Assert.Equal(["ar", "da", "en", "fa", "so", "ti", "uk"], All.Languages.Order(StringComparer.Ordinal));
        Assert.All(All.Languages, l => Assert.Equal(All.Keys("da").Order(StringComparer.Ordinal), All.Keys(l).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Consents_EveryPurpose_HasWords() =>
        Assert.All(new ConsentPurposes(Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"))).All, p => Assert.Contains($"consent.{p}", All.Keys("da")));

    /// <summary>A place without words would be told as its key.</summary>
    [Fact]
    public void Places_OfAppointments_HaveWordsAndWhatToBring() =>
        Assert.All(Enum.GetNames<AppointmentPlace>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName), p => Assert.True(All.Keys("da").Contains($"place.{p}") && All.Keys("da").Contains($"bring-with.{p}"), p));

    /// <summary>Nobody is told to wait at home for a meeting in a host's home.</summary>
    [Fact]
    public void PrivateHosting_TheMeetingWithTheHost_IsAVisit() =>
        Assert.Equal(MeetingRoom.Visit, Catalogue.Find("private-hosting")!.With(PracticeChanges.None).Meetings.Single(m => m.Id == "match-meeting").Room);

    [Fact]
    public void Lix_OfThePages_IsEasy()
    {
        var text = string.Join(' ', All.Keys("da").Where(k => k != "native-checked" && !k.StartsWith("month.", StringComparison.Ordinal) && !k.StartsWith("weekday.", StringComparison.Ordinal)).Select(k => Sentence(All.Get("da", k))));
        var lix = Lix(text);
        Assert.True(lix < MostLixOfPages, $"The pages' LIX is {lix:F1}.");
    }

    [Fact]
    public void Lix_OfEachPractice_IsNoHarderThanANewspaper()
    {
        var hard = Catalogue.Practices.Select(p => (p.Id, Lix: Lix($"{p.CitizenTexts["da"].What} {p.CitizenTexts["da"].Choice}"))).Where(p => p.Lix >= MostLixOfPractices);
        Assert.Empty(hard.Select(p => $"{p.Id}: {p.Lix:F1}"));
    }

    [Fact]
    public void Lix_OfALawyersSentence_IsHard() =>
        Assert.True(Lix("Kommunalbestyrelsen foretager helhedsorienterede sagsbehandlingsskridt vedrørende integrationsforløbets tilrettelæggelse efter gældende lovgivning.") > 60);

    [Theory]
    [InlineData("prs", "fa")]
    [InlineData("apc", "ar")]
    [InlineData("so", "so")]
    [InlineData("my", null)]
    [InlineData(null, null)]
    public void For_MotherTongue_IsThePageTheySpeak(string? tongue, string? page) => Assert.Equal(page, All.For(tongue));

    private static string Sentence(string text) => text.EndsWith('.') || text.EndsWith('?') ? text : text + ".";

    private static double Lix(string text)
    {
        var words = Word.Matches(text).Select(m => m.Value).ToList();
        var sentences = Math.Max(1, End.Count(text));
        return (double)words.Count / sentences + 100.0 * words.Count(w => w.Length > LongWord) / words.Count;
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"[.:?!]+(\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End { get; }
}
