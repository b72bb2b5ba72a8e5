using System.Collections.Immutable;
using System.Data.Common;
using Rollout.Core.Programmes;
using Rollout.Storage.Database;

namespace Rollout.Storage.Versions;

/// <summary>The versions of programmes that administrators had kept: each is written once and never changed, and the newest counts.</summary>
public sealed class ProgrammeVersions(RolloutDatabase database, TimeProvider time)
{
    private const string Table = "programme_versions";
    private const string Line = "programme, number, sha256, \"by\", at, reason";

    /// <summary>The newest version of each programme that has any, with its text: one query, also before the first migration.</summary>
    public ImmutableArray<ProgrammeVersion> Newest()
    {
        using var connection = database.Connect();
        try
        {
            return Read(connection, $"SELECT {Line}, text FROM {Table} v WHERE number = (SELECT max(number) FROM {Table} WHERE programme = v.programme) ORDER BY programme");
        }
        catch (DbException) when (!database.Knows(connection, Table))
        {
            return [];
        }
    }

    /// <summary>All versions, the newest of each programme first, without their texts.</summary>
    public ImmutableArray<ProgrammeVersion> All()
    {
        using var connection = database.Connect();
        return Read(connection, $"SELECT {Line}, '' FROM {Table} ORDER BY programme, number DESC");
    }

    /// <summary>A version with its text; null when there is none.</summary>
    public ProgrammeVersion? Find(string programme, int number)
    {
        using var connection = database.Connect();
        return Read(connection, $"SELECT {Line}, text FROM {Table} WHERE programme = @programme AND number = @number", ("@programme", programme), ("@number", number)).FirstOrDefault();
    }

    /// <summary>Keeps a version behind the newest that its keeper has seen; null when somebody else has kept another in between.</summary>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="after">The number of the newest version that was seen; 0 when there was none.</param>
    /// <param name="text">The programme file.</param>
    /// <param name="by">Who keeps it.</param>
    /// <param name="reason">Why.</param>
    public ProgrammeVersion? Keep(string programme, int after, string text, string by, string reason)
    {
        using var connection = database.Connect();
        using var transaction = database.Write(connection);
        using var newest = connection.CreateCommand();
        newest.Transaction = transaction;
        newest.CommandText = $"SELECT coalesce(max(number), 0) FROM {Table} WHERE programme = @programme";
        newest.Set("@programme", programme);
        if (newest.Whole() != after) return null;
        var at = time.GetUtcNow();
        var version = new ProgrammeVersion(programme, after + 1, ProgrammeOrigin.HashOf(text), text, by, DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), reason);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {Table} ({Line}, text) VALUES (@programme, @number, @sha256, @by, @at, @reason, @text)";
        command.Set("@programme", version.Programme);
        command.Set("@number", version.Number);
        command.Set("@sha256", version.Sha256);
        command.Set("@by", version.By);
        command.Set("@at", version.At.ToUnixTimeMilliseconds());
        command.Set("@reason", version.Reason);
        command.Set("@text", version.Text);
        command.ExecuteNonQuery();
        transaction.Commit();
        return version;
    }

    private static ImmutableArray<ProgrammeVersion> Read(DbConnection connection, string sql, params (string Parameter, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (parameter, value) in parameters) command.Set(parameter, value);
        using var reader = command.ExecuteReader();
        var versions = ImmutableArray.CreateBuilder<ProgrammeVersion>();
        while (reader.Read())
            versions.Add(new(
                reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(6), reader.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
                reader.GetString(5)));
        return versions.ToImmutable();
    }
}
