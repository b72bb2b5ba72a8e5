using Microsoft.EntityFrameworkCore;
using Rollout.Storage.Database;

namespace Rollout.Storage.Postgres;

/// <summary>The same tables on PostgreSQL, with migrations of their own.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : RolloutDb(options)
{
    /// <summary>Texts stand in the order of their bytes, as SQLite has them, whatever the server's language.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Properties<string>().UseCollation("C");
}
