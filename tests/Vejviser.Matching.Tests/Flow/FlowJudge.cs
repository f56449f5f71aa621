using Google.OrTools.Graph;
using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Tests.Flow;

/// <summary>The same flow from scratch by OR-Tools' minimum-cost flow, built from what the problem says and not from what the solver keeps.</summary>
internal static class FlowJudge
{
    /// <returns>The least cost, or null where not everybody can be placed.</returns>
    public static long? Cost(IReadOnlyList<JudgedBin> bins, IReadOnlyList<JudgedItem> items, long movePrice)
    {
        var flow = new MinCostFlow();
        var sink = items.Count + bins.Count;
        for (var i = 0; i < items.Count; i++)
        {
            flow.SetNodeSupply(i, 1);
            for (var o = 0; o < items[i].Bins.Length; o++)
            {
                var bin = items[i].Bins[o];
                var isHome = items[i].Home == bin;
                if (items[i].Pin >= 0 ? bin != items[i].Pin : !(bins[bin].State == BinState.Open || (bins[bin].State == BinState.Closed && isHome)))
                    continue;
                flow.AddArcWithCapacityAndUnitCost(i, items.Count + bin, 1, items[i].Costs[o] + (items[i].Home >= 0 && !isHome ? movePrice : 0));
            }
        }

        for (var b = 0; b < bins.Count; b++)
        {
            for (var n = 0; n < Math.Min(bins[b].Bin.Capacity, items.Count) && bins[b].State != BinState.Out; n++)
                flow.AddArcWithCapacityAndUnitCost(items.Count + b, sink, 1, bins[b].Bin.Next(n));
        }

        flow.SetNodeSupply(sink, -items.Count);
        return flow.Solve() == MinCostFlowBase.Status.OPTIMAL ? flow.OptimalCost() : null;
    }
}

internal sealed record JudgedBin(Bin Bin, BinState State);

internal sealed record JudgedItem(int[] Bins, long[] Costs, int Home, int Pin);
