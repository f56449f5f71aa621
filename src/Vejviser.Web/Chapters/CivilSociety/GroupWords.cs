using Vejviser.Core.Chapters.CivilSociety;

namespace Vejviser.Web.Chapters.CivilSociety;

/// <summary>The groups as addresses, forms and texts name them.</summary>
internal static class GroupWords
{
    public static readonly NewcomerGroups All = Enum.GetValues<NewcomerGroups>().Aggregate((a, b) => a | b);

    /// <summary>Youngest first.</summary>
    public static IEnumerable<NewcomerGroups> Each => Enum.GetValues<NewcomerGroups>().Where(g => g != NewcomerGroups.None);

    /// <summary>Such as <c>small-children</c>; the group's name stands under <c>newcomer-group.{word}</c>.</summary>
    public static string Of(NewcomerGroups group) => group switch
    {
        NewcomerGroups.SmallChildren => "small-children",
        NewcomerGroups.Children => "children",
        NewcomerGroups.Youths => "youths",
        NewcomerGroups.Unaccompanied => "unaccompanied",
        _ => "adults",
    };

    /// <returns>Null for a word of none.</returns>
    public static NewcomerGroups? Of(string? word) => Each.Where(g => Of(g) == word).Select(g => (NewcomerGroups?)g).FirstOrDefault();

    public static NewcomerGroups Of(IEnumerable<string> words) => words.Aggregate(NewcomerGroups.None, (all, word) => all | (Of(word) ?? NewcomerGroups.None));
}
