using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Database;

namespace Rollout.Storage.Contents;

/// <summary>Reports that wait for an office to submit them.</summary>
public sealed class Drafts(RolloutDatabase database)
{
    /// <summary>The draft of a cell, or null.</summary>
    public ReportDraft? Find(string programme, StepKey cell)
    {
        using var db = database.Open();
        return Row(db, programme, cell) is { } row ? Read(row) : null;
    }

    /// <summary>The drafts that wait at some participants, oldest first.</summary>
    public ImmutableArray<ReportDraft> Of(string programme, IReadOnlyCollection<ParticipantId> participants)
    {
        if (participants.Count == 0) return [];
        var own = participants.Select(p => $"{p}").ToList();
        using var db = database.Open();
        return [.. db.DraftRows.AsNoTracking().Where(d => d.Programme == programme && own.Contains(d.Participant)).OrderBy(d => d.UpdatedAt).AsEnumerable().Select(Read)];
    }

    /// <summary>Keeps a draft in the place of the cell's last one.</summary>
    public void Put(ReportDraft draft)
    {
        using var db = database.Open();
        var row = Row(db, draft.Programme, draft.Cell);
        if (row is null) db.DraftRows.Add(row = New(draft));
        (row.Author, row.Note, row.UpdatedAt) = (draft.Author, draft.Note, draft.UpdatedAt.ToUnixTimeMilliseconds());
        row.At = draft.At?.ToUnixTimeMilliseconds();
        (row.DocumentNumber, row.DocumentIssuer, row.DocumentDate) = (draft.Document?.Number ?? "", draft.Document?.Issuer ?? "", draft.Document?.Date ?? "");
        row.Files = JsonSerializer.Serialize(draft.Files.ToArray());
        db.SaveChanges();
    }

    /// <summary>Drops the draft of a cell; false when there was none.</summary>
    public bool Delete(string programme, StepKey cell)
    {
        using var db = database.Open();
        return db.DraftRows.Where(d => d.Programme == programme && d.Participant == $"{cell.Participant}" && d.Phase == cell.Phase && d.Step == cell.Step).ExecuteDelete() > 0;
    }

    /// <summary>Drops the draft of a cell within the transaction of the report that took its place.</summary>
    internal static void Forget(DbConnection connection, DbTransaction transaction, string programme, StepKey cell)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM drafts WHERE programme = @programme AND participant = @participant AND phase = @phase AND step = @step";
        command.Set("@programme", programme);
        command.Set("@participant", $"{cell.Participant}");
        command.Set("@phase", cell.Phase);
        command.Set("@step", cell.Step);
        command.ExecuteNonQuery();
    }

    /// <summary>Takes a file out of every draft that names it.</summary>
    internal static void Drop(RolloutDatabase database, DbConnection connection, DbTransaction transaction, string hash)
    {
        var drafts = new List<(string Programme, string Participant, string Phase, string Step, string Files)>();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT programme, participant, phase, step, files FROM drafts WHERE {database.Holds("files", "@hash")}";
        command.Set("@hash", hash);
        using (var reader = command.ExecuteReader())
            while (reader.Read()) drafts.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)));
        foreach (var draft in drafts)
        {
            using var update = connection.CreateCommand();
            update.Transaction = transaction;
            update.CommandText = "UPDATE drafts SET files = @files WHERE programme = @programme AND participant = @participant AND phase = @phase AND step = @step";
            update.Set("@files", JsonSerializer.Serialize(JsonSerializer.Deserialize<FileReference[]>(draft.Files)!.Where(f => f.Hash != hash)));
            update.Set("@programme", draft.Programme);
            update.Set("@participant", draft.Participant);
            update.Set("@phase", draft.Phase);
            update.Set("@step", draft.Step);
            update.ExecuteNonQuery();
        }
    }

    private static DraftRow? Row(RolloutDb db, string programme, StepKey cell) => db.DraftRows.Find(programme, $"{cell.Participant}", cell.Phase, cell.Step);

    private static DraftRow New(ReportDraft draft) => new()
    {
        Programme = draft.Programme,
        Participant = $"{draft.Cell.Participant}",
        Phase = draft.Cell.Phase,
        Step = draft.Cell.Step,
        Author = "",
        Note = "",
        DocumentNumber = "",
        DocumentIssuer = "",
        DocumentDate = "",
        Files = "[]",
    };

    private static ReportDraft Read(DraftRow row) =>
        new(row.Programme, new(ParticipantOf(row), row.Phase, row.Step), row.Author, Instant(row.UpdatedAt))
        {
            Note = row.Note,
            At = row.At is { } at ? Instant(at) : null,
            Document = row is { DocumentNumber: "", DocumentIssuer: "", DocumentDate: "" } ? null : new(row.DocumentNumber, row.DocumentIssuer, row.DocumentDate),
            Files = [.. JsonSerializer.Deserialize<FileReference[]>(row.Files)!],
        };

    private static ParticipantId ParticipantOf(DraftRow row) =>
        ParticipantId.TryParse(row.Participant, out var id) ? id : throw new FormatException($"'{row.Participant}' is no participant.");

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(HanoiTime.Offset);
}
