using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>What the adapt page asks of a step the municipality adds.</summary>
public sealed class AddedStepForm
{
    private string id = "";

    /// <summary>Empty for a new one: an empty field arrives as null.</summary>
    public string? Id { get => id; set => id = value ?? ""; }

    public string Phase { get; set; } = "";

    public string Owner { get; set; } = "";

    public int? Amount { get; set; }

    public DueUnit Unit { get; set; } = DueUnit.Workdays;

    /// <summary><c>before</c> or <c>after</c> the anchor.</summary>
    public string? Direction { get; set; }

    public string Anchor { get; set; } = "";

    public Dictionary<string, string?> Title { get; set; } = [];

    public Dictionary<string, string?> How { get; set; } = [];

    /// <summary>Nothing is written: the form was opened and left.</summary>
    public bool IsBlank => Title.Values.Concat(How.Values).All(string.IsNullOrWhiteSpace);

    public static AddedStepForm New(PracticeDefinition definition) => new()
    {
        Phase = definition.Phases[0], Owner = definition.Contact, Amount = 5, Anchor = definition.Anchors[0].Id,
        Title = definition.Texts.Keys.ToDictionary(l => l, _ => (string?)null), How = definition.Texts.Keys.ToDictionary(l => l, _ => (string?)null),
    };

    public static AddedStepForm Of(string id, AddedStep step, PracticeDefinition definition) => new()
    {
        Id = id, Phase = step.Phase, Owner = step.Owner,
        Amount = Math.Abs((step.Due.Days ?? step.Due.Workdays ?? step.Due.Weeks ?? step.Due.Months ?? 0).Value),
        Unit = step.Due switch { { Days: not null } => DueUnit.Days, { Weeks: not null } => DueUnit.Weeks, { Months: not null } => DueUnit.Months, _ => DueUnit.Workdays },
        Direction = (step.Due.Days ?? step.Due.Workdays ?? step.Due.Weeks ?? step.Due.Months ?? 0).Value < 0 ? "before" : "after",
        Anchor = step.Due.From ?? "",
        Title = definition.Texts.Keys.ToDictionary(l => l, l => step.Texts.GetValueOrDefault(l)?.Title),
        How = definition.Texts.Keys.ToDictionary(l => l, l => step.Texts.GetValueOrDefault(l)?.How),
    };

    /// <summary>The step's id, made of its title where it is new, and the step.</summary>
    /// <param name="isTaken">Ids that are in use.</param>
    public (string Id, AddedStep Step) ToStep(Func<string, bool> isTaken)
    {
        Figure amount = Direction == "before" ? -(Amount ?? 0) : Amount ?? 0;
        var made = id.Length > 0 ? id : AddedStep.Prefix + MadeIds.Of(Title.GetValueOrDefault("da") ?? "", "step", candidate => isTaken(AddedStep.Prefix + candidate));
        return (made, new AddedStep
        {
            Phase = Phase, Owner = Owner,
            Due = new DueRuleParts
            {
                Days = Unit == DueUnit.Days ? amount : null, Workdays = Unit == DueUnit.Workdays ? amount : null, Weeks = Unit == DueUnit.Weeks ? amount : null,
                Months = Unit == DueUnit.Months ? amount : null, From = Anchor, Roll = Unit == DueUnit.Workdays ? null : "next",
            },
            Texts = Title.Keys.Union(How.Keys).Select(l => (Language: l, Own: new OwnTexts(Title.GetValueOrDefault(l).OrNull(), How.GetValueOrDefault(l).OrNull())))
                .Where(t => t.Own != new OwnTexts()).ToDictionary(t => t.Language, t => t.Own),
        });
    }
}
