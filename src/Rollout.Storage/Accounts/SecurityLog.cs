using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Rollout.Storage.Database;
using Rollout.Storage.Logging;

namespace Rollout.Storage.Accounts;

/// <summary>
/// Who signed in, who changed whom, what was refused and what was removed. Lines are never changed; no password, key or token is ever
/// among them.
/// </summary>
public sealed class SecurityLog(RolloutDatabase database, TimeProvider time, ILogger<SecurityLog> log)
{
    /// <summary>A line holds what people can read, not what somebody sent to fill the disk.</summary>
    private const int Longest = 500;

    /// <summary>
    /// Writes a line. Never throws: what was to be logged has happened already, and a line that cannot be kept is told to the program's own
    /// log. Not to be called while the same thread holds a write transaction, which it would wait for.
    /// </summary>
    /// <param name="kind">What happened, as a stable word.</param>
    /// <param name="subject">The account, key or thing it is about; empty when there is none.</param>
    /// <param name="by">Who did it; empty when nobody was signed in.</param>
    /// <param name="address">The address it came from; empty when it came from no request.</param>
    /// <param name="detail">What else is to be known, never a secret.</param>
    public void Write(string kind, string subject, string by, string address, string detail)
    {
        try
        {
            using var connection = database.Connect();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO security_log (at, kind, subject, \"by\", address, detail) VALUES (@at, @kind, @subject, @by, @address, @detail)";
            command.Set("@at", time.GetUtcNow().ToUnixTimeMilliseconds());
            command.Set("@kind", kind);
            command.Set("@subject", Plain(subject));
            command.Set("@by", Plain(by));
            command.Set("@address", Plain(address));
            command.Set("@detail", Plain(detail));
            command.ExecuteNonQuery();
        }
        catch (DbException e)
        {
            Log.SecurityLineLost(log, e, kind);
        }
    }

    /// <summary>The newest lines first.</summary>
    /// <param name="kind">Only this kind; all when null or empty.</param>
    /// <param name="text">Only lines that hold this text in subject, author, address or detail; all when null or empty.</param>
    /// <param name="before">Only lines older than this number.</param>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<SecurityLine> Read(string? kind = null, string? text = null, long before = long.MaxValue, int most = 200)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT id, at, kind, subject, "by", address, detail FROM security_log
            WHERE id < @before AND (@kind = '' OR kind = @kind)
              AND (@text = '' OR {database.Holds("""lower(subject || @line || "by" || @line || address || @line || detail)""", "lower(@text)")})
            ORDER BY id DESC LIMIT @most
            """;
        command.Set("@before", before);
        command.Set("@kind", kind ?? "");
        command.Set("@text", text?.Trim() ?? "");
        command.Set("@line", "\n");
        command.Set("@most", most);
        using var reader = command.ExecuteReader();
        var lines = ImmutableArray.CreateBuilder<SecurityLine>();
        while (reader.Read())
            lines.Add(new(
                reader.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                reader.GetString(5), reader.GetString(6)));
        return lines.ToImmutable();
    }

    /// <summary>The kinds that occur, in their order.</summary>
    public ImmutableArray<string> Kinds()
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT kind FROM security_log ORDER BY kind";
        using var reader = command.ExecuteReader();
        var kinds = ImmutableArray.CreateBuilder<string>();
        while (reader.Read()) kinds.Add(reader.GetString(0));
        return kinds.ToImmutable();
    }

    /// <summary>One line of text: a line break would let somebody's user name write lines of its own in an export.</summary>
    private static string Plain(string text)
    {
        var plain = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return plain.Length <= Longest ? plain : plain[..Longest] + "…";
    }
}
