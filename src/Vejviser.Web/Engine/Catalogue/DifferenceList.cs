using Vejviser.Core.Engine.Catalogue;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>What a later definition has that an earlier has not, for showing.</summary>
public sealed record DifferenceList(PracticeDefinition Earlier, PracticeDefinition Later, PracticePage Page)
{
    public IReadOnlyList<PracticeDifference> All { get; } = PracticeDifference.Between(Earlier, Later);

    public string Thing(PracticeDifference difference, PageTexts text) => difference.Kind switch
    {
        DifferenceKind.SettingChanged or DifferenceKind.SettingRemoved =>
            Later.TextsIn(text.Language).Settings.GetValueOrDefault(difference.Id) ?? Earlier.TextsIn(text.Language).Settings.GetValueOrDefault(difference.Id, difference.Id),
        _ when difference.Id == Later.Id => text["practices.difference.whole"],
        _ => Page.Title(Later.FindStep(difference.Id) is null ? Earlier : Later, difference.Id),
    };

    /// <summary>Before or after, in words.</summary>
    public static string Show(PracticeDefinition definition, PracticeDifference difference, string? value, PageTexts text)
    {
        var texts = definition.TextsIn(text.Language);
        string Named(Func<string, string> name) => string.Join(", ", value!.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(name));
        return (difference.Kind, value) switch
        {
            (_, null) => text["practices.difference.none"],
            (DifferenceKind.OwnerChanged or DifferenceKind.StepAdded or DifferenceKind.StepRemoved, _) => definition.RoleOf(text.Language, value),
            (DifferenceKind.DueChanged, _) when definition.FindStep(difference.Id) is { } step => text.Due(step.Due, definition),
            (DifferenceKind.SettingChanged or DifferenceKind.SettingRemoved, _) when definition.Settings.FirstOrDefault(s => s.Id == difference.Id) is { } setting => text.Amount(setting),
            (DifferenceKind.PartnerChanged, "") => text["practices.difference.none"],
            (DifferenceKind.PartnerChanged, _) => texts.Partners.GetValueOrDefault(value)?.Name ?? value,
            (DifferenceKind.BlocksChanged, _) => Named(g => texts.Goals.GetValueOrDefault(g, g)),
            (DifferenceKind.MeetingsChanged, _) => Named(m => texts.Meetings.GetValueOrDefault(m)?.Title ?? m),
            (DifferenceKind.MeasuresChanged, _) => Named(m => texts.Measures.GetValueOrDefault(m)?.Title ?? m),
            (DifferenceKind.EndingChanged, _) => Named(r => texts.Ending.GetValueOrDefault(r, r)),
            (DifferenceKind.OfferChanged, _) => Named(c => text[$"practices.condition.{c}"]),
            _ => value,
        };
    }
}
