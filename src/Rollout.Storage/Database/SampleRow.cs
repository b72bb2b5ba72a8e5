namespace Rollout.Storage.Database;

/// <summary>A probe's result. Not part of the ledger: the newest 1,000 a target are kept, 14 days at most.</summary>
internal sealed class SampleRow
{
    public long Id { get; set; }
    public long TargetId { get; set; }
    public required string Probe { get; set; }
    public long At { get; set; }
    public string? FaultOwner { get; set; }
    public string? FaultCode { get; set; }
    public string? FaultDetail { get; set; }
    public double? NameMs { get; set; }
    public double? ConnectMs { get; set; }
    public double? TlsMs { get; set; }
    public double? FirstByteMs { get; set; }
    public double TotalMs { get; set; }
    public string? Address { get; set; }
    public long? CertificateEnds { get; set; }
}
