using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A version that was kept and could not be taken at the start.</summary>
/// <param name="Version">The version.</param>
/// <param name="Mistakes">Why not.</param>
public sealed record PassedVersion(ProgrammeVersion Version, ImmutableArray<Mistake> Mistakes);
