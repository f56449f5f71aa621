using Vejviser.Core.Chapters.Housing.Fairness;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Fairness;

/// <summary>The groups in the reader's words.</summary>
public sealed class FairnessWords(PageTexts text, LanguageNames languages)
{
    public string Name(FairnessBy by, FairnessGroup group) => (by, group.Key) switch
    {
        (_, FairnessGroup.Everybody) => text["housing.fairness.all"],
        (FairnessBy.Language, "") => text["housing.fairness.unknown"],
        (FairnessBy.Language, var code) => languages.Name(code, text.Language),
        (FairnessBy.Sex, var sex) => text[$"people.sex.{sex.ToLowerInvariant()}"],
        (_, var size) => text["housing.fairness.people", ("people", size)],
    };
}
