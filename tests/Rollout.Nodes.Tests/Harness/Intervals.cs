using System.Globalization;
using Npgsql;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>What the nodes noted of their looks, by the intervals of the schedule that they share.</summary>
internal sealed class Intervals
{
    private readonly string _connection;
    private readonly long _first;
    private readonly long _last;
    private readonly long _every;

    private Intervals(string connection, long first, long last, TimeSpan every) => (_connection, _first, _last, _every) = (connection, first, last, (long)every.TotalMilliseconds);

    public static Intervals Of(Installation here, TimeSpan every)
    {
        using var connection = new NpgsqlConnection(here.Connection);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT min(start_time), max(start_time) FROM qrtz_triggers WHERE trigger_name LIKE 'probe%'", connection);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return new(here.Connection, At(reader.GetValue(0)), At(reader.GetValue(1)), every);
    }

    /// <summary>How many looks were noted.</summary>
    public long Noted()
    {
        using var connection = new NpgsqlConnection(_connection);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT count(*) FROM samples", connection);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>All looks; those between the beginnings of a first and a last shard belong to no interval and are left out.</summary>
    public IReadOnlyList<(string Code, long Interval)> Looks()
    {
        using var connection = new NpgsqlConnection(_connection);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT t.participant, s.at FROM samples s JOIN targets t ON t.id = s.target_id", connection);
        using var reader = command.ExecuteReader();
        var looks = new List<(string, long)>();
        while (reader.Read())
        {
            var (since, at) = (reader.GetInt64(1) - _first, reader.GetInt64(1) - _last);
            if (since / _every == at / _every && at >= 0) looks.Add((reader.GetString(0).Split('/')[1], at / _every));
        }
        return looks;
    }

    private static long At(object ticks) => new DateTimeOffset(Convert.ToInt64(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
