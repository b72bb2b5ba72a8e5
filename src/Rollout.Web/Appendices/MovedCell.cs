using Rollout.Core.Appendices;
using Rollout.Core.Steps;

namespace Rollout.Web.Appendices;

/// <summary>A cell with which an import does another thing than when it was compared, since somebody wrote in between.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Was">What it was going to do.</param>
/// <param name="Now">What it would do now.</param>
public sealed record MovedCell(StepKey Key, PlannedFate Was, PlannedFate Now);
