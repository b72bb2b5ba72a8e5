using System.Security.Cryptography;
using Rollout.Core.Measures;
using Rollout.Core.Wording;
using Rollout.Documents.Reading;
using Rollout.Storage.Contents;

namespace Rollout.Web.Measuring;

/// <summary>A table of figures that somebody brought.</summary>
/// <param name="Name">Its name, made harmless.</param>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of its bytes: by it the entries say where they come from.</param>
/// <param name="Lines">The lines of its table; null when it was refused.</param>
/// <param name="Refusal">Why it was refused.</param>
public sealed record FigureSource(string Name, string Hash, IReadOnlyList<TypedLine>? Lines, Message? Refusal)
{
    private static readonly FileKind Csv = new("text/csv", [".csv"]);

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name; null where none was given.</param>
    /// <param name="content">Its bytes.</param>
    public static FigureSource Of(string? name, byte[] content)
    {
        var (lines, refusal) = FigureFiles.Read(content);
        return new(FileNames.Clean(name ?? "figures", content.AsSpan().StartsWith("PK"u8) ? FileKind.Xlsx : Csv), Convert.ToHexStringLower(SHA256.HashData(content)), lines, refusal);
    }
}
