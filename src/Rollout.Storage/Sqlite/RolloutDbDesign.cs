using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Rollout.Storage.Database;

namespace Rollout.Storage.Sqlite;

/// <summary>What <c>dotnet ef migrations add</c> builds the context with.</summary>
internal sealed class RolloutDbDesign : IDesignTimeDbContextFactory<RolloutDb>
{
    /// <inheritdoc/>
    public RolloutDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<RolloutDb>().UseSqlite("Data Source=design.db").Options);
}
