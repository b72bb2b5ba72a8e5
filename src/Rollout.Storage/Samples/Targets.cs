using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Verification;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Sqlite;

namespace Rollout.Storage.Samples;

/// <summary>The participants' addresses. Kept in memory, since every sweep asks for all of them; another process's change is seen on the next reading.</summary>
public sealed class Targets(SqliteDatabase database)
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
