namespace Rollout.Storage.Database;

/// <summary>The samples of an hour in short, kept for five years.</summary>
internal sealed class SampleHourRow
{
    public long TargetId { get; set; }
    public required string Probe { get; set; }
    public long Hour { get; set; }
    public int Passes { get; set; }
    public int Failures { get; set; }
    public int Unseen { get; set; }
    public double P50 { get; set; }
    public double P95 { get; set; }
    public double Slowest { get; set; }
}
