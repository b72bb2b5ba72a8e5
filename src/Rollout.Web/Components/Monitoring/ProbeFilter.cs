using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Core.Wording;
using Rollout.Web.Reading;

namespace Rollout.Web.Components.Monitoring;

/// <summary>Which probes are wanted; every word of it stands in the address.</summary>
/// <param name="Text">Part of a participant's name, with or without marks.</param>
/// <param name="State">A state.</param>
/// <param name="Owner">Whose the last fault is.</param>
/// <param name="System">Key of a connected system.</param>
/// <param name="Step">Number of a step.</param>
public sealed record ProbeFilter(string? Text, VerificationState? State, string? Owner, string? System, string? Step)
{
    private readonly string _plain = PlainText.Of(Text?.Trim() ?? "");

    /// <summary>Whether anything is left out.</summary>
    public bool IsEmpty => _plain.Length == 0 && State is null && Owner is null && System is null && Step is null;

    /// <summary>Reads the filter of an address; what it does not know is passed over.</summary>
    public static ProbeFilter Of(Programme programme, string? text, string? state, string? owner, string? system, string? step) => new(
        text, Words.Find<VerificationState>(state), Owners(programme).Contains(owner, StringComparer.Ordinal) ? owner : null, programme.FindSystem(system)?.Key, programme.FindStep(step)?.Key);

    /// <summary>Whose a fault can be, in the order in which it is offered.</summary>
    public static IEnumerable<string> Owners(Programme programme) =>
        programme.Organisations.Select(o => o.Key).Prepend(FaultOwner.Self).Prepend(FaultOwner.ParticipantGateway).Prepend(FaultOwner.ParticipantSystem);

    /// <summary>Whether a line is wanted.</summary>
    public bool Shows(ProbeLine line) => ShowsButState(line) && (State is null || line.State == State);

    /// <summary>Whether a line is wanted, whatever its state: what the counts beside the states are made of.</summary>
    public bool ShowsButState(ProbeLine line) =>
        (Owner is null || line.Fault?.Owner == Owner) && (System is null || line.Probe.SystemKey == System) && (Step is null || line.Steps.Contains(Step))
        && (_plain.Length == 0 || Named(line.Participant));

    private bool Named(Participant participant) =>
        PlainText.Of(participant.Name).Contains(_plain, StringComparison.Ordinal) || participant.Code == _plain
        || participant.Aliases.Any(a => PlainText.Of(a).Contains(_plain, StringComparison.Ordinal));
}
