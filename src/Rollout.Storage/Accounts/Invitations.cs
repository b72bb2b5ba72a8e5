using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Rollout.Storage.Database;

namespace Rollout.Storage.Accounts;

/// <summary>
/// Links that work once, for a day: the first administrator's, or a person's who sets a password. Only a hash is kept; a token has 256
/// random bits, so that a plain hash is enough.
/// </summary>
public sealed class Invitations(RolloutDatabase database, TimeProvider time)
{
    /// <summary>How long a link works.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    /// <summary>Makes a token; those made before for the same end.</summary>
    /// <param name="accountId">The account whose password it sets; null for the first administrator.</param>
    public string Create(string? accountId)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        using var connection = database.Connect();
        using var transaction = database.Write(connection);
        Execute(connection, transaction, "UPDATE invitations SET used_at = @now WHERE used_at IS NULL AND coalesce(account_id, '') = coalesce(@account, '')", token, accountId);
        Execute(connection, transaction, "INSERT INTO invitations (hash, account_id, created_at, expires_at) VALUES (@hash, @account, @now, @expires)", token, accountId);
        transaction.Commit();
        return token;
    }

    /// <summary>Whether a token still works, and for which account (null: for the first administrator).</summary>
    public (bool Works, string? AccountId) Find(string? token)
    {
        using var connection = database.Connect();
        using var command = Command(connection, null, "SELECT account_id FROM invitations WHERE hash = @hash AND used_at IS NULL AND expires_at > @now", token ?? "", null);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (true, reader.IsDBNull(0) ? null : reader.GetString(0)) : (false, null);
    }

    /// <summary>Uses a token up; false when it did not work any more. Of two who come at once one succeeds.</summary>
    public bool TryUse(string? token)
    {
        using var connection = database.Connect();
        using var command = Command(connection, null, "UPDATE invitations SET used_at = @now WHERE hash = @hash AND used_at IS NULL AND expires_at > @now", token ?? "", null);
        return command.ExecuteNonQuery() == 1;
    }

    private void Execute(DbConnection connection, DbTransaction transaction, string sql, string token, string? accountId)
    {
        using var command = Command(connection, transaction, sql, token, accountId);
        command.ExecuteNonQuery();
    }

    private DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, string token, string? accountId)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        var now = time.GetUtcNow();
        command.Set("@hash", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));
        command.Set("@account", accountId);
        command.Set("@now", now.ToUnixTimeMilliseconds());
        command.Set("@expires", (now + Lifetime).ToUnixTimeMilliseconds());
        return command;
    }
}
