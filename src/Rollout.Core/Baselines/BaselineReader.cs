using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Baselines;

/// <summary>Checks a published state against the programme and collects every mistake.</summary>
internal sealed class BaselineReader(Programme programme, ParticipantSet participants)
{
    private const int LongestHinted = 80;
    private readonly NameMatcher _names = new(participants);
    private readonly StepPlaces _steps = new(programme);
    private readonly Dictionary<string, HashSet<Participant>> _ofSteps = new(StringComparer.Ordinal);

    /// <summary>What was found so far.</summary>
    public ImmutableArray<RowMistake>.Builder Mistakes { get; } = ImmutableArray.CreateBuilder<RowMistake>();

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
                Wrong(row, "baseline.row", $"{row.Number}", string.Join(", ", programme.ListDefinitions.Select(l => l.Number)));
                continue;
            }
            if (told.Any(t => t.Definition == definition)) Wrong(row, "baseline.rowTwice", $"{row.Number}");
            var named = Named(row);
            if (row.Count != row.Provinces.OrEmpty().Length) Wrong(row, "baseline.count", $"{row.Number}", $"{row.Count}", $"{row.Provinces.OrEmpty().Length}");
            CheckCodes(row);
            told.Add((definition, named));
            foreach (var participant in named)
                foreach (var (system, statuses) in definition.Where)
                    if (statuses is [var status]) Place(where, participant, system, status, row);
            foreach (var participant in named)
                foreach (var (step, words) in definition.Steps)
                    if (_steps.Place(participant, step, words, row.Number) is { } other) Wrong(row, "baseline.twoRows", participant.Name, $"{other}", $"{row.Number}");
        }
        foreach (var number in programme.ListDefinitions.Select(l => l.Number).Except(rows.Select(r => r.Number))) Wrong(number, 0, "baseline.noRow", $"{number}");
        // A name that nobody bears, or a row that is not there, explains who is missing; a wrong count, or a name in two rows, does not.
        if (Mistakes.All(m => m.Message.Code is "baseline.count" or "baseline.twoRows" or "baseline.code" or "baseline.codes" or "baseline.doubled"))
        {
            CheckWhole(where);
            CheckRules(where, told);
        }
        return new(
            [.. where.OrderBy(w => participants.IndexOf(w.Key.Item1.Code)).ThenBy(w => SystemIndex(w.Key.System)).Select(w => (w.Key.Item1, w.Key.System, w.Value.Status))],
            null, [], [])
        { Steps = _steps.Least(participants) };
    }

    /// <summary>Checks a statement.</summary>
    /// <param name="statement">What it says.</param>
    /// <param name="source">Where its file stands in the programme; null when it is none of its own.</param>
    public PublishedState Statement(BaselineStatement statement, BaselineSource? source)
    {
        var completed = Named(Nameless(statement.Completed));
        var services = ImmutableArray.CreateBuilder<(Participant, ServiceState, DateTimeOffset)>();
        var spoken = new HashSet<Participant>();
        foreach (var service in Said(statement.Services, "$.services"))
        {
            if (Words.Find<ServiceState>(service.State) is not { } state)
            {
                Wrong(0, 0, "baseline.service", service.State, string.Join(", ", Words.All<ServiceState>()));
                continue;
            }
            var named = service.Others ? [.. participants.All.Except(spoken)] : Named(Nameless(service.Participants));
            spoken.UnionWith(named);
            services.AddRange(named.Select(p => (p, state, service.At)));
        }
        foreach (var phase in statement.CoversAll.OrEmpty())
            if (programme.FindPhase(phase) is null) Wrong(0, 0, "baseline.phase", phase, string.Join(", ", programme.Phases.Select(p => p.Key)));
        var figures = new FigureStatements(programme, source, (number, name) => Find(number, 0, name), (number, message) => Mistakes.Add(new(number, 0, message)));
        return new([], statement.CoversAll.OrEmpty(), services.ToImmutable(), completed)
        {
            Measured = [.. Said(statement.Figures, "$.figures").Index().SelectMany(f => figures.Read(f.Index + 1, f.Item))],
            Steps = [.. Said(statement.Steps, "$.steps").SelectMany(StepsOf)],
        };
    }

    /// <summary>What a statement says of a step: of those it names, or of all whom the step concerns and of whom the statement says nothing else.</summary>
    private IEnumerable<PublishedStep> StepsOf(BaselineStep said)
    {
        var step = programme.FindStep(said.Step);
        if (step is null) Wrong(0, 0, "baseline.step", said.Step, string.Join(", ", programme.Steps.Select(s => s.Key)));
        var status = Words.Find<StepStatus>(said.Status);
        if (status is null or StepStatus.Blocked)
            Wrong(0, 0, "baseline.status", said.Status, string.Join(", ", Words.All<StepStatus>().Where(w => w != Words.Of(StepStatus.Blocked))));
        if (!_ofSteps.TryGetValue(said.Step, out var spoken)) _ofSteps[said.Step] = spoken = [];
        var named = said.Others ? [.. participants.All.Where(p => step?.Applies?.Names(p.Code) != false).Except(spoken)] : Named(Nameless(said.Participants));
        foreach (var participant in named)
            if (!spoken.Add(participant)) Wrong(0, 0, "baseline.stepTwice", participant.Name, said.Step);
        return step is null || status is not { } to ? [] : named.Select(p => new PublishedStep(p, step.Key, to, said.Assumed));
    }

    /// <summary>The items of a list; a file may say null where one should be.</summary>
    private IEnumerable<T> Said<T>(ImmutableArray<T> items, string path) where T : class
    {
        foreach (var (index, item) in items.OrEmpty().Index())
            if (item is not null) yield return item;
            else Wrong(0, 0, "json.syntax", $"{path}[{index}]");
    }

    /// <summary>Names that stand in no numbered row.</summary>
    private static BaselineRow Nameless(ImmutableArray<string> names) => new(0, 0, names, []);

    private ImmutableArray<Participant> Named(BaselineRow row)
    {
        var found = ImmutableArray.CreateBuilder<Participant>();
        foreach (var (index, said) in row.Provinces.OrEmpty().Index())
        {
            var (name, line) = (said ?? "", row.LineOf(index));
            if (Find(row.Number, line, name) is not { } participant) continue;
            if (found.Contains(participant)) Wrong(row.Number, line, "baseline.doubled", $"{row.Number}", name);
            else found.Add(participant);
        }
        return found.ToImmutable();
    }

    /// <summary>Who bears a name; nobody is a mistake.</summary>
    private Participant? Find(int row, int line, string name)
    {
        if (_names.Find(name) is { } participant) return participant;
        if (name.Length <= LongestHinted && _names.Hint(name) is { } hint) Wrong(row, line, "baseline.unknownNear", $"{row}", name, hint);
        else Wrong(row, line, "baseline.unknown", $"{row}", name.Length > LongestHinted ? $"{name[..LongestHinted]}…" : name);
        return null;
    }

    private void CheckCodes(BaselineRow row)
    {
        var codes = row.Codes.OrEmpty();
        if (codes.IsEmpty) return;
        if (codes.Length != row.Provinces.OrEmpty().Length)
        {
            Wrong(row, "baseline.codes", $"{row.Number}", $"{codes.Length}", $"{row.Provinces.OrEmpty().Length}");
            return;
        }
        for (var i = 0; i < codes.Length; i++)
            if (_names.Find(row.Provinces[i] ?? "") is { } participant && participant.Code != codes[i])
                Wrong(row.Number, row.LineOf(i), "baseline.code", $"{row.Number}", row.Provinces[i], codes[i], participant.Code);
    }

    private void Place(
        Dictionary<(Participant, string System), (ConnectionStatus Status, int Row)> where, Participant participant, string system,
        ConnectionStatus status, BaselineRow row)
    {
        if (where.TryAdd((participant, system), (status, row.Number)) || where[(participant, system)].Status == status) return;
        Wrong(row, "baseline.twoRows", participant.Name, $"{where[(participant, system)].Row}", $"{row.Number}");
    }

    /// <summary>Every participant must stand somewhere with every system and step the lists rule on: published lists leave nobody out.</summary>
    private void CheckWhole(Dictionary<(Participant, string System), (ConnectionStatus Status, int Row)> where)
    {
        foreach (var system in programme.ListDefinitions.SelectMany(l => l.Where.Keys).Distinct(StringComparer.Ordinal))
            foreach (var participant in participants.All.Where(p => Concerns(system, p)))
                if (!where.ContainsKey((participant, system))) Wrong(0, 0, "baseline.nowhere", participant.Name, system);
        foreach (var step in _steps.Whole)
            foreach (var participant in participants.All.Where(p => programme.FindStep(step)!.Applies?.Names(p.Code) != false))
                if (!_steps.Knows(participant, step)) Wrong(0, 0, "baseline.nowhere", participant.Name, step);
    }

    /// <summary>A row's names must be those its rule gives: one that another row says to be completed stands in every row of the completed.</summary>
    private void CheckRules(
        Dictionary<(Participant, string System), (ConnectionStatus Status, int Row)> where, List<(StatusListDefinition Definition, ImmutableArray<Participant> Named)> rows)
    {
        // What a row asks of measures its names alone tell.
        foreach (var (definition, named) in rows.Where(r => r.Definition.Measures.IsEmpty))
            foreach (var participant in participants.All)
                if (!named.Contains(participant) && _steps.Holds(definition, participant) && definition.Where.All(rule => where.TryGetValue((participant, rule.Key), out var told) && rule.Value.Contains(told.Status)))
                    Wrong(definition.Number, 0, "baseline.missing", $"{definition.Number}", participant.Name);
    }

    /// <summary>Whether a system has anything to do with a participant, as far as the programme says.</summary>
    private bool Concerns(string system, Participant participant) =>
        programme.IsForAll || programme.Steps.Where(s => programme.PartOf(s).System == system).ToList() is not { Count: > 0 } steps
        || steps.Exists(s => s.Applies?.Names(participant.Code) != false);

    private int SystemIndex(string system) => programme.Systems.IndexOf(programme.FindSystem(system)!);

    private void Wrong(BaselineRow row, string code, params ReadOnlySpan<string> arguments) => Wrong(row.Number, row.Line, code, arguments);

    private void Wrong(int row, int line, string code, params ReadOnlySpan<string> arguments) => Mistakes.Add(new(row, line, Message.Of(code, arguments)));
}
