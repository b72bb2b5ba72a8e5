namespace Rollout.Simulator;

/// <summary>
/// A role ("*": every role) goes wrong from one instant until just before another. <paramref name="Status"/> belongs to
/// <see cref="FaultKind.HttpError"/>, <paramref name="Milliseconds"/> to <see cref="FaultKind.Slow"/>.
/// </summary>
public sealed record FaultWindow(
    string Role, FaultKind Kind, DateTimeOffset From, DateTimeOffset Until, string? Message = null, int? Status = null, int? Milliseconds = null)
{
    public bool Covers(string role, DateTimeOffset at) => (IsWhole || Role == role) && From <= at && at < Until;

    /// <summary>The whole address is concerned, not one service behind it.</summary>
    public bool IsWhole => Role == ScenarioFile.Everyone;
}
