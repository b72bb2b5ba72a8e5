using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Database;

namespace Rollout.Storage.Ledgers;

/// <summary>The ledger as people read it: the newest first, by filter, a page at a time.</summary>
public sealed class ActivityReader(RolloutDatabase database)
{
    private const int Chunk = 2000;

    /// <summary>The newest entries that are wanted.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only those with a lower seq; null from the head.</param>
    /// <param name="limit">How many at most.</param>
    public ImmutableArray<LedgerEntry> Page(ActivityFilter filter, long? before, int limit)
    {
        var (where, parameters) = Where(filter);
        using var connection = database.Connect();
        return [.. LedgerTable.Read(
            connection, $"seq IN (SELECT seq FROM {Way(filter)} WHERE {where} AND seq < @before ORDER BY seq DESC LIMIT @limit) ORDER BY seq DESC",
            [.. parameters, ("@before", before ?? long.MaxValue), ("@limit", limit)])];
    }

    /// <summary>All entries that are wanted, the newest first, read in pieces so that nobody waits long for a lock.</summary>
    public IEnumerable<LedgerEntry> All(ActivityFilter filter)
    {
        for (long? before = null; ;)
        {
            var some = Page(filter, before, Chunk);
            foreach (var entry in some) yield return entry;
            if (some.Length < Chunk) yield break;
            before = some[^1].Seq;
        }
    }

    /// <summary>How many wanted entries came after a seq, counted up to a limit.</summary>
    public int CountAfter(ActivityFilter filter, long after, int limit)
    {
        var (where, parameters) = Where(filter);
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM (SELECT seq FROM {database.Walked("ledger")} WHERE {where} AND seq > @after ORDER BY seq LIMIT @limit) AS newer";
        foreach (var (name, value) in parameters) command.Set(name, value);
        command.Set("@after", after);
        command.Set("@limit", limit);
        return (int)command.Whole()!.Value;
    }

    /// <summary>A participant's few entries are found by their own index; all else is walked from the head, where what is wanted mostly lies.</summary>
    private string Way(ActivityFilter filter) =>
        filter.Participant is null && filter.Only.IsEmpty ? database.Walked("ledger") : database.By("ledger", "ix_ledger_programme_participant");

    private (string Where, List<(string Name, object Value)> Parameters) Where(ActivityFilter filter)
    {
        var terms = new List<string> { "programme = @programme" };
        var parameters = new List<(string, object)> { ("@programme", filter.Programme) };
        void Want(string term, string name, object? value)
        {
            if (value is null) return;
            terms.Add(term);
            parameters.Add((name, value));
        }
        Want("participant = @participant", "@participant", filter.Participant?.ToString());
        if (!filter.Only.IsEmpty)
        {
            terms.Add($"participant IN ({string.Join(", ", filter.Only.Select((_, i) => $"@only{i}"))})");
            parameters.AddRange(filter.Only.Select((p, i) => ($"@only{i}", (object)p.ToString())));
        }
        Want("phase = @phase", "@phase", filter.Phase);
        Want("step = @step", "@step", filter.Step);
        Want("actor_name = @name", "@name", filter.ActorName);
        Want("actor_agency = @agency", "@agency", filter.Agency);
        Want("actor_office = @office", "@office", filter.Office);
        Want("kind = @kind", "@kind", filter.Kind);
        Want("at >= @from", "@from", filter.From?.ToUnixTimeMilliseconds());
        Want("at <= @to", "@to", filter.To?.ToUnixTimeMilliseconds());
        Want("recorded_at <= @known", "@known", filter.KnownOn?.ToUnixTimeMilliseconds());
        if (filter.Basis is { } basis)
        {
            // Some kinds say their basis by being what they are.
            Want($"({database.Holds("fields", "@basis")} OR kind = @basisKind)", "@basis", $"\"basis\":\"{Words.Of(basis)}\"");
            parameters.Add(("@basisKind", basis switch { Basis.Confirmation => "partialConfirmation", Basis.Probe => "verification", Basis.Baseline => "source", _ => "" }));
        }
        return (string.Join(" AND ", terms), parameters);
    }
}
