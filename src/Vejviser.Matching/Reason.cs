using System.Globalization;

namespace Vejviser.Matching;

/// <summary>
/// Why something is so: a code and its values, never words. The words stand in the texts under <c>matching.reason.CODE</c>, where a value is
/// named by <see cref="ReasonValue.Name"/>.
/// </summary>
public sealed record Reason(string Code, params IReadOnlyList<ReasonValue> Values)
{
    public bool Equals(Reason? other) => other is not null && Code == other.Code && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Values.Aggregate(Code.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    public override string ToString() => $"{Code}({string.Join(", ", Values)})";
}

/// <summary>One value of a <see cref="Reason"/>: an id or a number, as written in the problem.</summary>
public readonly record struct ReasonValue(string Name, string Text)
{
    public static implicit operator ReasonValue((string Name, string Text) value) => new(value.Name, value.Text);

    public static implicit operator ReasonValue((string Name, double Number) value) =>
        new(value.Name, value.Number.ToString(Math.Abs(value.Number) < 1e15 ? "0.######" : "R", CultureInfo.InvariantCulture));

    public override string ToString() => $"{Name}={Text}";
}
