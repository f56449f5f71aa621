using Vejviser.Core.Engine.Catalogue.Own;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>A text of the form, in Danish with the English folded away.</summary>
/// <param name="Field">The name below the draft, such as <c>Steps[2].How</c>.</param>
/// <param name="Rows">0 for one line.</param>
public sealed record WordsField(string Field, string Label, DraftWords Words, OwnPracticePage Page, int Rows = 0)
{
    public string Name => $"Draft.{Field}";

    public string? Fault => Page.FaultOf($"{Field}.Da");

    /// <summary>True for the first field of a row that was just added or moved: there one writes on.</summary>
    public bool TakesFocus => Page.Opened is { } row && Field == $"{row}.Name";
}

/// <summary>A figure of the form: a number, or one of the practice's settings where it has any.</summary>
public sealed record FigureField(string Field, string Label, DraftFigure Figure, OwnPracticePage Page)
{
    public string Name => $"Draft.{Field}";

    public string? Fault => Page.FaultOf(Field);
}

/// <summary>The buttons of a row.</summary>
/// <param name="List">The list's name, such as <c>Steps</c>.</param>
/// <param name="What">What the row is called, for who cannot see where the button stands.</param>
public sealed record RowButtons(string List, int Index, int Count, string What, bool IsOrdered);
