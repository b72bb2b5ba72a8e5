using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Rollout.Storage.Database;

/// <summary>
/// The database: its tables and migrations. What is read and written all the time (the ledger, samples) goes past EF by plain ADO.NET; what
/// people touch now and then (accounts, contacts, targets, keys) goes through it.
/// </summary>
public class RolloutDb(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    internal DbSet<LedgerRow> LedgerRows => Set<LedgerRow>();
    internal DbSet<CheckpointRow> CheckpointRows => Set<CheckpointRow>();
    internal DbSet<ContentRow> ContentRows => Set<ContentRow>();
    internal DbSet<TargetRow> TargetRows => Set<TargetRow>();
    internal DbSet<SampleRow> SampleRows => Set<SampleRow>();
    internal DbSet<FirstPassRow> FirstPassRows => Set<FirstPassRow>();
    internal DbSet<ApiKeyRow> ApiKeyRows => Set<ApiKeyRow>();
    internal DbSet<InvitationRow> InvitationRows => Set<InvitationRow>();
    internal DbSet<SecurityRow> SecurityRows => Set<SecurityRow>();
    internal DbSet<FileRow> FileRows => Set<FileRow>();
    internal DbSet<AttachmentRow> AttachmentRows => Set<AttachmentRow>();
    internal DbSet<DraftRow> DraftRows => Set<DraftRow>();
    internal DbSet<ContactRow> ContactRows => Set<ContactRow>();
    internal DbSet<AnswerRow> AnswerRows => Set<AnswerRow>();
    internal DbSet<SampleHourRow> SampleHourRows => Set<SampleHourRow>();
    internal DbSet<IncidentRow> IncidentRows => Set<IncidentRow>();
    internal DbSet<IncidentTouchRow> IncidentTouchRows => Set<IncidentTouchRow>();
    internal DbSet<MaintenanceRow> MaintenanceRows => Set<MaintenanceRow>();
    internal DbSet<VendorRow> VendorRows => Set<VendorRow>();
    internal DbSet<DigestRow> DigestRows => Set<DigestRow>();
    internal DbSet<ProgrammeVersionRow> ProgrammeVersionRows => Set<ProgrammeVersionRow>();
    internal DbSet<PublicationEventRow> PublicationEventRows => Set<PublicationEventRow>();
    internal DbSet<PublicationFileRow> PublicationFileRows => Set<PublicationFileRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var entity in builder.Model.GetEntityTypes().ToList()) entity.SetTableName(SnakeCase(entity.GetTableName()!.Replace("AspNet", "Account", StringComparison.Ordinal)));
        builder.Entity<Account>().ToTable("accounts");
        builder.Entity<LedgerRow>(ledger =>
        {
            ledger.ToTable("ledger").HasKey(r => r.Seq);
            ledger.Property(r => r.Seq).ValueGeneratedNever();
            ledger.HasIndex(r => new { r.Programme, r.At });
            ledger.HasIndex(r => new { r.Programme, r.Participant, r.Phase, r.Step });
            // Within a participant in the order of writing, so that its newest few are found without sorting all of them.
            ledger.HasIndex(r => new { r.Programme, r.Participant });
            // Late entries are those that spoil a naive "as of": the few that were written after they began to hold (rule 7).
            ledger.HasIndex(r => new { r.Programme, r.Seq }).HasFilter("recorded_at > at").HasDatabaseName("ix_ledger_late");
        });
        builder.Entity<CheckpointRow>().ToTable("checkpoints").HasKey(r => new { r.Programme, r.Day });
        builder.Entity<ContentRow>().ToTable("contents").HasKey(r => r.Hash);
        builder.Entity<TargetRow>(target =>
        {
            target.ToTable("targets").HasKey(r => r.Id);
            target.HasIndex(r => new { r.Programme, r.Participant, r.Phase, r.Role }).IsUnique();
        });
        builder.Entity<SampleRow>(sample =>
        {
            sample.ToTable("samples").HasKey(r => r.Id);
            sample.HasIndex(r => new { r.TargetId, r.Id });
            sample.HasIndex(r => r.At);
        });
        builder.Entity<AnswerRow>().ToTable("sample_answers").HasKey(r => new { r.TargetId, r.Probe, r.Passed });
        builder.Entity<SampleHourRow>(hour =>
        {
            hour.ToTable("sample_hours").HasKey(r => new { r.TargetId, r.Probe, r.Hour });
            hour.HasIndex(r => r.Hour);
        });
        builder.Entity<IncidentRow>(incident =>
        {
            incident.ToTable("incidents").HasKey(r => r.Id);
            // Opened once, whichever process sees it first.
            incident.HasIndex(r => new { r.Programme, r.Phase, r.Owner }).IsUnique().HasFilter("closed_at IS NULL").HasDatabaseName("ix_incidents_open");
            incident.HasIndex(r => new { r.Programme, r.OpenedAt });
        });
        builder.Entity<IncidentTouchRow>().ToTable("incident_touches").HasKey(r => new { r.IncidentId, r.Participant });
        builder.Entity<MaintenanceRow>().ToTable("maintenance_windows").HasKey(r => r.Id);
        builder.Entity<VendorRow>().ToTable("vendors").HasKey(r => new { r.Programme, r.Participant });
        builder.Entity<FirstPassRow>().ToTable("first_passes").HasKey(r => new { r.TargetId, r.Probe });
        builder.Entity<ApiKeyRow>(key =>
        {
            key.ToTable("api_keys").HasKey(r => r.Id);
            key.HasIndex(r => r.Hash).IsUnique();
        });
        builder.Entity<InvitationRow>().ToTable("invitations").HasKey(r => r.Hash);
        builder.Entity<DigestRow>().ToTable("digests").HasKey(r => r.AccountId);
        builder.Entity<ProgrammeVersionRow>(version =>
        {
            version.ToTable("programme_versions").HasKey(r => new { r.Programme, r.Number });
            version.Property(r => r.Number).ValueGeneratedNever();
        });
        builder.Entity<SecurityRow>(line =>
        {
            line.ToTable("security_log").HasKey(r => r.Id);
            line.HasIndex(r => r.At);
        });
        builder.Entity<FileRow>().ToTable("files").HasKey(r => r.Hash);
        builder.Entity<AttachmentRow>(attachment =>
        {
            attachment.ToTable("attachments").HasKey(r => new { r.Seq, r.Hash });
            attachment.HasIndex(r => r.Hash);
        });
        builder.Entity<DraftRow>().ToTable("drafts").HasKey(r => new { r.Programme, r.Participant, r.Phase, r.Step });
        builder.Entity<ContactRow>(contact =>
        {
            contact.ToTable("contacts").HasKey(r => r.Id);
            contact.HasIndex(r => new { r.Programme, r.Owner });
        });
        builder.Entity<PublicationEventRow>(happened =>
        {
            happened.ToTable("publication_events").HasKey(r => r.Seq);
            happened.Property(r => r.Seq).ValueGeneratedNever();
        });
        builder.Entity<PublicationFileRow>(file =>
        {
            file.ToTable("publication_files").HasKey(r => new { r.Publication, r.Format, r.Hash });
            file.HasIndex(r => r.Hash);
        });
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties())) property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
