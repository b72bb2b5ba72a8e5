using System.Collections.Immutable;
using System.Data.Common;
using Rollout.Core.Contacts;
using Rollout.Storage.Database;

namespace Rollout.Storage.Contents;

/// <summary>Whom to call. A list is replaced as a whole; what stood in it before is gone, since personal data has no history here.</summary>
public sealed class ContactBook(RolloutDatabase database, TimeProvider time)
{
    /// <summary>The contacts of an owner in the order in which they were given.</summary>
    public ImmutableArray<ContactLine> Of(string programme, ContactOwner owner)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT step, name, office, phone, email FROM contacts WHERE programme = @programme AND owner = @owner ORDER BY id";
        command.Set("@programme", programme);
        command.Set("@owner", owner.ToString());
        using var reader = command.ExecuteReader();
        var lines = ImmutableArray.CreateBuilder<ContactLine>();
        while (reader.Read()) lines.Add(new(reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)));
        return lines.ToImmutable();
    }

    /// <summary>Replaces an owner's list: all of it or nothing.</summary>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="owner">Whose list.</param>
    /// <param name="lines">Lines that <see cref="ContactRules.Check(Core.Programmes.Programme, ImmutableArray{ContactLine})"/> has found right.</param>
    /// <param name="by">Name of the account or key.</param>
    public void Replace(string programme, ContactOwner owner, ImmutableArray<ContactLine> lines, string by)
    {
        using var connection = database.Connect();
        using var transaction = database.Write(connection);
        Run(connection, transaction, "DELETE FROM contacts WHERE programme = @programme AND owner = @owner", ("@programme", programme), ("@owner", owner.ToString()));
        foreach (var line in lines)
            Run(
                connection, transaction,
                "INSERT INTO contacts (programme, owner, step, name, office, phone, email, updated_at, updated_by) VALUES (@programme, @owner, @step, @name, @office, @phone, @email, @at, @by)",
                ("@programme", programme), ("@owner", owner.ToString()), ("@step", line.Step), ("@name", line.FullName), ("@office", line.Office), ("@phone", line.Phone),
                ("@email", line.Email), ("@at", time.GetUtcNow().ToUnixTimeMilliseconds()), ("@by", by));
        transaction.Commit();
    }

    private static void Run(DbConnection connection, DbTransaction transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Set(name, value);
        command.ExecuteNonQuery();
    }
}
