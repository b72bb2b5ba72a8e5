namespace Rollout.Storage.Tests.Support;

/// <summary>Tests that look at a stopwatch run by themselves, when all others are over.</summary>
[CollectionDefinition(nameof(ByTheClock), DisableParallelization = true)]
public sealed class ByTheClock;
