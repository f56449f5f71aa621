using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>A municipality's own words for the practice in one language; an empty field is the catalogue's.</summary>
public sealed class WordsForm
{
    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? CitizenTitle { get; set; }

    public string? CitizenWhat { get; set; }

    public string? CitizenChoice { get; set; }

    public static WordsForm Of(OwnPracticeWords? words) => new()
    {
        Title = words?.Title, Summary = words?.Summary, CitizenTitle = words?.CitizenTitle, CitizenWhat = words?.CitizenWhat, CitizenChoice = words?.CitizenChoice,
    };

    /// <summary>Null where every field is empty.</summary>
    public OwnPracticeWords? ToWords()
    {
        var words = new OwnPracticeWords(Title.OrNull(), Summary.OrNull(), CitizenTitle.OrNull(), CitizenWhat.OrNull(), CitizenChoice.OrNull());
        return words == new OwnPracticeWords() ? null : words;
    }
}
