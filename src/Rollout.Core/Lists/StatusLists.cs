using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Lists;

/// <summary>The status lists of a phase at an instant: Appendix I, derived.</summary>
/// <param name="Board">The board they were read from.</param>
/// <param name="Phase">The phase.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="Lists">The rows.</param>
/// <param name="Unlisted">
/// Those whose state with some system no row tells: Appendix I leaves a hole for one that finished the second system before the first.
/// </param>
/// <param name="Unknown">Those of whom nothing is known yet with some system; they stand in no row of it.</param>
public sealed record StatusLists(
    Board Board, Phase Phase, DateTimeOffset AsOf, ImmutableArray<StatusList> Lists, ImmutableArray<Participant> Unlisted,
    ImmutableArray<Participant> Unknown)
{
    /// <summary>Whether every participant's state is known.</summary>
    public bool Known => Unknown.IsEmpty;

    /// <summary>Reads the lists off a board.</summary>
    /// <param name="board">The board as of the instant.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="asOf">The instant.</param>
    public static StatusLists Of(Board board, string phase, DateTimeOffset asOf)
    {
        var programme = board.Programme;
        var names = programme.ListDefinitions.Select(_ => ImmutableArray.CreateBuilder<Participant>()).ToArray();
        var unlisted = ImmutableArray.CreateBuilder<Participant>();
        var unknown = ImmutableArray.CreateBuilder<Participant>();
        var ruled = programme.Systems.Where(s => programme.ListDefinitions.Any(l => l.Where.ContainsKey(s.Key))).Select(s => s.Key).ToArray();
        foreach (var row in board.Rows)
        {
            var status = ruled.ToDictionary(s => s, s => Connection.Of(programme, row, s, phase, asOf));
            var told = new HashSet<string>();
            for (var i = 0; i < names.Length; i++)
            {
                if (!Holds(programme.ListDefinitions[i], status)) continue;
                names[i].Add(row.Participant);
                told.UnionWith(programme.ListDefinitions[i].Where.Keys);
            }
            if (status.Values.Any(s => s is null)) unknown.Add(row.Participant);
            else if (told.Count < ruled.Length) unlisted.Add(row.Participant);
        }
        return new(
            board, programme.FindPhase(phase)!, asOf, [.. programme.ListDefinitions.Select((l, i) => new StatusList(l, names[i].ToImmutable()))],
            unlisted.ToImmutable(), unknown.ToImmutable());
    }

    private static bool Holds(StatusListDefinition definition, Dictionary<string, ConnectionStatus?> status)
    {
        foreach (var (system, wanted) in definition.Where)
            if (status[system] is not { } actual || !wanted.Contains(actual)) return false;
        return true;
    }
}
