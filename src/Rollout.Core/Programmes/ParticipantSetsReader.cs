using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>Reads who takes part: one set or several, each once. Whether several go together is asked where the programmes meet them.</summary>
internal static class ParticipantSetsReader
{
    private const string Key = "participants";

    public static ImmutableArray<string> Read(YamlSection root, IReadOnlyCollection<string> known)
    {
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
        return sets.ToImmutable();
    }
}
