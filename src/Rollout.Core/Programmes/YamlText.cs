using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Wording;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>
/// A programme file as it is written, without its meaning: its items, each with everything that stands in it. What two versions of a file
/// differ in is found here, so that nothing that a reader will ever learn is forgotten.
/// </summary>
public static class YamlText
{
    private static readonly string[] Naming = ["key", "number", "file"];

    /// <summary>The items of a file that reads, in its order: those of a list one by one, and everything else by its key.</summary>
    public static ImmutableArray<YamlItem> Items(string text)
    {
        var items = ImmutableArray.CreateBuilder<YamlItem>();
        foreach (var (name, value) in ProgrammeYaml.Root(text) ?? new YamlMappingNode())
        {
            var key = Word(name);
            if (value is not YamlSequenceNode { Children.Count: > 0 } list || !list.All(n => n is YamlMappingNode map && Name(map) is not null)) items.Add(new(key, "", null, Line(name), Leaves(value)));
            else if (key == "parts") Parts(items, list);
            else items.AddRange(list.OfType<YamlMappingNode>().Select(m => Item(key, m, null)));
        }
        return items.ToImmutable();
    }

    /// <summary>Steps are items of their own, each with the part that it stands in.</summary>
    private static void Parts(ImmutableArray<YamlItem>.Builder items, YamlSequenceNode parts)
    {
        const string steps = "steps";
        foreach (var part in parts.OfType<YamlMappingNode>())
        {
            items.Add(Item("parts", part, steps));
            foreach (var step in (Value(part, steps) as YamlSequenceNode ?? []).OfType<YamlMappingNode>())
            {
                var item = Item(steps, step, null);
                items.Add(item with { Leaves = item.Leaves.SetItem("part", Name(part) ?? "") });
            }
        }
    }

    private static YamlItem Item(string section, YamlMappingNode map, string? without)
    {
        var leaves = Leaves(map);
        if (without is not null) leaves = leaves.RemoveRange(leaves.Keys.Where(k => k.StartsWith(without, StringComparison.Ordinal)));
        return new(section, Name(map) ?? "", Value(map, "title") is { } title ? YamlSection.Text(title) : null, Line(map), leaves);
    }

    /// <summary>Every single word below a node, by the way that leads to it.</summary>
    private static ImmutableSortedDictionary<string, string> Leaves(YamlNode node)
    {
        var leaves = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Gather(node, "");
        return leaves.ToImmutable();

        void Gather(YamlNode at, string way)
        {
            if (at is YamlMappingNode map)
                foreach (var (name, value) in map) Gather(value, way.Length == 0 ? Word(name) : $"{way}.{Word(name)}");
            else if (at is YamlSequenceNode { Children: var items } && items.All(i => i is YamlScalarNode)) leaves[way] = string.Join(", ", items.Select(Word));
            else if (at is YamlSequenceNode list)
                foreach (var (i, item) in list.Index())
                    Gather(item, $"{way}[{((item as YamlMappingNode) is { } named ? Name(named) : null) ?? (i + 1).ToString(CultureInfo.InvariantCulture)}]");
            else leaves[way] = Word(at);
        }
    }

    private static string? Name(YamlMappingNode map) => Naming.Select(n => Value(map, n)).OfType<YamlScalarNode>().FirstOrDefault() is { } name ? Word(name) : null;

    private static YamlNode? Value(YamlMappingNode map, string key) => map.Children.FirstOrDefault(c => Word(c.Key) == key).Value;

    private static string Word(YamlNode node) => (node as YamlScalarNode)?.Value?.Trim() ?? "";

    private static int Line(YamlNode node) => (int)node.Start.Line;
}
