using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Reports;

/// <summary>
/// Those of a letter, by who must act. A step that waits on an agency is that agency's: the participant is named among those who have not
/// completed only for steps that wait on itself.
/// </summary>
/// <param name="Owed">Steps that wait on their participant, in official order.</param>
/// <param name="Awaited">Steps that wait on agencies, a line for each, agencies in the programme's order.</param>
/// <param name="Completed">By system, those who have completed it.</param>
/// <param name="Unknown">Those of whom nothing is known with some of the systems.</param>
public sealed record ReminderGroups(
    ImmutableArray<OpenStep> Owed, ImmutableArray<(Organisation Agency, OpenStep Open)> Awaited,
    ImmutableArray<(ConnectedSystem System, ImmutableArray<Participant> Participants)> Completed, ImmutableArray<Participant> Unknown)
{
    /// <summary>Divides those of a letter.</summary>
    public static ReminderGroups Of(ReminderWish wish)
    {
        var programme = wish.Board.Programme;
        var open = new List<OpenStep>();
        var unknown = new List<Participant>();
        var completed = wish.Systems.ToDictionary(s => s.Key, _ => ImmutableArray.CreateBuilder<Participant>(), StringComparer.Ordinal);
        foreach (var row in wish.Rows)
            foreach (var system in wish.Systems)
                switch (Connection.Of(programme, row, system.Key, wish.Phase.Key, wish.AsOf))
                {
                    case ConnectionStatus.Completed:
                        completed[system.Key].Add(row.Participant);
                        break;
                    case null when !Connection.Concerns(programme, row, system.Key, wish.Phase.Key):
                        break;
                    case null:
                        if (!unknown.Contains(row.Participant)) unknown.Add(row.Participant);
                        break;
                    default:
                        open.AddRange(
                            from step in programme.Steps
                            where programme.PartOf(step).System == system.Key && row.Applies(wish.Phase.Key, step)
                            let cell = row[wish.Phase.Key, step.Key]
                            let waits = Attention.WaitsOn(step, cell)
                            where !waits.IsEmpty
                            select new OpenStep(row.Participant, system, step, cell, waits));
                        break;
                }
        return new(
            [.. open.Where(o => o.IsOwed)], [.. programme.Organisations.SelectMany(a => open.Where(o => o.WaitsOn.Contains(a.Key)).Select(o => (a, o)))],
            [.. wish.Systems.Select(s => (s, completed[s.Key].ToImmutable()))], [.. unknown]);
    }

    /// <summary>Those who must act themselves, each once.</summary>
    public ImmutableArray<Participant> Owing => [.. Owed.Select(o => o.Participant).Distinct()];

    /// <summary>The agencies on which something waits.</summary>
    public ImmutableArray<Organisation> Agencies => [.. Awaited.Select(a => a.Agency).Distinct()];
}
