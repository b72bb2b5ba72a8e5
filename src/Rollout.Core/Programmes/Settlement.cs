using System.Collections.Immutable;

namespace Rollout.Core.Programmes;

/// <summary>How a step becomes done (rule 2 of product.md): by confirmations, by probes, or by probes with an agency to fall back on.</summary>
/// <param name="Confirmers">Agencies that confirm.</param>
/// <param name="All">True when all of them must confirm, false when any one settles it.</param>
/// <param name="Probes">Probes that look at the step; all must pass.</param>
/// <param name="ProbeRole">Whether their passing settles the step or is evidence for the confirmers.</param>
/// <param name="Fallback">The agency that confirms when nothing can be probed, or null.</param>
public sealed record Settlement(
    ImmutableArray<string> Confirmers, bool All, ImmutableArray<string> Probes, ProbeRole ProbeRole, string? Fallback)
{
    /// <summary>Every agency that may ever confirm: the confirmers and the one to fall back on.</summary>
    public ImmutableArray<string> MayConfirm => Fallback is null ? Confirmers : Confirmers.Add(Fallback);
}
