using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Rollout.Storage.Postgres;

/// <summary>What <c>dotnet ef migrations add --context PostgresDb</c> builds the context with.</summary>
internal sealed class PostgresDbDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    /// <inheritdoc/>
    public PostgresDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=design").Options);
}
