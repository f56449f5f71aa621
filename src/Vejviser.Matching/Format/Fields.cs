using System.Text.Json;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Format;

/// <summary>One JSON object of a problem, field by field; what was not asked for, or stands twice, is an error at <see cref="End"/>.</summary>
internal sealed class Fields
{
    private readonly string _path;
    private readonly Dictionary<string, JsonElement> _left = new(StringComparer.Ordinal);
    private string? _id;

    public Fields(JsonElement element, string path, string? id)
    {
        (_path, _id) = (path, id);
        if (element.ValueKind != JsonValueKind.Object)
            throw Bad("not-an-object");
        foreach (var field in element.EnumerateObject())
        {
            if (!_left.TryAdd(field.Name, field.Value))
                throw Bad("field-twice", ("field", ProblemCheck.Shown(field.Name)));
        }
    }

    /// <summary>An id that must be there; errors further on name it.</summary>
    public string Id(string field)
    {
        if (Take(field, JsonValueKind.String) is not { } value || value.GetString() is not { Length: > 0 } id)
            throw Bad("field-missing", ("field", field));
        _id ??= id;
        return id;
    }

    public string? Text(string field, string? otherwise) => Take(field, JsonValueKind.String)?.GetString() ?? otherwise;

    public bool Flag(string field)
    {
        if (!_left.Remove(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return false;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Bad("field-of-wrong-kind", ("field", field)),
        };
    }

    public double? Number(string field) => Take(field, JsonValueKind.Number) is { } value ? Finite(value, field) : null;

    public T Word<T>(string field, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var word = Id(field);
        foreach (var (name, value) in choices)
        {
            if (name == word)
                return value;
        }

        throw Bad("field-of-wrong-kind", ("field", field));
    }

    /// <param name="empty">What a null in the list stands for; null where that is an error.</param>
    public IReadOnlyList<double>? Numbers(string field, double? empty)
    {
        if (Take(field, JsonValueKind.Array) is not { } list)
            return null;
        var numbers = new List<double>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            numbers.Add(item.ValueKind == JsonValueKind.Number ? Finite(item, field)
                : item.ValueKind == JsonValueKind.Null && empty is { } value ? value : throw Bad("field-of-wrong-kind", ("field", field)));
        }

        return numbers;
    }

    public IReadOnlyList<string>? Texts(string field)
    {
        if (Take(field, JsonValueKind.Array) is not { } list)
            return null;
        return [.. list.EnumerateArray().Select(x => x.ValueKind == JsonValueKind.String ? x.GetString()! : throw Bad("field-of-wrong-kind", ("field", field)))];
    }

    public IReadOnlyList<T> List<T>(string field, Func<Fields, T> read) => OptionalList(field, read) ?? [];

    public IReadOnlyList<T>? OptionalList<T>(string field, Func<Fields, T> read)
    {
        if (Take(field, JsonValueKind.Array) is not { } list)
            return null;
        var items = new List<T>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
            items.Add(read(new Fields(item, $"{_path}.{field}[{items.Count}]", _id)));
        return items;
    }

    public T? Nested<T>(string field, Func<Fields, T> read)
        where T : class => Take(field, JsonValueKind.Object) is { } value ? read(new Fields(value, $"{_path}.{field}", _id)) : null;

    public void End()
    {
        foreach (var (field, _) in _left)
            throw Bad("field-unknown", ("field", ProblemCheck.Shown(field)));
    }

    private double Finite(JsonElement value, string field) =>
        value.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Bad("field-of-wrong-kind", ("field", field));

    private JsonElement? Take(string field, JsonValueKind kind)
    {
        if (!_left.Remove(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == kind ? value : throw Bad("field-of-wrong-kind", ("field", field));
    }

    private BadProblemException Bad(string code, params ReadOnlySpan<ReasonValue> values) =>
        new(new Reason(code, [("path", _path), ("id", ProblemCheck.Shown(_id ?? "")), .. values]));
}
