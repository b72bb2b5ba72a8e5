namespace Rollout.Storage.Database;

/// <summary>Who supplies a participant's software.</summary>
internal sealed class VendorRow
{
    public required string Programme { get; set; }
    public required string Participant { get; set; }
    public required string Vendor { get; set; }
    public required string By { get; set; }
    public long At { get; set; }
}
