using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Rollout.Storage.Database;
using Rollout.Storage.Logging;

namespace Rollout.Storage.Accounts;

/// <summary>Keys of other systems: shown once, kept as a hash. A key has 256 random bits, so that a plain hash is enough.</summary>
public sealed class ApiKeys(RolloutDatabase database, TimeProvider time, ILogger<ApiKeys> log)
{
    private static readonly TimeSpan UsePause = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<long, DateTimeOffset> _used = new();

    /// <summary>Makes a key for a role and returns it; it cannot be read again.</summary>
    public string Create(string name, string role, string by = "")
    {
        var key = "rk_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        using var db = database.Open();
        db.ApiKeyRows.Add(new() { Name = name, Role = role, Hash = Hash(key), CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(), CreatedBy = by });
        db.SaveChanges();
        return key;
    }

    /// <summary>The key that was shown, if it is known and not revoked.</summary>
    public ApiKeyLine? Find(string key) => Read("WHERE hash = @hash AND revoked_at IS NULL", ("@hash", Hash(key))).FirstOrDefault();

    /// <summary>The key with a number, if it is not revoked.</summary>
    public ApiKeyLine? Find(long id) => Read("WHERE id = @id AND revoked_at IS NULL", ("@id", id)).FirstOrDefault();

    /// <summary>All keys, the newest first.</summary>
    public ImmutableArray<ApiKeyLine> All() => Read("ORDER BY id DESC");

    /// <summary>Makes a key worth nothing; false when it is already.</summary>
    public bool Revoke(long id)
    {
        using var connection = database.Connect();
        return Execute(connection, "UPDATE api_keys SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL", id) == 1;
    }

    /// <summary>Remembers that a key is in use: at most once a minute a key, and not while its request waits.</summary>
    public Task Used(long id)
    {
        var now = time.GetUtcNow();
        var before = _used.GetOrAdd(id, DateTimeOffset.MinValue);
        return now - before < UsePause || !_used.TryUpdate(id, now, before) ? Task.CompletedTask : Task.Run(() => Keep(id));
    }

    private void Keep(long id)
    {
        try
        {
            using var connection = database.Connect();
            Execute(connection, "UPDATE api_keys SET last_used_at = @now WHERE id = @id", id);
        }
        catch (DbException e)
        {
            Log.KeyUseLost(log, e);
        }
    }

    private int Execute(DbConnection connection, string sql, long id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Set("@id", id);
        command.Set("@now", time.GetUtcNow().ToUnixTimeMilliseconds());
        return command.ExecuteNonQuery();
    }

    private ImmutableArray<ApiKeyLine> Read(string where, params (string Name, object Value)[] parameters)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, name, role, created_by, created_at, last_used_at, revoked_at FROM api_keys {where}";
        foreach (var (name, value) in parameters) command.Set(name, value);
        using var reader = command.ExecuteReader();
        var keys = ImmutableArray.CreateBuilder<ApiKeyLine>();
        while (reader.Read())
            keys.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), At(reader, 4)!.Value, At(reader, 5), At(reader, 6)));
        return keys.ToImmutable();
    }

    private static DateTimeOffset? At(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
