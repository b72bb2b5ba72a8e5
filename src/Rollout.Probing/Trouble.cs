namespace Rollout.Probing;

/// <summary>What went wrong, before anybody asks whose fault it is.</summary>
/// <param name="Code">One of <see cref="FaultCodes"/>.</param>
/// <param name="Detail">What was seen.</param>
internal sealed record Trouble(string Code, string Detail);
