using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rollout.Core.Maps;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Web.Settings;

/// <summary>The maps of the data folder, each read once.</summary>
public sealed partial class MapOutlines(string folder)
{
    private readonly ConcurrentDictionary<string, MapOutline> _joined = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MapOutline?> _read = new(StringComparer.Ordinal);

    /// <summary>The maps that come with the program.</summary>
    public MapOutlines() : this(Path.Combine(DataFiles.Folder, "maps"))
    {
    }

    /// <summary>The outlines of a programme's participants: those of a later set are the parts that they took over, joined. Null when the programme has no map.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="participants">Who takes part.</param>
    public MapOutline? Find(Programme programme, ParticipantSet participants) =>
        Find(programme.Map) is { } outline && participants.All.Any(p => p.Parts?.Set == programme.Map)
            ? _joined.GetOrAdd(programme.Key, _ => outline.Joined(programme.Map!, participants.All)) : Find(programme.Map);

    /// <summary>The outlines with a key; null when the programme has no map or its file is missing.</summary>
    public MapOutline? Find(string? key) => key is null ? null : _read.GetOrAdd(key, Read);

    private MapOutline? Read(string key)
    {
        var path = Path.Combine(folder, $"{key}.json");
        if (!File.Exists(path)) return null;
        using var stream = File.OpenRead(path);
        var file = JsonSerializer.Deserialize(stream, MapJson.Default.MapFile)!;
        var box = file.ViewBox.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new(box[2], box[3], file.Provinces.ToFrozenDictionary(StringComparer.Ordinal), file.Archipelagos);
    }

    internal sealed record MapFile(string ViewBox, Dictionary<string, MapOutline.Shape> Provinces, ImmutableArray<MapOutline.Archipelago> Archipelagos);

    /// <summary>Generated, because the first page waits for the map and reflection would make it wait longer.</summary>
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(MapFile))]
    private sealed partial class MapJson : JsonSerializerContext;
}
