namespace Rollout.Storage.Database;

/// <summary>The engines that keep an installation.</summary>
public enum StorageProvider
{
    /// <summary>One file in the data folder, nothing to install, one machine.</summary>
    Sqlite,

    /// <summary>A server, for several nodes.</summary>
    Postgres,
}
