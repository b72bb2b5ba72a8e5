using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rollout.Core.Calendar;
using Rollout.Core.Incidents;
using Rollout.Core.Participants;
using Rollout.Storage.Database;

namespace Rollout.Storage.Samples;

/// <summary>The incidents of shared parts. Each is opened once, whichever process sees it first: the database holds one open one a part.</summary>
public sealed class IncidentBook(RolloutDatabase database)
{

    private readonly Lock _gate = new();
    private ImmutableDictionary<string, ImmutableArray<Incident>>? _open;

    /// <summary>The open incidents of a programme, the oldest first.</summary>
    public ImmutableArray<Incident> Open(string programme)
    {
        lock (_gate) return (_open ??= ReadOpen()).GetValueOrDefault(programme, []);
    }

    /// <summary>The incidents of a programme that were open at an instant, the oldest first, as they stood then.</summary>
    public ImmutableArray<Incident> OpenAt(string programme, DateTimeOffset at)
    {
        var instant = at.ToUnixTimeMilliseconds();
        using var db = database.Open();
        var rows = db.IncidentRows.Where(i => i.Programme == programme && i.OpenedAt <= instant && (i.ClosedAt == null || i.ClosedAt > instant));
        return [.. Read(db, rows.OrderBy(i => i.OpenedAt), instant).Select(i => i with { ClosedAt = null })];
    }

    /// <summary>The latest incidents of a programme, open and closed, the newest first.</summary>
    public ImmutableArray<Incident> Latest(string programme, int count)
    {
        using var db = database.Open();
        return Read(db, db.IncidentRows.Where(i => i.Programme == programme).OrderByDescending(i => i.OpenedAt).ThenByDescending(i => i.Id).Take(count));
    }

    /// <summary>Opens an incident, or gives the one that another process has opened meanwhile.</summary>
    public Incident Begin(string programme, SharedPart part, string code, string detail, DateTimeOffset at, IEnumerable<ParticipantId> touched)
    {
        try
        {
            using var db = database.Open();
            using var transaction = database.Write(db);
            var row = new IncidentRow { Programme = programme, Phase = part.Phase, Owner = part.Owner, Code = code, Detail = detail, OpenedAt = at.ToUnixTimeMilliseconds() };
            db.IncidentRows.Add(row);
            db.SaveChanges();
            db.IncidentTouchRows.AddRange(touched.Select(p => new IncidentTouchRow { IncidentId = row.Id, Participant = $"{p}", Since = row.OpenedAt }));
            db.SaveChanges();
            transaction.Commit();
        }
        catch (DbUpdateException e) when (e.InnerException is DbException inner && database.IsTwice(inner))
        {
            // It is open already: that one counts.
        }
        Refresh();
        return Open(programme).First(i => i.Part == part);
    }

    /// <summary>One more participant shows it.</summary>
    public void Touch(Incident incident, ParticipantId participant, DateTimeOffset at)
    {
        if (incident.Touched.Contains(participant)) return;
        using (var connection = database.Connect())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO incident_touches (incident_id, participant, since) VALUES (@incident, @participant, @since) ON CONFLICT DO NOTHING";
            command.Set("@incident", incident.Id);
            command.Set("@participant", $"{participant}");
            command.Set("@since", at.ToUnixTimeMilliseconds());
            command.ExecuteNonQuery();
        }
        Refresh();
    }

    /// <summary>It is over; a second end changes nothing.</summary>
    public void End(Incident incident, DateTimeOffset at)
    {
        using (var db = database.Open())
            db.IncidentRows.Where(i => i.Id == incident.Id && i.ClosedAt == null).ExecuteUpdate(s => s.SetProperty(i => i.ClosedAt, at.ToUnixTimeMilliseconds()));
        Refresh();
    }

    /// <summary>Looks whether another process has changed anything; every sweep begins with it.</summary>
    public void Refresh()
    {
        lock (_gate) _open = null;
    }

    /// <summary>Mostly there is none, and pages ask: that must not wake EF.</summary>
    private ImmutableDictionary<string, ImmutableArray<Incident>> ReadOpen()
    {
        using (var connection = database.Connect())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT EXISTS (SELECT 1 FROM incidents WHERE closed_at IS NULL)";
            if (command.Whole() is 0) return ImmutableDictionary<string, ImmutableArray<Incident>>.Empty;
        }
        using var db = database.Open();
        return Read(db, db.IncidentRows.Where(i => i.ClosedAt == null).OrderBy(i => i.OpenedAt)).GroupBy(i => i.Programme, StringComparer.Ordinal)
            .ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    private static ImmutableArray<Incident> Read(RolloutDb db, IQueryable<IncidentRow> which, long until = long.MaxValue)
    {
        var rows = which.ToList();
        var ids = rows.ConvertAll(r => r.Id);
        var touches = db.IncidentTouchRows.Where(t => ids.Contains(t.IncidentId) && t.Since <= until).OrderBy(t => t.Since).AsEnumerable().ToLookup(t => t.IncidentId);
        return
        [
            .. rows.Select(r => new Incident(
                r.Id, r.Programme, new(r.Phase, r.Owner), r.Code, r.Detail, Instant(r.OpenedAt), r.ClosedAt is { } closed ? Instant(closed) : null,
                [.. touches[r.Id].Select(t => ParticipantId.TryParse(t.Participant, out var id) ? id : (ParticipantId?)null).OfType<ParticipantId>()])),
        ];
    }

    private static DateTimeOffset Instant(long milliseconds) => HanoiTime.Local(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
