using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Rollout.Core.Calendar;
using Rollout.Core.Verification;
using Rollout.Storage.Sqlite;

namespace Rollout.Storage.Samples;

/// <summary>The latest results of many targets at once: one statement, of which each target's part is a short walk down an index.</summary>
public sealed class SampleStrips(SqliteDatabase database)
{
    /// <summary>The latest results of each, newest first; what has none is left out.</summary>
    /// <param name="wanted">Targets, each with the key of a probe.</param>
    /// <param name="count">How many of each at most.</param>
    public FrozenDictionary<(long Target, string Probe), ImmutableArray<SampleMark>> Read(IEnumerable<(long Target, string Probe)> wanted, int count)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT w.value ->> 0, w.value ->> 1, s.at, s.fault_owner, s.fault_code, s.name_ms, s.connect_ms, s.tls_ms, s.first_byte_ms, s.total_ms, s.certificate_ends
            FROM json_each($wanted) w CROSS JOIN samples s ON s.id IN (
              SELECT id FROM samples WHERE target_id = w.value ->> 0 AND probe = w.value ->> 1 ORDER BY id DESC LIMIT $count)
            ORDER BY s.id DESC
            """;
        command.Parameters.AddWithValue("$wanted", Json(wanted));
        command.Parameters.AddWithValue("$count", count);
        var strips = new Dictionary<(long, string), ImmutableArray<SampleMark>.Builder>();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var key = (reader.GetInt64(0), Word(reader, 1)!);
            if (!strips.TryGetValue(key, out var strip)) strips[key] = strip = ImmutableArray.CreateBuilder<SampleMark>();
            strip.Add(new(
                Instant(reader.GetInt64(2)), Word(reader, 3), Word(reader, 4),
                new(Span(reader, 5), Span(reader, 6), Span(reader, 7), Span(reader, 8), reader.GetDouble(9)),
                reader.IsDBNull(10) ? null : Instant(reader.GetInt64(10))));
        }
        return strips.ToFrozenDictionary(s => s.Key, s => s.Value.ToImmutable());

        // The same few words come tens of thousands of times.
        string? Word(SqliteDataReader row, int column)
        {
            if (row.IsDBNull(column)) return null;
            var text = row.GetString(column);
            if (words.TryGetValue(text, out var known)) return known;
            return words[text] = text;
        }
    }

    private static string Json(IEnumerable<(long Target, string Probe)> wanted)
    {
        var json = new StringBuilder("[");
        foreach (var (target, probe) in wanted)
            json.Append(json.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"[{target},\"{System.Text.Json.JsonEncodedText.Encode(probe)}\"]");
        return json.Append(']').ToString();
    }

    private static double? Span(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(HanoiTime.Offset);
}
