using System.Text.Json;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>The JSON of an audit row's details: ids, codes, numbers and dates only.</summary>
internal static class AuditDetails
{
    public static string Of(params (string Name, object? Value)[] values) => JsonSerializer.Serialize(values.ToDictionary(v => v.Name, v => v.Value));
}
