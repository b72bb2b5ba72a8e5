using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>A step at which several participants with the same vendor's software are stuck: probably one fault, to be told once.</summary>
/// <param name="Vendor">The vendor as most of them write it.</param>
/// <param name="Step">The step.</param>
/// <param name="Participants">Who is failing or blocked there, in official order.</param>
public sealed record VendorTrouble(string Vendor, StepDefinition Step, ImmutableArray<Participant> Participants)
{
    /// <summary>From how many participants on it is the vendor's and not theirs.</summary>
    public const int Several = 2;

    /// <summary>All of a phase, the most participants first.</summary>
    /// <param name="board">The board.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="vendors">Who supplies whose software; the same name in other letters is the same vendor.</param>
    public static ImmutableArray<VendorTrouble> Of(Board board, string phase, IReadOnlyDictionary<ParticipantId, string> vendors) =>
    [
        .. (from row in board.Rows
            where vendors.ContainsKey(row.Participant.Id)
            let vendor = vendors[row.Participant.Id]
            from step in board.Programme.Steps
            where Stuck(row[phase, step.Key]) && row.Applies(phase, step)
            group (row.Participant, vendor) by (Vendor: PlainText.Of(vendor.Trim()), Step: step.Key) into together
            where together.Count() >= Several
            select new VendorTrouble(
                together.GroupBy(t => t.vendor, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key,
                board.Programme.FindStep(together.Key.Step)!, [.. together.Select(t => t.Participant)]))
            .OrderByDescending(t => t.Participants.Length).ThenBy(t => board.Programme.Steps.IndexOf(t.Step)).ThenBy(t => t.Vendor, StringComparer.Ordinal),
    ];

    private static bool Stuck(StepState cell) => cell.Status == StepStatus.Blocked || cell.Verification == VerificationState.Failing;
}
