using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Reports;

/// <summary>The words of statuses as pages show them, lent to documents so that both speak alike.</summary>
/// <param name="Status">Of a cell, and whether anything is known of it.</param>
/// <param name="Basis">Of what a status rests on.</param>
/// <param name="Connection">Of where a participant stands, and whether that is assumed; null is unknown.</param>
/// <param name="Attention">Of why something wants an eye.</param>
/// <param name="Owner">Of whom something waits on: <c>participant</c> or an agency key.</param>
public sealed record ReportWords(
    Func<StepState, bool, string> Status, Func<Basis, string> Basis, Func<ConnectionStatus?, bool, string> Connection, Func<AttentionKind, string> Attention,
    Func<string, string> Owner);
