namespace Vejviser.Core.Chapters.Housing.MoveIns;

/// <summary>The practice <c>good-move-in</c> (Haderslev, the catalogue's page 19): its checklist is the plan's own tasks, in two parts.</summary>
public static class GoodMoveIn
{
    public const string Practice = "good-move-in";
    public const string Before = "before";
    public const string Part1 = "part-1";
    public const string Part2 = "part-2";

    /// <summary>The role whose tasks the association does.</summary>
    internal const string AssociationRole = "housing-association-contact";
}
