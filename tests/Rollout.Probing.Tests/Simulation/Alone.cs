namespace Rollout.Probing.Tests.Simulation;

/// <summary>Tests that measure the whole process: nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
