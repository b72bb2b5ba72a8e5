namespace Rollout.Storage.Database;

/// <summary>Where everything is kept.</summary>
/// <param name="Folder">The data folder; made when it is missing. On PostgreSQL it holds the attached files, and all nodes share it.</param>
public sealed record StorageOptions(string Folder)
{
    /// <summary>Which engine.</summary>
    public StorageProvider Provider { get; init; }

    /// <summary>How PostgreSQL is reached, in Npgsql's words; empty for SQLite.</summary>
    public string Connection { get; init; } = "";

    /// <summary>How long a write waits for another process's before it is refused.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The database file.</summary>
    public string DatabasePath => Path.Combine(Folder, "rollout.db");
}
