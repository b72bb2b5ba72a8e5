using System.Security.Cryptography;
using System.Text;
using Rollout.Storage.Sqlite;

namespace Rollout.Storage.Accounts;

/// <summary>Keys of other systems: shown once, kept as a hash. A key has 256 random bits, so that a plain hash is enough.</summary>
public sealed class ApiKeys(SqliteDatabase database, TimeProvider time)
{
    /// <summary>Makes a key for a role and returns it; it cannot be read again.</summary>
    public string Create(string name, string role)
    {
        var key = "rk_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        using var db = database.Open();
        db.ApiKeyRows.Add(new() { Name = name, Role = role, Hash = Hash(key), CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds() });
        db.SaveChanges();
        return key;
    }

    /// <summary>Name and role of a key that is known and not revoked.</summary>
    public (string Name, string Role)? Find(string key)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, role FROM api_keys WHERE hash = $hash AND revoked_at IS NULL";
        command.Parameters.AddWithValue("$hash", Hash(key));
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetString(0), reader.GetString(1)) : null;
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
