using System.Runtime.CompilerServices;
using Rollout.Storage.Database;

namespace Rollout.Storage.Backups;

/// <summary>Who copies the database that the options name.</summary>
internal static class DatabaseCopiers
{
    public static IDatabaseCopier Of(StorageOptions options, string dumpProgram) =>
        options.Provider == StorageProvider.Postgres ? Postgres(options, dumpProgram) : new SqliteCopier(options);

    // Apart and not inlined: where SQLite is enough, Npgsql is not loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PostgresCopier Postgres(StorageOptions options, string dumpProgram) => new(options, dumpProgram);
}
