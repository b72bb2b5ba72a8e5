namespace Rollout.Browser.Tests;

/// <summary>All journeys share one demo.</summary>
[CollectionDefinition(nameof(DemoCollection))]
public sealed class DemoCollection : ICollectionFixture<Demo>;
