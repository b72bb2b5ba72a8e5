namespace Rollout.Web.Api;

/// <summary>A cell of the board as the API answers it.</summary>
/// <param name="Step">Number of the step.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status">Its status; null while nothing is known, and where it does not apply.</param>
/// <param name="Basis">What the status rests on.</param>
/// <param name="Verification">What the probes see; null without a probe.</param>
/// <param name="Since">Since when the status holds.</param>
/// <param name="Assumed">Whether the source named no step.</param>
/// <param name="BlockedOn">Whom it waits on while blocked.</param>
/// <param name="Version">What an author must have seen to change it.</param>
/// <param name="Applies">Whether it concerns the participant; what does not has no status, which is not unknown.</param>
public sealed record CellAnswer(
    string Step, string Title, string? Status, string? Basis, string? Verification, DateTimeOffset? Since, bool Assumed, string? BlockedOn, int Version, bool Applies = true);
