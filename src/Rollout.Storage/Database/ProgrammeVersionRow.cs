namespace Rollout.Storage.Database;

/// <summary>A row of <c>programme_versions</c>: a programme file that an administrator had kept.</summary>
internal sealed class ProgrammeVersionRow
{
    public required string Programme { get; set; }

    /// <summary>From 1 within the programme.</summary>
    public int Number { get; set; }

    public required string Sha256 { get; set; }
    public required string Text { get; set; }
    public required string By { get; set; }
    public long At { get; set; }
    public required string Reason { get; set; }
}
