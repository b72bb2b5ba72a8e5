namespace Rollout.Core.Programmes;

/// <summary>Which list of services an X-Road check asks for.</summary>
public enum ServiceListing
{
    /// <summary>All that the provider has, as X-Road's own connection test asks.</summary>
    ListMethods,

    /// <summary>Only those that our client may use: a right that is missing shows as a service that is missing.</summary>
    AllowedMethods,
}
