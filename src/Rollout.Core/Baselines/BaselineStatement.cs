using System.Collections.Immutable;

namespace Rollout.Core.Baselines;

/// <summary>A published statement as the file has it.</summary>
internal sealed record BaselineStatement(
    ImmutableArray<string> Completed, ImmutableArray<string> CoversAll, ImmutableArray<BaselineService> Services, ImmutableArray<BaselineStep> Steps, ImmutableArray<BaselineFigure> Figures);
