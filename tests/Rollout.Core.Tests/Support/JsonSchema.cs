using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Tests.Support;

/// <summary>As much of JSON Schema 2020-12 as the schema of programme files uses, over YAML; a word of a schema that it does not know is an error of the test.</summary>
internal sealed partial class JsonSchema(JsonElement root)
{
    public JsonElement Root => root;

    /// <summary>The schemas that one stands for: itself, behind references and choices.</summary>
    public IEnumerable<JsonElement> Meant(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Meant(root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]));
        return schema.TryGetProperty("anyOf", out var any) ? any.EnumerateArray().SelectMany(Meant) : [schema];
    }

    /// <summary>What of a file the schema does not allow, by the way that leads there.</summary>
    public IEnumerable<string> Mistakes(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Mistakes(root, stream.Documents[0].RootNode, "");
    }

    private IEnumerable<string> Mistakes(JsonElement schema, YamlNode node, string way)
    {
        foreach (var word in schema.EnumerateObject())
        {
            var value = word.Value;
            var found = word.Name switch
            {
                "$ref" => Mistakes(root.GetProperty("$defs").GetProperty(value.GetString()!["#/$defs/".Length..]), node, way),
                "anyOf" => value.EnumerateArray().Any(s => !Mistakes(s, node, way).Any()) ? [] : [$"{way}: none of the choices"],
                "oneOf" => value.EnumerateArray().Count(s => !Mistakes(s, node, way).Any()) == 1 ? [] : [$"{way}: not just one of the choices"],
                "type" => Words(value).Any(t => Is(node, t)) ? [] : [$"{way}: no {value}"],
                "enum" => node is YamlScalarNode s && Words(value).Contains(s.Value) ? [] : [$"{way}: none of {value}"],
                "pattern" => node is not YamlScalarNode s || Regex.IsMatch(s.Value!, value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? [] : [$"{way}: unlike {value}"],
                "minimum" => node is not YamlScalarNode s || Of(s) >= value.GetDecimal() ? [] : [$"{way}: below {value}"],
                "maximum" => node is not YamlScalarNode s || Of(s) <= value.GetDecimal() ? [] : [$"{way}: above {value}"],
                "minItems" => node is not YamlSequenceNode l || l.Children.Count >= value.GetInt32() ? [] : [$"{way}: fewer than {value}"],
                "maxItems" => node is not YamlSequenceNode l || l.Children.Count <= value.GetInt32() ? [] : [$"{way}: more than {value}"],
                "minProperties" => node is not YamlMappingNode m || m.Children.Count >= value.GetInt32() ? [] : [$"{way}: fewer than {value}"],
                "required" => node is YamlMappingNode m ? Words(value).Where(k => !m.Children.ContainsKey(k)).Select(k => $"{way}: without {k}") : [],
                "items" => node is YamlSequenceNode l ? l.SelectMany((n, i) => Mistakes(value, n, $"{way}[{i}]")) : [],
                "properties" => node is YamlMappingNode m ? m.Where(c => value.TryGetProperty($"{c.Key}", out _)).SelectMany(c => Mistakes(value.GetProperty($"{c.Key}"), c.Value, $"{way}.{c.Key}")) : [],
                "additionalProperties" => node is YamlMappingNode m ? m.Where(c => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty($"{c.Key}", out _))
                    .SelectMany(c => value.ValueKind == JsonValueKind.False ? [$"{way}: knows no {c.Key}"] : Mistakes(value, c.Value, $"{way}.{c.Key}")) : [],
                "$schema" or "$defs" or "title" or "description" => [],
                _ => throw new NotSupportedException(word.Name),
            };
            foreach (var mistake in found) yield return mistake;
        }
    }

    private static IEnumerable<string> Words(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!) : [value.GetString()!];

    private static bool Is(YamlNode node, string type) => type switch
    {
        "object" => node is YamlMappingNode,
        "array" => node is YamlSequenceNode,
        "null" => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "null" or "~" },
        "boolean" => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" },
        "integer" => node is YamlScalarNode { Style: ScalarStyle.Plain } s && Of(s) is { } number && decimal.IsInteger(number),
        "number" => node is YamlScalarNode { Style: ScalarStyle.Plain } s && Of(s) is not null,
        "string" => node is YamlScalarNode && !((string[])["null", "boolean", "number"]).Any(t => Is(node, t)),
        _ => throw new NotSupportedException(type),
    };

    private static decimal? Of(YamlScalarNode node) => Number().IsMatch(node.Value!) ? decimal.Parse(node.Value!, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^[-+]?[0-9]+(\.[0-9]+)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
