using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Flow;

/// <summary>What every kind of problem demands of its ids and numbers.</summary>
internal static class Demand
{
    private const int LongestShownId = 60;

    /// <exception cref="BadProblemException">An id is missing or stands twice.</exception>
    public static HashSet<string> NameOnce(IEnumerable<string> ids, string kind)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (string.IsNullOrEmpty(id))
                throw Bad($"{kind}-without-id");
            if (!seen.Add(id))
                throw Bad($"{kind}-twice", ("id", Shown(id)));
        }

        return seen;
    }

    public static string Shown(string id) => id.Length <= LongestShownId ? id : string.Concat(id.AsSpan(0, LongestShownId), "…");

    public static BadProblemException Bad(string code, params ReasonValue[] values) => new(new Reason(code, values));

    public static void Within(double value, double least, double most, string kind, string id, string field)
    {
        if (!double.IsFinite(value))
            throw Bad("not-a-number", ("kind", kind), ("id", Shown(id)), ("field", field));
        if (value < least || value > most)
            throw Bad("out-of-bounds", ("kind", kind), ("id", Shown(id)), ("field", field), ("value", value), ("least", least), ("most", most));
    }
}
