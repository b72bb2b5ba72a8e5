using Rollout.Core.Programmes;
using Rollout.Web.Reading;

namespace Rollout.Web.Components.Matrix;

/// <summary>What all rows of the table share; while it is the same object, only rows whose progress changed are drawn again.</summary>
/// <param name="View">The board when the table was opened: programme, phase, instant.</param>
/// <param name="Href">The page of a participant, by its code.</param>
public sealed record MatrixFrame(BoardView View, Func<string, string> Href)
{
    /// <summary>The programme.</summary>
    public Programme Programme => View.Programme;
}
