using System.Text.Json;
using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Programmes;

/// <summary>The schema that editors use says what the reader reads: every key and every fixed word, and none beside.</summary>
public sealed class SchemaTests
{
    /// <summary>A file of every section, each empty: the reader asks for all that could stand in it.</summary>
    private const string Everything =
        """
        closed: {}
        deadlines: { whole: {} }
        organisations: [{ names: [{}] }]
        documents: [{}]
        systems: [{}]
        phases: [{ key: first }]
        parts: [{ steps: [{ key: "1", confirm: {}, probe: {}, applies: {}, due: {}, minutes: true }] }]
        probes: [{}]
        verification: {}
        statusLists: [{}]
        measures: [{}]
        figuresPublished: [{ beside: { step: "1" } }]
        baselines: [{}]
        service: {}
        glossary: { terms: [{}], words: { done: {} } }
        appendix: {}
        minutes: {}
        changes: { statuses: {}, bases: {} }
        weekly: {}
        checklist: {}
        progress: {}
        collection: { reports: [{}], letter: { missing: {}, unknown: {}, signatures: [{}], appendix: {} } }
        letter: { notCompleted: {}, completed: {}, waiting: {}, unknown: {}, signatures: [{}], appendix: {} }
        """;

    private static readonly JsonSchema Schema = new(JsonDocument.Parse(Repository.Text("data", "programmes", "programme.schema.json")).RootElement);

    private static readonly YamlVocabulary Heard = Hear(Everything, Everything.Replace("whole: {}", "whole: { first: {} }", StringComparison.Ordinal).Replace("due: {}", "due: { first: {} }", StringComparison.Ordinal));

    public static TheoryData<string> Keys => [.. Shipped.Keys];

    [Fact]
    public void Every_key_that_the_reader_reads_stands_in_the_schema()
    {
        var missing = from place in Heard.Keys
                      from key in place.Value
                      where !At(place.Key).Any(s => Has(s, key))
                      select $"{place.Key}: {key}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_key_of_the_schema_is_one_that_the_reader_reads() => Assert.Empty(Unread(Schema.Root, ""));

    [Fact]
    public void Fixed_words_are_the_readers_own()
    {
        Assert.NotEmpty(Heard.Words);
        foreach (var (way, words) in Heard.Words)
        {
            var meant = At(way).ToList();
            if (words.SetEquals(["true", "false"]) && meant.Exists(s => s.TryGetProperty("type", out var type) && type.ValueEquals("boolean"))) continue;
            Assert.Equal([way, .. words], [way, .. meant.Where(s => s.TryGetProperty("enum", out _)).SelectMany(s => s.GetProperty("enum").EnumerateArray()).Select(e => e.GetString()!).Order(StringComparer.Ordinal)]);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Shipped_file_names_the_schema_and_holds_to_it(string key)
    {
        var text = Shipped.Text(key);
        Assert.StartsWith("# yaml-language-server: $schema=./programme.schema.json\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Empty(Schema.Mistakes(text));
    }

    [Theory]
    [InlineData("lead: guild", "laed: guild", ": knows no laed")]
    [InlineData("number: 1,", "number: one,", ".statusLists[0].number: no integer")]
    [InlineData("any: [keepers]", "any: [keepers], all: [guild]", ".parts[0].steps[0].confirm: not just one of the choices")]
    [InlineData("beacon: completed", "beacon: complete", ".statusLists[0].where.beacon: none of the choices")]
    public void Slip_shows_in_the_editor(string right, string wrong, string said) =>
        Assert.Contains(said, Schema.Mistakes(Lights.Yaml.Replace(right, wrong, StringComparison.Ordinal)));

    [Fact]
    public void Everything_in_the_schema_is_explained() => Assert.All(Schema.Root.GetProperty("properties").EnumerateObject(), p => Assert.NotEmpty(p.Value.GetProperty("description").GetString()!));

    private static YamlVocabulary Hear(params string[] files)
    {
        var heard = new YamlVocabulary();
        foreach (var file in files) ProgrammeYaml.Read("everything.yaml", file, new ProgrammeSurroundings([]), heard);
        return heard;
    }

    private static bool Has(JsonElement schema, string key) =>
        (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(key, out _))
        || (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object);

    /// <summary>The schemas of a place: keys, brackets for the items of a list, and an asterisk for a key that the file chooses.</summary>
    private static IEnumerable<JsonElement> At(string place)
    {
        IEnumerable<JsonElement> at = [Schema.Root];
        foreach (var word in place.Length == 0 ? [] : place.Split('.'))
        {
            var key = word.EndsWith("[]", StringComparison.Ordinal) ? word[..^2] : word;
            at = at.SelectMany(Schema.Meant).Select(s => Under(s, key)).OfType<JsonElement>().SelectMany(Schema.Meant);
            if (key != word) at = at.Where(s => s.TryGetProperty("items", out _)).Select(s => s.GetProperty("items"));
        }
        return at.SelectMany(Schema.Meant);
    }

    private static JsonElement? Under(JsonElement schema, string key) =>
        key != "*" && schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(key, out var property) ? property
        : schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object ? others : null;

    /// <summary>The keys of closed mappings that the reader never asks for.</summary>
    private static IEnumerable<string> Unread(JsonElement schema, string place)
    {
        foreach (var meant in Schema.Meant(schema))
        {
            if (meant.TryGetProperty("items", out var items))
                foreach (var unread in Unread(items, $"{place}[]")) yield return unread;
            if (meant.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
                foreach (var unread in Unread(others, $"{place}.*")) yield return unread;
            if (others.ValueKind != JsonValueKind.False || !meant.TryGetProperty("properties", out var properties)) continue;
            foreach (var property in properties.EnumerateObject())
            {
                if (Heard.Keys.GetValueOrDefault(place)?.Contains(property.Name) != true) yield return $"{place}: {property.Name}";
                foreach (var unread in Unread(property.Value, place.Length == 0 ? property.Name : $"{place}.{property.Name}")) yield return unread;
            }
        }
    }
}
