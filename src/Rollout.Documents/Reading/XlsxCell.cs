namespace Rollout.Documents.Reading;

/// <summary>A cell of a sheet.</summary>
/// <param name="Text">What is read in it.</param>
internal sealed record XlsxCell(string Text)
{
    /// <summary>A cell in which nothing stands.</summary>
    public static readonly XlsxCell Empty = new("");

    /// <summary>The number as the file keeps it; empty where the cell holds none.</summary>
    public string Kept { get; init; } = "";

    /// <summary>Which of the workbook's styles it has.</summary>
    public int Style { get; init; }
}
