using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rollout.Web.Settings;

namespace Rollout.Web.Components.Charts;

/// <summary>The maps of the data folder, each read once.</summary>
public sealed class MapOutlines(string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly ConcurrentDictionary<string, MapOutline?> _read = new(StringComparer.Ordinal);

    /// <summary>The maps that come with the program.</summary>
    public MapOutlines() : this(Path.Combine(DataFiles.Folder, "maps"))
    {
    }

    /// <summary>The outlines with a key; null when the programme has no map or its file is missing.</summary>
    public MapOutline? Find(string? key) => key is null ? null : _read.GetOrAdd(key, Read);

    private MapOutline? Read(string key)
    {
        var path = Path.Combine(folder, $"{key}.json");
        if (!File.Exists(path)) return null;
        using var stream = File.OpenRead(path);
        var file = JsonSerializer.Deserialize<MapFile>(stream, Json)!;
        var box = file.ViewBox.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new(box[2], box[3], file.Provinces.ToFrozenDictionary(StringComparer.Ordinal), file.Archipelagos);
    }

    private sealed record MapFile(string ViewBox, Dictionary<string, MapOutline.Shape> Provinces, ImmutableArray<MapOutline.Archipelago> Archipelagos);
}
