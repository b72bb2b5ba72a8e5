using Rollout.Storage.Database;

namespace Rollout.Storage.Accounts;

/// <summary>What the people behind accounts are called: the ledger keeps the account's name only.</summary>
public sealed class PeopleNames(RolloutDatabase database)
{
    /// <summary>Full names by account; those without one, as keys, are left out.</summary>
    public IReadOnlyDictionary<string, string> Of(IEnumerable<string> accounts)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using var connection = database.Connect();
        foreach (var some in accounts.Distinct(StringComparer.Ordinal).Chunk(500))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT user_name, full_name FROM accounts WHERE full_name <> '' AND user_name IN ({string.Join(",", some.Select((_, i) => $"@p{i}"))})";
            foreach (var (i, account) in some.Index()) command.Set($"@p{i}", account);
            using var reader = command.ExecuteReader();
            while (reader.Read()) names[reader.GetString(0)] = reader.GetString(1);
        }
        return names;
    }
}
