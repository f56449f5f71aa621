using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Vejviser.Core.Tests.Engine.Catalogue;

/// <summary>The words of JSON Schema that <c>catalogue/schema.json</c> uses; a word it does not know is an error of the schema.</summary>
internal sealed class SmallSchema(JsonObject root)
{
    public JsonObject Root => root;

    /// <summary>Faults as <c>path: what</c>; none where the document fits.</summary>
    public IReadOnlyList<string> Check(JsonNode? document) => [.. Check(root, document, "")];

    public static JsonNode? Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Node(stream.Documents[0].RootNode);
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Node(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } number when int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) => JsonValue.Create(value),
        YamlScalarNode text => JsonValue.Create(text.Value),
        _ => null,
    };

    private IEnumerable<string> Check(JsonObject schema, JsonNode? node, string path) => schema.SelectMany(word => Check(schema, word.Key, word.Value!, node, path));

    private IEnumerable<string> Check(JsonObject schema, string word, JsonNode value, JsonNode? node, string path) => word switch
    {
        "$ref" => Check(Refer((string)value!), node, path),
        "type" => Is((string)value!, node) ? [] : [$"{path}: not {value}"],
        "enum" => value.AsArray().Any(v => JsonNode.DeepEquals(v, node)) ? [] : [$"{path}: {node} is none of them"],
        "pattern" => node is JsonValue text && text.GetValueKind() == JsonValueKind.String && !Regex.IsMatch((string)node!, (string)value!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? [$"{path}: {node} is not as {value}"] : [],
        "minimum" => node is JsonValue least && least.GetValueKind() == JsonValueKind.Number && (int)node! < (int)value! ? [$"{path}: below {value}"] : [],
        "required" => node is JsonObject whole ? value.AsArray().Where(k => !whole.ContainsKey((string)k!)).Select(k => $"{path}: {k} is missing") : [],
        "properties" => node is JsonObject parts ? value.AsObject().Where(p => parts.ContainsKey(p.Key)).SelectMany(p => Check(p.Value!.AsObject(), parts[p.Key], $"{path}/{p.Key}")) : [],
        "additionalProperties" => node is JsonObject all ? Rest(schema, value, all, path) : [],
        "propertyNames" => node is JsonObject named ? named.SelectMany(p => Check(value.AsObject(), JsonValue.Create(p.Key), $"{path}/{p.Key}")) : [],
        "minProperties" => node is JsonObject few && few.Count < (int)value! ? [$"{path}: too few keys"] : [],
        "maxProperties" => node is JsonObject many && many.Count > (int)value! ? [$"{path}: too many keys"] : [],
        "items" => node is JsonArray list ? list.SelectMany((item, i) => Check(value.AsObject(), item, $"{path}/{i}")) : [],
        "uniqueItems" => node is JsonArray set && set.Select(i => i!.ToJsonString()).Distinct().Count() != set.Count ? [$"{path}: twice"] : [],
        "anyOf" => value.AsArray().Any(s => !Check(s!.AsObject(), node, path).Any()) ? [] : [$"{path}: fits none"],
        "oneOf" => value.AsArray().Count(s => !Check(s!.AsObject(), node, path).Any()) == 1 ? [] : [$"{path}: does not fit just one"],
        "title" or "description" or "format" or "$schema" or "$defs" => [],
        _ => throw new InvalidOperationException($"The schema says {word}, which this walk does not know."),
    };

    private IEnumerable<string> Rest(JsonObject schema, JsonNode value, JsonObject all, string path)
    {
        var rest = all.Where(p => schema["properties"]?.AsObject().ContainsKey(p.Key) != true).ToList();
        return value is JsonObject each ? rest.SelectMany(p => Check(each, p.Value, $"{path}/{p.Key}")) : rest.Select(p => $"{path}: unknown {p.Key}");
    }

    private JsonObject Refer(string reference) => reference.Split('/')[1..].Aggregate(root, (at, key) => at[key]!.AsObject());

    private static bool Is(string type, JsonNode? node) => type switch
    {
        "object" => node is JsonObject,
        "array" => node is JsonArray,
        "string" => node is JsonValue && node.GetValueKind() == JsonValueKind.String,
        "integer" => node is JsonValue && node.GetValueKind() == JsonValueKind.Number,
        _ => node is JsonValue && node.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
    };
}
