using System.Text.Json;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Web.Foundation.People;

/// <summary>A relation as a sentence about the person on the page.</summary>
internal static class RelationWords
{
    /// <summary>What can be chosen, with the text's key; <c>:other</c> where the other is the first of the two.</summary>
    public static IEnumerable<(string Value, string Key)> Choices => Enum.GetValues<RelationKind>().SelectMany(kind => kind is RelationKind.ParentOf or RelationKind.CustodyHolderOf
        ? new[] { (kind.ToString(), Key(kind, true)), ($"{kind}:other", Key(kind, false)) }
        : [(kind.ToString(), Key(kind, true))]);

    /// <param name="isFirst">Whether the person on the page is the first: the parent, the custody holder.</param>
    public static string Key(RelationKind kind, bool isFirst)
    {
        var code = JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
        return kind is RelationKind.ParentOf or RelationKind.CustodyHolderOf ? $"people.relation-kind.{code}.{(isFirst ? "first" : "second")}" : $"people.relation-kind.{code}";
    }
}
