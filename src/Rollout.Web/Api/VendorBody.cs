namespace Rollout.Web.Api;

/// <summary>Who supplies a participant's software, as the API takes and gives it.</summary>
/// <param name="Vendor">The vendor's name; null for nobody known.</param>
public sealed record VendorBody(string? Vendor);
