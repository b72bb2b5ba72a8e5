using Microsoft.EntityFrameworkCore;

namespace Rollout.Storage.Database;

/// <summary>
/// The database: its tables and migrations. What is read and written all the time (the ledger, samples) goes past EF by plain ADO.NET; what
/// people touch now and then (targets, keys) goes through it.
/// </summary>
public sealed class RolloutDb(DbContextOptions<RolloutDb> options) : DbContext(options)
{
    internal DbSet<LedgerRow> LedgerRows => Set<LedgerRow>();
    internal DbSet<CheckpointRow> CheckpointRows => Set<CheckpointRow>();
    internal DbSet<ContentRow> ContentRows => Set<ContentRow>();
    internal DbSet<TargetRow> TargetRows => Set<TargetRow>();
    internal DbSet<SampleRow> SampleRows => Set<SampleRow>();
    internal DbSet<FirstPassRow> FirstPassRows => Set<FirstPassRow>();
    internal DbSet<ApiKeyRow> ApiKeyRows => Set<ApiKeyRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LedgerRow>(ledger =>
        {
            ledger.ToTable("ledger").HasKey(r => r.Seq);
            ledger.Property(r => r.Seq).ValueGeneratedNever();
            ledger.HasIndex(r => new { r.Programme, r.At });
            ledger.HasIndex(r => new { r.Programme, r.Participant, r.Phase, r.Step });
            // Late entries are those that spoil a naive "as of": the few that were written after they began to hold (rule 7).
            ledger.HasIndex(r => new { r.Programme, r.Seq }).HasFilter("recorded_at > at").HasDatabaseName("ix_ledger_late");
        });
        modelBuilder.Entity<CheckpointRow>().ToTable("checkpoints").HasKey(r => new { r.Programme, r.Day });
        modelBuilder.Entity<ContentRow>().ToTable("contents").HasKey(r => r.Hash);
        modelBuilder.Entity<TargetRow>(target =>
        {
            target.ToTable("targets").HasKey(r => r.Id);
            target.HasIndex(r => new { r.Programme, r.Participant, r.Phase, r.Role }).IsUnique();
        });
        modelBuilder.Entity<SampleRow>(sample =>
        {
            sample.ToTable("samples").HasKey(r => r.Id);
            sample.HasIndex(r => new { r.TargetId, r.Id });
        });
        modelBuilder.Entity<FirstPassRow>().ToTable("first_passes").HasKey(r => new { r.TargetId, r.Probe });
        modelBuilder.Entity<ApiKeyRow>(key =>
        {
            key.ToTable("api_keys").HasKey(r => r.Id);
            key.HasIndex(r => r.Hash).IsUnique();
        });
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties())) property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
