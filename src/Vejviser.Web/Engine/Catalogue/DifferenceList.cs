using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>What a later definition has that an earlier has not, for showing.</summary>
public sealed record DifferenceList(PracticeDefinition Earlier, PracticeDefinition Later, PracticePage Page)
{
    public IReadOnlyList<PracticeDifference> All { get; } = PracticeDifference.Between(Earlier, Later);

    public string Thing(PracticeDifference difference, string language) => difference.Kind == DifferenceKind.SettingChanged
        ? Later.TextsIn(language).Settings.GetValueOrDefault(difference.Id, difference.Id)
        : Page.Title(Later.FindStep(difference.Id) is null ? Earlier : Later, difference.Id);
}
