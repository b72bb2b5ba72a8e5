using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Rollout.Core.Steps;

namespace Rollout.Storage.Database;

/// <summary>
/// The database, whichever engine keeps it. All statements are written once, in the words both engines know; where they differ, the engine
/// says its own here. SQLite and PostgreSQL behave the same: one writer at a time for whatever is decided by what was read.
/// </summary>
public abstract class RolloutDatabase
{
    /// <summary>Which engine it is.</summary>
    public abstract StorageProvider Provider { get; }

    /// <summary>A context for what people touch now and then.</summary>
    public abstract RolloutDb Open();

    /// <summary>An open connection for what is read and written all the time.</summary>
    public abstract DbConnection Connect();

    /// <summary>A transaction that nobody else's of the same queue comes between: what it reads holds until it has written.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="queue">Whom it waits for.</param>
    public abstract DbTransaction Write(DbConnection connection, WriteQueue queue = WriteQueue.Truth);

    /// <summary>The same within EF.</summary>
    public abstract IDbContextTransaction Write(RolloutDb db);

    /// <summary>A transaction that sees one state of everything however long it reads, and keeps nobody from writing.</summary>
    public abstract DbTransaction Snapshot(DbConnection connection);

    /// <summary>The engine and its version, for those who run it.</summary>
    public abstract string Version();

    /// <summary>Brings the schema up to the program.</summary>
    public abstract void Migrate();

    /// <summary>What a database that cannot be written or reached is called; null when the failure is something else, which is a bug.</summary>
    public abstract Refusal? Refuse(DbException failure);

    /// <summary>The same for whatever came of such a failure; null when the database has nothing to do with it.</summary>
    public Refusal? RefusalOf(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is DbException database) return Refuse(database);
        return null;
    }

    /// <summary>Whether somebody else has written the same thing first.</summary>
    internal abstract bool IsTwice(DbException failure);

    /// <summary>Whether there is a table, which an older program may not have made.</summary>
    internal abstract bool Knows(DbConnection connection, string table);

    /// <summary>What wakes whoever follows other processes.</summary>
    internal abstract IDatabaseWatch Watch(TimeProvider time);

    /// <summary>Runs a command that writes ledger entries, each with its values in the order of the columns; the first column is the number.</summary>
    internal abstract void Append(DbCommand command, IReadOnlyList<string> columns, IReadOnlyList<object?[]> entries);

    /// <summary>A table of one column <c>value</c>: the texts of a parameter that holds a JSON list.</summary>
    internal abstract string Texts(string parameter);

    /// <summary>A table of one column <c>value</c>: the whole numbers of a parameter that holds a JSON list.</summary>
    internal abstract string Numbers(string parameter);

    /// <summary>The greater of two values.</summary>
    internal abstract string Greater(string one, string other);

    /// <summary>A column that the planner shall not look for an index by.</summary>
    internal abstract string Unindexed(string column);

    /// <summary>Whether a text holds another.</summary>
    internal abstract string Holds(string text, string part);

    /// <summary>A table that is read by one of its indexes.</summary>
    internal abstract string By(string table, string index);

    /// <summary>A table that is walked from its beginning, by none of its indexes.</summary>
    internal abstract string Walked(string table);

    /// <summary>The order in which rows of a table without a number were written.</summary>
    internal abstract string WrittenOrder(string table);
}
