using System.Collections.Immutable;

namespace Rollout.Storage.Contents;

/// <summary>A kind of file that is accepted.</summary>
/// <param name="MediaType">What a browser is told it is.</param>
/// <param name="Endings">How its names may end; the first is given to names that end otherwise.</param>
public sealed record FileKind(string MediaType, ImmutableArray<string> Endings)
{
    /// <summary>Portable document.</summary>
    public static FileKind Pdf { get; } = new("application/pdf", [".pdf"]);

    /// <summary>Picture without loss.</summary>
    public static FileKind Png { get; } = new("image/png", [".png"]);

    /// <summary>Photograph.</summary>
    public static FileKind Jpg { get; } = new("image/jpeg", [".jpg", ".jpeg"]);

    /// <summary>Text document.</summary>
    public static FileKind Docx { get; } = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);

    /// <summary>Workbook.</summary>
    public static FileKind Xlsx { get; } = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);

    /// <summary>All kinds that are accepted, in the order in which they are named.</summary>
    public static ImmutableArray<FileKind> All { get; } = [Pdf, Docx, Xlsx, Png, Jpg];

    /// <summary>The accepted kinds in one line, for people.</summary>
    public static string Accepted { get; } = string.Join(", ", All.Select(k => k.Endings[0][1..]));

    /// <summary>The accepted kinds as a file input names them.</summary>
    public static string AcceptList { get; } = string.Join(',', All.SelectMany(k => k.Endings));

    /// <summary>The kind with a media type, or null.</summary>
    public static FileKind? Find(string mediaType) => All.FirstOrDefault(k => k.MediaType == mediaType);
}
