using CsCheck;
using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Tests.Flow;

public sealed class ItemFlowTests
{
    private static readonly Gen<Scene> Scenes =
        from bins in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 40], Gen.Int[1, 3], Gen.Int[0, 4], (capacity, step, share, before) => new Bin(capacity, step, share, before)).Array[1, 7]
        from movePrice in Gen.Int[0, 2].Select(kind => kind switch { 0 => 0L, 1 => 3L, _ => 25L })
        from events in Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 30].Array[8], (kind, a, b, costs) => new Step(kind, a, b, costs)).Array[1, 40]
        select new Scene(bins, movePrice, events);

    [Fact]
    public void AnySequence_AfterEachEvent_CostsWhatOrToolsFindsFromScratch() =>
        Scenes.Sample(scene => new Replay(scene).Run(), iter: 3000, seed: "0000000000000");

    [Fact]
    public void PriceOf_EveryOption_IsWhatForcingItCosts() =>
        Scenes.Sample(scene => new Replay(scene).Run().CheckPrices(), iter: 600, seed: "0000000000000");

    private sealed record Scene(Bin[] Bins, long MovePrice, Step[] Events);

    private sealed record Step(int Kind, int A, int B, int[] Costs);

    /// <summary>Does what the scene says to the flow, and keeps its own books for the judge.</summary>
    private sealed class Replay(Scene scene)
    {
        private const long Nowhere = 1_000_000;

        private readonly ItemFlow _flow = new([.. scene.Bins, new Bin(1000)], scene.MovePrice);
        private readonly Bin[] _bins = [.. scene.Bins, new Bin(1000)];
        private readonly BinState[] _states = new BinState[scene.Bins.Length + 1];
        private readonly SortedDictionary<int, JudgedItem> _items = [];

        public Replay Run()
        {
            foreach (var step in scene.Events)
            {
                Do(step);
                var homes = _items.ToDictionary(i => i.Key, i => i.Value.Home);
                Assert.Equal(Judge(_items.Values), (long)_flow.TotalCost());
                Counts();
                _flow.Settle();
                foreach (var item in homes.Keys)
                    _items[item] = _items[item] with { Home = _flow.BinOf(item) };
            }

            return this;
        }

        public void CheckPrices()
        {
            foreach (var (index, item) in _items)
            {
                long? best = null;
                foreach (var bin in item.Bins.Where(bin => bin != _flow.BinOf(index) && _states[bin] == BinState.Open))
                {
                    var forced = Judge([.. _items.Where(i => i.Key != index).Select(i => i.Value), item with { Pin = bin }]) - (long)_flow.TotalCost();
                    // What the item is worth where it is now may differ once it is unpinned: prices are asked of those nobody holds.
                    if (item.Pin >= 0)
                        continue;
                    Assert.Equal(forced, _flow.PriceOf(index, bin));
                    best = best is null || forced < best ? forced : best;
                }

                if (item.Pin < 0)
                    Assert.Equal(best, _flow.RunnerUp(index)?.Price);
            }
        }

        private void Do(Step step)
        {
            var bin = step.A % scene.Bins.Length;
            var item = _items.Count == 0 ? -1 : _items.Keys.ElementAt(step.B % _items.Count);
            switch (step.Kind)
            {
                case 0 or 1 or 2 or 3:
                    Add(step);
                    break;
                case 4 when item >= 0:
                    _flow.Remove(item);
                    _items.Remove(item);
                    break;
                case 5 when _states[bin] != BinState.Out:
                    Assert.Empty(_flow.Withdraw(bin));
                    _states[bin] = BinState.Out;
                    foreach (var there in _items.Where(i => i.Value.Home == bin || i.Value.Pin == bin).ToArray())
                        _items[there.Key] = there.Value with { Home = -1, Pin = -1 };
                    break;
                case 6 when _states[bin] != BinState.Open:
                    _flow.Open(bin);
                    _states[bin] = BinState.Open;
                    break;
                case 7 when _states[bin] == BinState.Open:
                    _flow.Close(bin);
                    _states[bin] = BinState.Closed;
                    break;
                case 8 when _items.Values.Count(i => i.Pin == bin) <= step.B % 6:
                    Assert.True(_flow.SetCapacity(bin, step.B % 6));
                    _bins[bin] = _bins[bin] with { Capacity = step.B % 6 };
                    break;
                case 9 when item >= 0:
                    PinOrUnpin(item, bin);
                    break;
            }
        }

        private void Add(Step step)
        {
            var options = Enumerable.Range(0, scene.Bins.Length).Where(b => step.Costs[b] > 8).ToArray();
            int[] bins = [.. options, scene.Bins.Length];
            long[] costs = [.. options.Select(b => (long)step.Costs[b]), Nowhere];
            var home = options.FirstOrDefault(b => _states[b] != BinState.Out && step.Costs[b] > 25, -1);
            _items.Add(_flow.Add(bins, costs, home), new JudgedItem(bins, costs, home, -1));
        }

        private void PinOrUnpin(int item, int bin)
        {
            if (_items[item].Pin >= 0)
            {
                Assert.True(_flow.Unpin(item));
                _items[item] = _items[item] with { Pin = -1 };
            }
            else if (_items[item].Bins.Contains(bin) && _states[bin] != BinState.Out && _items.Values.Count(i => i.Pin == bin) < _bins[bin].Capacity)
            {
                Assert.True(_flow.Pin(item, bin));
                _items[item] = _items[item] with { Pin = bin };
            }
        }

        private long? Judge(IEnumerable<JudgedItem> items) => FlowJudge.Cost([.. _bins.Select((b, i) => new JudgedBin(b, _states[i]))], [.. items], scene.MovePrice);

        private void Counts()
        {
            for (var bin = 0; bin < _bins.Length; bin++)
            {
                Assert.Equal(_flow.CountOf(bin), _flow.MembersOf(bin).Length);
                Assert.True(_flow.CountOf(bin) <= _bins[bin].Capacity);
                foreach (var item in _flow.MembersOf(bin))
                    Assert.True(_items[item].Pin < 0 || _items[item].Pin == bin);
            }
        }
    }
}
