using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;

namespace Rollout.Web.Components.Pages;

/// <summary>A participant in the list of participants.</summary>
/// <param name="Place">Its place in official order.</param>
/// <param name="Participant">Who.</param>
/// <param name="Systems">Where it stands with each system.</param>
/// <param name="Service">Its service.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Steps">Steps that concern it.</param>
/// <param name="Failing">Steps whose probes fail.</param>
/// <param name="Passing">Steps whose probes pass.</param>
public sealed record ParticipantLine(
    int Place, Participant Participant, ImmutableArray<ParticipantLine.Connected> Systems, ServiceFact? Service, int Done, int Steps, int Failing, int Passing)
{
    /// <summary>Where it stands with a system.</summary>
    /// <param name="Standing">The standing.</param>
    /// <param name="Rank">By which it is sorted: what is further ranks higher.</param>
    public sealed record Connected(Standing Standing, int Rank);

    /// <summary>By which services are sorted.</summary>
    public int ServiceRank => Service is null ? -1 : (int)Service.State;

    /// <summary>By which verification is sorted: what fails first, then what passes least.</summary>
    public int SeenRank => (Failing * -1000) + Passing;

    /// <summary>Its region.</summary>
    public string Region => Participant.Region;

    /// <summary>Whether another line says the same.</summary>
    public bool Same(ParticipantLine other) =>
        Participant == other.Participant && Service == other.Service && (Done, Steps, Failing, Passing) == (other.Done, other.Steps, other.Failing, other.Passing) && Systems.SequenceEqual(other.Systems);

    /// <summary>The lines of a view, in official order.</summary>
    public static ImmutableArray<ParticipantLine> Of(BoardView view) => [.. view.Board.Rows.Select((row, place) =>
    {
        var cells = view.Programme.Steps.Where(s => row.Applies(view.Phase.Key, s)).Select(s => row[view.Phase.Key, s.Key]).ToArray();
        return new ParticipantLine(
            place, row.Participant, [.. view.Programme.Systems.Select(s => Rank(Standing.Of(view, row, s.Key)))], row.Service,
            cells.Count(c => c.Status == StepStatus.Done), cells.Length, cells.Count(c => c.Verification == VerificationState.Failing),
            cells.Count(c => c.Verification == VerificationState.Passing));
    })];

    private static Connected Rank(Standing standing) => new(standing, standing.Status switch
    {
        ConnectionStatus.Completed => 3,
        ConnectionStatus.InProgress => standing.Assumed ? 1 : 2,
        ConnectionStatus.NotStarted => 0,
        _ => -1,
    });
}
