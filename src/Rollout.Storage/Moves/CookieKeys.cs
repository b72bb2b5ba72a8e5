using Npgsql;
using Rollout.Storage.Database;

namespace Rollout.Storage.Moves;

/// <summary>The keys that cookies are made with: taken along, whoever is signed in stays so.</summary>
internal static class CookieKeys
{
    /// <summary>Moves them from the data folder into the table that all nodes read; says how many.</summary>
    public static async Task<int> MoveAsync(string folder, NpgsqlConnection connection, CancellationToken ct)
    {
        var keys = Path.Combine(folder, "keys");
        if (!Directory.Exists(keys)) return 0;
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(keys, "*.xml").Order(StringComparer.Ordinal))
        {
            await using var command = new NpgsqlCommand("INSERT INTO protection_keys (name, xml) VALUES (@name, @xml)", connection);
            command.Set("@name", Path.GetFileNameWithoutExtension(file));
            command.Set("@xml", await File.ReadAllTextAsync(file, ct));
            count += await command.ExecuteNonQueryAsync(ct);
        }
        return count;
    }
}
