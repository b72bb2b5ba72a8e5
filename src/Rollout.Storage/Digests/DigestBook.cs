using System.Data.Common;
using System.Globalization;
using Rollout.Storage.Database;

namespace Rollout.Storage.Digests;

/// <summary>Who was reminded on which day, and who wants no reminders: one mail a day, whichever node sends it and however often it starts.</summary>
public sealed class DigestBook(RolloutDatabase database, TimeProvider time)
{
    /// <summary>Takes the right to send an account its digest of a day; false when it has it already, or wants none.</summary>
    public bool TryClaim(string account, DateOnly day) => Execute(
        """
        INSERT INTO digests (account_id, last_day) VALUES (@account, @day)
        ON CONFLICT (account_id) DO UPDATE SET last_day = excluded.last_day WHERE digests.last_day < excluded.last_day AND digests.off_since IS NULL
        """,
        account,
        ("@day", Text(day))) == 1;

    /// <summary>Gives the right back: the mail could not be sent, and is tried again.</summary>
    public void Release(string account, DateOnly day) =>
        Execute("UPDATE digests SET last_day = '' WHERE account_id = @account AND last_day = @day", account, ("@day", Text(day)));

    /// <summary>Whether an account is reminded; everybody is until they say no.</summary>
    public bool Wants(string account)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT EXISTS (SELECT 1 FROM digests WHERE account_id = @account AND off_since IS NOT NULL)";
        command.Set("@account", account);
        return command.Whole() == 0;
    }

    /// <summary>Turns reminders on or off.</summary>
    public void Want(string account, bool wanted) => Execute(
        """
        INSERT INTO digests (account_id, last_day, off_since) VALUES (@account, '', @since)
        ON CONFLICT (account_id) DO UPDATE SET off_since = excluded.off_since
        """,
        account,
        ("@since", wanted ? (long?)null : time.GetUtcNow().ToUnixTimeMilliseconds()));

    private int Execute(string sql, string account, (string Parameter, object? Value) also)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Set("@account", account);
        command.Set(also.Parameter, also.Value);
        return command.ExecuteNonQuery();
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
