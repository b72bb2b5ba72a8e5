namespace Rollout.Simulator;

/// <summary>
/// A role ("*": every role) goes wrong from one instant until just before another. <paramref name="Status"/> belongs to
/// <see cref="FaultKind.HttpError"/>, <paramref name="Milliseconds"/> to <see cref="FaultKind.Slow"/>, <paramref name="Soap"/> (a fault in a 200 rather than a REST error) to the faults of a Security Server.
/// </summary>
public sealed record FaultWindow(
    string Role, FaultKind Kind, DateTimeOffset From, DateTimeOffset Until, string? Message = null, int? Status = null, int? Milliseconds = null,
    bool Soap = false)
{
    public bool Covers(string role, DateTimeOffset at) => (IsWhole || Role == role) && From <= at && at < Until;

    /// <summary>The whole address is concerned, not one service behind it.</summary>
    public bool IsWhole => Role == ScenarioFile.Everyone;
}
