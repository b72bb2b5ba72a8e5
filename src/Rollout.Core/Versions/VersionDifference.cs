using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Versions;

/// <summary>What a new version of a programme says differently, apart from any ledger.</summary>
/// <param name="Items">The items that differ, in the order of the new file; those that are gone stand behind.</param>
/// <param name="Reordered">The lists whose items stand in another order although they are the same.</param>
/// <param name="Joined">Who takes part only in the new version.</param>
/// <param name="Left">Who takes part only in the old one.</param>
public sealed record VersionDifference(ImmutableArray<ItemChange> Items, ImmutableArray<string> Reordered, ImmutableArray<Participant> Joined, ImmutableArray<Participant> Left)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsEmpty => Items.IsEmpty && Reordered.IsEmpty && Joined.IsEmpty && Left.IsEmpty;

    /// <summary>Compares two versions that read.</summary>
    /// <param name="before">Text and participants of the old one; null when the programme is new.</param>
    /// <param name="after">Text and participants of the new one.</param>
    public static VersionDifference Between((string Text, ParticipantSet Participants)? before, (string Text, ParticipantSet Participants) after)
    {
        var (was, now) = (before is { } old ? YamlText.Items(old.Text) : [], YamlText.Items(after.Text));
        var (then, today) = (ByPlace(was), ByPlace(now));
        var items = ImmutableArray.CreateBuilder<ItemChange>();
        foreach (var (place, item) in today)
            if (!then.TryGetValue(place, out var earlier)) items.Add(new(ItemFate.Added, item, item.Key.Length > 0 ? [] : Fields(null, item)));
            else if (Fields(earlier, item) is { IsEmpty: false } fields) items.Add(new(ItemFate.Changed, item, fields));
        items.AddRange(then.Where(t => !today.ContainsKey(t.Key)).Select(t => new ItemChange(ItemFate.Gone, t.Value, t.Value.Key.Length > 0 ? [] : Fields(t.Value, null))));
        var (from, to) = (before?.Participants.All ?? [], after.Participants.All);
        return new(
            items.ToImmutable(),
            [.. now.Select(i => i.Section).Distinct(StringComparer.Ordinal).Where(s => !Order(was, s, today).SequenceEqual(Order(now, s, then), StringComparer.Ordinal))],
            [.. to.ExceptBy(from.Select(p => p.Id), p => p.Id)], [.. from.ExceptBy(to.Select(p => p.Id), p => p.Id)]);
    }

    private static OrderedDictionary<(string Section, string Key), YamlItem> ByPlace(ImmutableArray<YamlItem> items)
    {
        var places = new OrderedDictionary<(string Section, string Key), YamlItem>();
        foreach (var item in items) places.TryAdd((item.Section, item.Key), item);
        return places;
    }

    /// <summary>The keys of a list that the other version has too, in their order.</summary>
    private static IEnumerable<string> Order(ImmutableArray<YamlItem> items, string section, OrderedDictionary<(string Section, string Key), YamlItem> other) =>
        items.Where(i => i.Section == section && i.Key.Length > 0 && other.ContainsKey((section, i.Key))).Select(i => i.Key);

    /// <summary>The words that differ: all of them when one of the two is not there.</summary>
    private static ImmutableArray<FieldChange> Fields(YamlItem? before, YamlItem? after) =>
    [
        .. (before?.Leaves.Keys ?? []).Union(after?.Leaves.Keys ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(way => new FieldChange(way, before?.Leaves.GetValueOrDefault(way), after?.Leaves.GetValueOrDefault(way))).Where(f => f.Before != f.After),
    ];
}
