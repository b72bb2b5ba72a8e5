using Npgsql;
using Rollout.Storage.Database;

namespace Rollout.Storage.Postgres;

/// <summary>
/// <c>LISTEN</c> on a connection of its own: an entry of another node is told at its commit. Behind it a slow poll, for what is told while the
/// connection is being made anew.
/// </summary>
internal sealed class PostgresWatch(NpgsqlDataSource source) : IDatabaseWatch
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private NpgsqlConnection? _connection;

    /// <inheritdoc/>
    public async Task<bool> WaitAsync(CancellationToken ct)
    {
        try
        {
            if (_connection is null)
            {
                _connection = await source.OpenConnectionAsync(ct);
                await using var command = new NpgsqlCommand($"LISTEN {PostgresDatabase.Channel}", _connection);
                await command.ExecuteNonQueryAsync(ct);
                // What came before it listened.
                return true;
            }
            await _connection.WaitAsync(Poll, ct);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await CloseAsync();
            await Task.Delay(Pause, ct);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task CloseAsync()
    {
        var connection = _connection;
        _connection = null;
        if (connection is not null) await connection.DisposeAsync();
    }
}
