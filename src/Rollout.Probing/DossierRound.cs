namespace Rollout.Probing;

/// <summary>What one round trip came to.</summary>
/// <param name="Findings">One for each probe that asked.</param>
/// <param name="Left">Why the dossier could not be removed; null when it was.</param>
internal sealed record DossierRound(IReadOnlyList<ProbeFinding> Findings, string? Left);
