using Rollout.Core.Boards;

namespace Rollout.Web.Components.Matrix;

/// <summary>A cell of the table as the address names it: <c>92:1.4</c>.</summary>
/// <param name="Code">The participant's code.</param>
/// <param name="Step">The step's number.</param>
public sealed record CellAddress(string Code, string Step)
{
    /// <summary>The cell that a word names, or null when the board has none such.</summary>
    public static CellAddress? Read(Board board, string? word) =>
        word?.Split(':') is [var code, var step] && board.Find(code) is not null && board.Programme.FindStep(step) is not null ? new(code, step) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Code}:{Step}";
}
