namespace Vejviser.Core.Foundation.Law;

/// <summary>What a newcomer's household has a month by the benefits of a day: kroner after tax.</summary>
/// <param name="AdultAlone">The only adult, without children at home.</param>
/// <param name="AdultCouple">Each of several adults, without children at home.</param>
/// <param name="SingleParent">The only adult, with children.</param>
/// <param name="ParentCouple">Each of several adults, with children.</param>
/// <param name="Child">Child benefit for each child.</param>
public sealed record HousingEconomy(int AdultAlone, int AdultCouple, int SingleParent, int ParentCouple, int Child, LegalGround Ground)
{
    /// <summary>For each adult of such a household.</summary>
    public int PerAdult(int adults, int children) => (adults, children) switch
    {
        ( <= 1, 0) => AdultAlone,
        (_, 0) => AdultCouple,
        ( <= 1, _) => SingleParent,
        _ => ParentCouple,
    };
}

/// <summary>The one rule of <c>housing-economy.yaml</c>.</summary>
internal sealed class HousingRules
{
    private readonly DatedRule<(int AdultAlone, int AdultCouple, int SingleParent, int ParentCouple, int Child)> rule;

    private HousingRules(DatedRule<(int, int, int, int, int)> rule) => this.rule = rule;

    public static HousingRules Read(string directory, LegalPeriods periods)
    {
        var file = LawNode.ReadFile(directory, "housing-economy.yaml");
        var rules = file.Each("rules", node => DatedRule<(int, int, int, int, int)>.Read(
            node, periods, row => (row.Number("adult-alone"), row.Number("adult-couple"), row.Number("single-parent"), row.Number("parent-couple"), row.Number("child"))));
        file.Close();
        return rules is [var only] ? new HousingRules(only) : throw file.Refuse("exactly one rule is expected");
    }

    public HousingEconomy? On(DateOnly day) =>
        rule.On(day) is ({ } v, var ground) ? new HousingEconomy(v.AdultAlone, v.AdultCouple, v.SingleParent, v.ParentCouple, v.Child, ground) : null;
}
