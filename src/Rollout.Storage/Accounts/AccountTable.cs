using System.Collections.Immutable;
using System.Data.Common;
using Rollout.Storage.Database;

namespace Rollout.Storage.Accounts;

/// <summary>
/// The accounts past EF: what every request asks, and what must hold however many ask at once (attempts are counted before a password is
/// looked at; the last administrator stays). Passwords and second factors are Identity's.
/// </summary>
public sealed class AccountTable(RolloutDatabase database, TimeProvider time)
{
    /// <summary>How many wrong passwords or codes close an account.</summary>
    public const int MostAttempts = 5;

    private const string Columns =
        "id, user_name, full_name, role, office, coalesce(email, ''), coalesce(security_stamp, ''), created_at, disabled_at, last_sign_in_at, lockout_end, two_factor_enabled, password_hash IS NOT NULL";

    private const string Renewed = "security_stamp = @stamp, concurrency_stamp = @stamp";

    // Somebody who never chose a password could not let the others in again.
    private const string NotTheLast =
        "(role <> 'admin' OR disabled_at IS NOT NULL OR EXISTS (SELECT 1 FROM accounts a WHERE a.role = 'admin' AND a.disabled_at IS NULL AND a.password_hash IS NOT NULL AND a.id <> accounts.id))";

    /// <summary>How long an account stays closed after too many attempts.</summary>
    public static TimeSpan LockTime { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether there is any account.</summary>
    public bool Any()
    {
        using var connection = database.Connect();
        using var command = Command(connection, "SELECT EXISTS (SELECT 1 FROM accounts)");
        return command.Whole() == 1;
    }

    /// <summary>The account with an id, or null.</summary>
    public AccountLine? Find(string id) => Read("WHERE id = @id", ("@id", id)).FirstOrDefault();

    /// <summary>The account with a user name, however it is written, or null.</summary>
    public AccountLine? FindByName(string userName) => Read("WHERE normalized_user_name = @name", ("@name", userName.Trim().ToUpperInvariant())).FirstOrDefault();

    /// <summary>All accounts by user name.</summary>
    public ImmutableArray<AccountLine> All() => Read("ORDER BY normalized_user_name");

    /// <summary>Takes one attempt; false while the account is closed. The attempt that uses up the last closes it until it turns out right.</summary>
    public bool TryAttempt(string id)
    {
        using var connection = database.Connect();
        using var command = Command(
            connection,
            """
            UPDATE accounts SET
              lockout_end = CASE WHEN access_failed_count + 1 >= @most THEN @until ELSE NULL END,
              access_failed_count = CASE WHEN access_failed_count + 1 >= @most THEN 0 ELSE access_failed_count + 1 END
            WHERE id = @id AND (lockout_end IS NULL OR lockout_end <= @now)
            """,
            ("@id", id), ("@most", MostAttempts), ("@now", time.GetUtcNow()), ("@until", time.GetUtcNow() + LockTime));
        return command.ExecuteNonQuery() == 1;
    }

    /// <summary>Gives back an attempt that was right but not the whole of a sign-in: the attempts before it still count.</summary>
    public void GiveBack(string id) => Execute(
        $"""
        UPDATE accounts SET
          access_failed_count = CASE WHEN lockout_end IS NULL THEN {database.Greater("0", "access_failed_count - 1")} ELSE @most - 1 END,
          lockout_end = NULL
        WHERE id = @id
        """,
        ("@id", id), ("@most", MostAttempts));

    /// <summary>Somebody signed in: attempts begin anew.</summary>
    public void SignedIn(string id) => Execute(
        "UPDATE accounts SET access_failed_count = 0, lockout_end = NULL, last_sign_in_at = @now WHERE id = @id", ("@id", id), ("@now", Now));

    /// <summary>Ends every session.</summary>
    public void Renew(string id) => Execute($"UPDATE accounts SET {Renewed} WHERE id = @id", ("@id", id), Stamp);

    /// <summary>Closes the account and ends its sessions; false when it is the last administrator's.</summary>
    public bool Disable(string id) => Execute($"UPDATE accounts SET disabled_at = @now, {Renewed} WHERE id = @id AND {NotTheLast}", ("@id", id), ("@now", Now), Stamp) == 1;

    /// <summary>Lets the account sign in again.</summary>
    public void Enable(string id) => Execute(
        $"UPDATE accounts SET disabled_at = NULL, lockout_end = NULL, access_failed_count = 0, {Renewed} WHERE id = @id", ("@id", id), Stamp);

    /// <summary>Changes what an administrator keeps of an account; another role ends its sessions. False when the last administrator would be none any more.</summary>
    public bool Edit(string id, string fullName, string role, string office, string email) => Execute(
        $"""
        UPDATE accounts SET full_name = @full, office = @office, email = nullif(@email, ''), normalized_email = nullif(upper(@email), ''), role = @role, concurrency_stamp = @stamp,
          security_stamp = CASE WHEN role = @role THEN security_stamp ELSE @stamp END
        WHERE id = @id AND (@role = 'admin' OR {NotTheLast})
        """,
        ("@id", id), ("@full", fullName), ("@office", office), ("@email", email), ("@role", role), Stamp) == 1;

    /// <summary>Takes away password and second factor and ends every session: the way in is a new one-time link. False when it is the last administrator's.</summary>
    public bool Reset(string id)
    {
        using var connection = database.Connect();
        using var transaction = database.Write(connection);
        using var command = Command(
            connection,
            $"UPDATE accounts SET password_hash = NULL, two_factor_enabled = FALSE, lockout_end = NULL, access_failed_count = 0, {Renewed} WHERE id = @id AND {NotTheLast}",
            ("@id", id), Stamp);
        command.Transaction = transaction;
        if (command.ExecuteNonQuery() == 0) return false;
        command.CommandText = "DELETE FROM account_user_tokens WHERE user_id = @id";
        command.ExecuteNonQuery();
        transaction.Commit();
        return true;
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static (string, object) Stamp => ("@stamp", Guid.NewGuid().ToString("N"));

    private int Execute(string sql, params (string Name, object Value)[] parameters)
    {
        // In the queue: of two administrators who close each other's account at once, one stays.
        using var connection = database.Connect();
        using var transaction = database.Write(connection);
        using var command = Command(connection, sql, parameters);
        command.Transaction = transaction;
        var changed = command.ExecuteNonQuery();
        transaction.Commit();
        return changed;
    }

    private ImmutableArray<AccountLine> Read(string where, params (string Name, object Value)[] parameters)
    {
        using var connection = database.Connect();
        using var command = Command(connection, $"SELECT {Columns} FROM accounts {where}", parameters);
        using var reader = command.ExecuteReader();
        var accounts = ImmutableArray.CreateBuilder<AccountLine>();
        while (reader.Read())
            accounts.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6),
                At(reader, 7)!.Value, At(reader, 8), At(reader, 9), reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10), reader.GetBoolean(11), reader.GetBoolean(12)));
        return accounts.ToImmutable();
    }

    private static DateTimeOffset? At(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    private static DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Set(name, value);
        return command;
    }
}
