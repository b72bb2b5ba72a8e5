using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Data.Common;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Quiet;
using Rollout.Storage.Database;
using Rollout.Storage.Time;

namespace Rollout.Storage.Samples;

/// <summary>
/// The maintenance windows. Kept in memory, since every check asks whether it is within one; another process's change is seen by
/// <see cref="Refresh"/>. Ended early, a window stays as what was.
/// </summary>
public sealed class MaintenanceBook(RolloutDatabase database, DomainClock clock)
{
    private readonly Lock _gate = new();
    private FrozenDictionary<string, ImmutableArray<MaintenanceWindow>>? _all;

    /// <summary>The windows of a programme, past ones too, in the order of their writing.</summary>
    public ImmutableArray<MaintenanceWindow> Of(string programme)
    {
        lock (_gate) return (_all ??= Read()).GetValueOrDefault(programme, []);
    }

    /// <summary>Keeps a window that the rules have found right.</summary>
    /// <returns>It, with its number.</returns>
    public MaintenanceWindow Add(MaintenanceWindow window)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO maintenance_windows (programme, participant, phase, role, system_key, starts_at, ends_at, cron, lasts_ms, reason, by, written_at)
            VALUES (@programme, @participant, @phase, @role, @system, @from, @until, @cron, @lasts, @reason, @by, @written) RETURNING id
            """;
        void Give(string name, object? value) => command.Set(name, value);
        Give("@programme", window.Programme);
        Give("@participant", window.Scope.Participant is { } participant ? $"{participant}" : null);
        Give("@phase", window.Scope.Phase);
        Give("@role", window.Scope.Role);
        Give("@system", window.Scope.SystemKey);
        Give("@from", window.From.ToUnixTimeMilliseconds());
        Give("@until", window.Until?.ToUnixTimeMilliseconds());
        Give("@cron", window.Cron);
        Give("@lasts", (long?)window.Lasts?.TotalMilliseconds);
        Give("@reason", window.Reason);
        Give("@by", window.By);
        Give("@written", clock.Now.ToUnixTimeMilliseconds());
        var id = command.Whole()!.Value;
        Forget();
        return window with { Id = id };
    }

    /// <summary>Ends a window now; one that is over stays as it was.</summary>
    /// <returns>Whether there was anything to end.</returns>
    public bool End(string programme, long id)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE maintenance_windows SET ends_at = @now WHERE programme = @programme AND id = @id AND (ends_at IS NULL OR ends_at > @now)";
        command.Set("@now", clock.Now.ToUnixTimeMilliseconds());
        command.Set("@programme", programme);
        command.Set("@id", id);
        var ended = command.ExecuteNonQuery() > 0;
        Forget();
        return ended;
    }

    /// <summary>Looks whether another process has changed anything. One small read: every sweep begins with it.</summary>
    public void Refresh()
    {
        lock (_gate) _all = Read();
    }

    private void Forget()
    {
        lock (_gate) _all = null;
    }

    private FrozenDictionary<string, ImmutableArray<MaintenanceWindow>> Read()
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, programme, participant, phase, role, system_key, starts_at, ends_at, cron, lasts_ms, reason, by FROM maintenance_windows ORDER BY id";
        using var reader = command.ExecuteReader();
        var all = new List<MaintenanceWindow>();
        while (reader.Read()) all.Add(Window(reader));
        return all.GroupBy(w => w.Programme, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    private static MaintenanceWindow Window(DbDataReader reader)
    {
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        DateTimeOffset? Instant(int column) => reader.IsDBNull(column) ? null : HanoiTime.Local(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column)));
        ParticipantId? participant = ParticipantId.TryParse(Text(2) ?? "", out var id) ? id : null;
        return new(
            reader.GetInt64(0), reader.GetString(1), new(participant, Text(3), Text(4), Text(5)), Instant(6)!.Value, Instant(7), Text(8),
            reader.IsDBNull(9) ? null : TimeSpan.FromMilliseconds(reader.GetInt64(9)), reader.GetString(10), reader.GetString(11));
    }
}
