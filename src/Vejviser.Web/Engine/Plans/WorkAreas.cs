namespace Vejviser.Web.Engine.Plans;

/// <summary>The nine areas, in the catalogue's order; names under <c>area.</c> in the texts.</summary>
public static class WorkAreas
{
    public static IReadOnlyList<string> All { get; } =
        ["transition", "reception", "housing", "civil-society", "employment", "children", "minors", "health", "families"];
}
