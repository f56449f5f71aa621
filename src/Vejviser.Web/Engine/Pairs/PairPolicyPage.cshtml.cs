using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>The policy of a match in words with its weights; other weights are tried on those who look now and on the last decision. They are set where the practice is adapted, and nowhere else.</summary>
public sealed class PairPolicyPageModel(PairPractices all, EffectivePractices practices, PairWords words, SeePairs see) : PairsPage(all, practices, words)
{
    public const int MostWeight = 1000;

    /// <summary>Weights by limit, as they are tried.</summary>
    [BindProperty(SupportsGet = true, Name = "weight")]
    public Dictionary<string, int?> Sent { get; set; } = [];

    public bool MayAdapt => Reader.May(Permissions.PracticesAdapt);

    public IReadOnlyDictionary<string, int> Tried { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<PairEffect> Effects { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Tried = Sent.Where(w => Practice.Weights.Contains(w.Key, StringComparer.Ordinal) && w.Value is >= 0 and <= MostWeight).ToDictionary(w => w.Key, w => w.Value!.Value, StringComparer.Ordinal);
        if (Tried.Any(t => Policy[t.Key] != t.Value))
            Effects = await PairEffect.ReadAsync(Db, Practice, await see.RunAsync(Db, Practice, Today, Cancel), Tried, Cancel);
        AddCrumbs(Text["pairs.tab.policy"]);
    }
}
