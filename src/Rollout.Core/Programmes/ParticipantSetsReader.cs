using System.Collections.Immutable;
using Rollout.Core.Participants;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>Reads who takes part: one set or several, each once. Whether several go together is asked where they are known.</summary>
internal static class ParticipantSetsReader
{
    private const string Key = "participants";

    public static ImmutableArray<string> Read(YamlSection root, ProgrammeSurroundings around)
    {
        var known = around.ParticipantSets;
        if (root.Node(Key) is not { } at) return [];
        if (at is not YamlSequenceNode list) return [root.Known(at, known)];
        if (list.Children.Count == 0) root.Wrong(at, "yaml.missing", Key);
        var sets = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list)
        {
            var set = root.Known(item, known);
            if (set.Length > 0 && sets.Contains(set)) root.Wrong(item, "yaml.doubled", set);
            sets.Add(set);
        }
        if (around.Sets is { } all && sets.Distinct(StringComparer.Ordinal).Count() == sets.Count)
            foreach (var shared in CatalogAssembly.SharedCodes(sets.Select(s => all.GetValueOrDefault(s)).OfType<ParticipantSet>())) root.Wrong(list, shared);
        return sets.ToImmutable();
    }
}
