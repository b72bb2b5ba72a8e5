using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Rollout.Core.Participants;
using Rollout.Core.Verification;
using Rollout.Storage.Database;

namespace Rollout.Storage.Samples;

/// <summary>The participants' addresses. Kept in memory, since every sweep asks for all of them; another process's change is seen by <see cref="Refresh"/>.</summary>
public sealed class Targets(RolloutDatabase database)
{
    private readonly Lock _gate = new();
    private ImmutableArray<ProbeTarget>? _all;
    private FrozenDictionary<(string, ParticipantId, string, string), ProbeTarget>? _byPlace;

    /// <summary>All targets.</summary>
    public ImmutableArray<ProbeTarget> All
    {
        get
        {
            lock (_gate) return _all ??= Read();
        }
    }

    /// <summary>The target of a participant's role in a phase, or null.</summary>
    public ProbeTarget? Find(string programme, ParticipantId participant, string phase, string role)
    {
        // Both under one lock: a list read before a change must not become the index after it.
        lock (_gate) return (_byPlace ??= All.ToFrozenDictionary(t => (t.Programme, t.Participant, t.Phase, t.Role))).GetValueOrDefault((programme, participant, phase, role));
    }

    /// <summary>Adds targets, or gives those of the same participant, phase and role another address.</summary>
    public void Put(IReadOnlyCollection<(string Programme, ParticipantId Participant, string Phase, string Role, Uri Url)> targets)
    {
        if (targets.Count == 0) return;
        using var db = database.Open();
        var known = db.TargetRows.ToDictionary(t => (t.Programme, t.Participant, t.Phase, t.Role));
        foreach (var (programme, participant, phase, role, url) in targets)
        {
            if (known.TryGetValue((programme, $"{participant}", phase, role), out var row)) row.Url = $"{url}";
            else db.TargetRows.Add(new() { Programme = programme, Participant = $"{participant}", Phase = phase, Role = role, Url = $"{url}" });
        }
        db.SaveChanges();
        lock (_gate) (_all, _byPlace) = (null, null);
    }

    /// <summary>The targets of a participant, in the order of their writing.</summary>
    public ImmutableArray<ProbeTarget> Of(string programme, ParticipantId participant) => [.. All.Where(t => t.Programme == programme && t.Participant == participant)];

    /// <summary>Looks whether another process has changed anything. One small read: every sweep begins with it.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            var now = Read();
            if (_all is { } before && before.AsSpan().SequenceEqual(now.AsSpan())) return;
            (_all, _byPlace) = (now, null);
        }
    }

    /// <summary>
    /// Gives a participant exactly these targets. One that stays as it was keeps its number and all that was seen there; another address has
    /// proved nothing and begins anew; one that is left out goes with its samples.
    /// </summary>
    public void Replace(string programme, ParticipantId participant, IReadOnlyCollection<(string Phase, string Role, Uri Url)> list)
    {
        using var db = database.Open();
        using var transaction = database.Write(db);
        var known = db.TargetRows.Where(t => t.Programme == programme && t.Participant == $"{participant}").ToList();
        var gone = known.Where(row => !list.Any(t => Same(row, t))).ToList();
        var numbers = gone.ConvertAll(row => row.Id);
        db.SampleRows.Where(s => numbers.Contains(s.TargetId)).ExecuteDelete();
        db.FirstPassRows.Where(p => numbers.Contains(p.TargetId)).ExecuteDelete();
        db.SampleHourRows.Where(h => numbers.Contains(h.TargetId)).ExecuteDelete();
        db.AnswerRows.Where(a => numbers.Contains(a.TargetId)).ExecuteDelete();
        db.TargetRows.RemoveRange(gone);
        // The places must be free before they are taken again.
        db.SaveChanges();
        foreach (var (phase, role, url) in list.Where(t => !known.Exists(row => Same(row, t))))
            db.TargetRows.Add(new() { Programme = programme, Participant = $"{participant}", Phase = phase, Role = role, Url = $"{url}" });
        db.SaveChanges();
        transaction.Commit();
        lock (_gate) (_all, _byPlace) = (null, null);
    }

    private static bool Same(TargetRow row, (string Phase, string Role, Uri Url) target) =>
        row.Phase == target.Phase && row.Role == target.Role && row.Url == $"{target.Url}";

    private ImmutableArray<ProbeTarget> Read()
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, programme, participant, phase, role, url FROM targets ORDER BY id";
        using var reader = command.ExecuteReader();
        var all = ImmutableArray.CreateBuilder<ProbeTarget>();
        while (reader.Read())
            if (ParticipantId.TryParse(reader.GetString(2), out var participant))
                all.Add(new(reader.GetInt64(0), reader.GetString(1), participant, reader.GetString(3), reader.GetString(4), new(reader.GetString(5))));
        return all.ToImmutable();
    }
}
