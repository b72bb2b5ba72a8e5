using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Baselines;

/// <summary>Checks a published state against the programme and collects every mistake.</summary>
internal sealed class BaselineReader(Programme programme, ParticipantSet participants, string file)
{
    private readonly NameMatcher _names = new(participants);

    public ImmutableArray<Mistake>.Builder Mistakes { get; } = ImmutableArray.CreateBuilder<Mistake>();

    public PublishedState Lists(ImmutableArray<BaselineRow> all)
    {
        var rows = Said(all, "$").ToList();
        var where = new Dictionary<(Participant, string System), (ConnectionStatus Status, int Row)>();
        var told = new List<(StatusListDefinition Definition, ImmutableArray<Participant> Named)>();
        foreach (var row in rows)
        {
            var definition = programme.ListDefinitions.FirstOrDefault(l => l.Number == row.Number);
            if (definition is null)
            {
                Wrong("baseline.row", $"{row.Number}", string.Join(", ", programme.ListDefinitions.Select(l => l.Number)));
                continue;
            }
            var named = Named(row.Provinces, row.Number);
            if (row.Count != row.Provinces.OrEmpty().Length) Wrong("baseline.count", $"{row.Number}", $"{row.Count}", $"{row.Provinces.OrEmpty().Length}");
            CheckCodes(row);
            told.Add((definition, named));
            foreach (var participant in named)
                foreach (var (system, statuses) in definition.Where)
                    if (statuses is [var status]) Place(where, participant, system, status, row.Number);
        }
        foreach (var number in programme.ListDefinitions.Select(l => l.Number).Except(rows.Select(r => r.Number))) Wrong("baseline.noRow", $"{number}");
        if (Mistakes.Count == 0) CheckWhole(where);
        if (Mistakes.Count == 0) CheckRules(where, told);
        return new(
            [.. where.OrderBy(w => participants.IndexOf(w.Key.Item1.Code)).ThenBy(w => SystemIndex(w.Key.System)).Select(w => (w.Key.Item1, w.Key.System, w.Value.Status))],
            null, [], []);
    }

    public PublishedState Statement(BaselineStatement statement)
    {
        var completed = Named(statement.Completed, 0);
        var services = ImmutableArray.CreateBuilder<(Participant, ServiceState, DateTimeOffset)>();
        var spoken = new HashSet<Participant>();
        foreach (var service in Said(statement.Services, "$.services"))
        {
            if (Words.Find<ServiceState>(service.State) is not { } state)
            {
                Wrong("baseline.service", service.State, string.Join(", ", Words.All<ServiceState>()));
                continue;
            }
            var named = service.Others ? [.. participants.All.Except(spoken)] : Named(service.Participants, 0);
            spoken.UnionWith(named);
            services.AddRange(named.Select(p => (p, state, service.At)));
        }
        foreach (var phase in statement.CoversAll.OrEmpty())
            if (programme.FindPhase(phase) is null) Wrong("baseline.phase", phase, string.Join(", ", programme.Phases.Select(p => p.Key)));
        return new([], statement.CoversAll.OrEmpty(), services.ToImmutable(), completed);
    }

    /// <summary>The items of a list; a file may say null where one should be.</summary>
    private IEnumerable<T> Said<T>(ImmutableArray<T> items, string path) where T : class
    {
        foreach (var (index, item) in items.OrEmpty().Index())
            if (item is not null) yield return item;
            else Wrong("json.syntax", $"{path}[{index}]");
    }

    private ImmutableArray<Participant> Named(ImmutableArray<string> names, int row)
    {
        var found = ImmutableArray.CreateBuilder<Participant>();
        foreach (var said in names.OrEmpty())
        {
            var name = said ?? "";
            if (_names.Find(name) is not { } participant)
            {
                if (_names.Hint(name) is { } hint) Wrong("baseline.unknownNear", $"{row}", name, hint);
                else Wrong("baseline.unknown", $"{row}", name);
            }
            else if (found.Contains(participant)) Wrong("baseline.doubled", $"{row}", name);
            else found.Add(participant);
        }
        return found.ToImmutable();
    }

    private void CheckCodes(BaselineRow row)
    {
        var codes = row.Codes.OrEmpty();
        if (codes.IsEmpty) return;
        if (codes.Length != row.Provinces.OrEmpty().Length)
        {
            Wrong("baseline.codes", $"{row.Number}", $"{codes.Length}", $"{row.Provinces.OrEmpty().Length}");
            return;
        }
        for (var i = 0; i < codes.Length; i++)
            if (_names.Find(row.Provinces[i] ?? "") is { } participant && participant.Code != codes[i])
                Wrong("baseline.code", $"{row.Number}", row.Provinces[i], codes[i], participant.Code);
    }

    private void Place(
        Dictionary<(Participant, string System), (ConnectionStatus Status, int Row)> where, Participant participant, string system,
        ConnectionStatus status, int row)
    {
        if (where.TryAdd((participant, system), (status, row)) || where[(participant, system)].Status == status) return;
        Wrong("baseline.twoRows", participant.Name, $"{where[(participant, system)].Row}", $"{row}");
    }

    /// <summary>Every participant must stand somewhere with every system the lists rule on: published lists leave nobody out.</summary>
    private void CheckWhole(Dictionary<(Participant, string System), (ConnectionStatus Status, int Row)> where)
    {
        foreach (var system in programme.ListDefinitions.SelectMany(l => l.Where.Keys).Distinct(StringComparer.Ordinal))
            foreach (var participant in participants.All)
                if (!where.ContainsKey((participant, system))) Wrong("baseline.nowhere", participant.Name, system);
    }

    /// <summary>A row's names must be those its rule gives: one that another row says to be completed stands in every row of the completed.</summary>
    private void CheckRules(
        Dictionary<(Participant, string System), (ConnectionStatus Status, int Row)> where, List<(StatusListDefinition Definition, ImmutableArray<Participant> Named)> told)
    {
        foreach (var (definition, named) in told)
            foreach (var participant in participants.All)
                if (!named.Contains(participant) && definition.Where.All(rule => rule.Value.Contains(where[(participant, rule.Key)].Status)))
                    Wrong("baseline.missing", $"{definition.Number}", participant.Name);
    }

    private int SystemIndex(string system) => programme.Systems.IndexOf(programme.FindSystem(system)!);

    private void Wrong(string code, params ReadOnlySpan<string> arguments) => Mistakes.Add(new(file, 0, 0, Message.Of(code, arguments)));
}
