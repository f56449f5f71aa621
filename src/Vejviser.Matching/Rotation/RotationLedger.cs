using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Rotation;

/// <summary>Every practice's account, and the thresholds that are told once.</summary>
internal sealed class RotationLedger(Practice[] practices, int? renegotiateAt)
{
    private readonly int[] _given = new int[practices.Length];
    private readonly int[] _in = new int[practices.Length];
    private readonly int[] _out = new int[practices.Length];
    private readonly int[] _left = new int[practices.Length];
    private readonly int[] _had = [.. practices.Select(p => p.Had)];
    private readonly bool[] _told = [.. practices.Select(p => renegotiateAt is { } at && p.Had >= (long)at * p.Numbers)];

    public void Give(int practice)
    {
        _given[practice]++;
        _had[practice]++;
    }

    /// <summary>The citizen was with the practice before this problem began: counted, but not towards renegotiation.</summary>
    public void Keep(int practice) => _given[practice]++;

    public void Move(int from, int to)
    {
        if (from < practices.Length)
        {
            _out[from]++;
            _had[from]--;
        }

        if (to < practices.Length)
        {
            _in[to]++;
            _had[to]++;
        }
    }

    public void Leave(int practice)
    {
        if (practice < practices.Length)
            _left[practice]++;
    }

    public void Renegotiated(int practice)
    {
        _had[practice] = 0;
        _told[practice] = false;
    }

    /// <summary>The practice whose every number has had its agreed count, told once until it is renegotiated.</summary>
    public Reason? Threshold(int practice)
    {
        if (renegotiateAt is not { } at || _told[practice] || _had[practice] < (long)at * practices[practice].Numbers)
            return null;
        _told[practice] = true;
        return new Reason("renegotiate", ("practice", practices[practice].Id), ("had", _had[practice]), ("numbers", practices[practice].Numbers), ("at", at));
    }

    public PracticeAccount Account(int practice, ItemFlow flow) => new(
        practices[practice].Id,
        (PracticeState)flow.StateOf(practice),
        practices[practice].Numbers,
        flow.BinAt(practice).Capacity == RotationCheck.MostCitizens ? null : flow.BinAt(practice).Capacity,
        flow.CountOf(practice),
        _given[practice],
        _in[practice],
        _out[practice],
        _left[practice],
        _had[practice]);
}
