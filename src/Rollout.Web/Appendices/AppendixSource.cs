using System.Security.Cryptography;
using System.Text;
using Rollout.Core.Appendices;
using Rollout.Core.Wording;
using Rollout.Documents.Reading;
using Rollout.Storage.Contents;

namespace Rollout.Web.Appendices;

/// <summary>What somebody brought to be read: a file, or text that was pasted.</summary>
/// <param name="Name">Its name, made harmless.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of the bytes: what the ledger can say of it even where the file is not kept.</param>
/// <param name="Document">What was found in it; null when it was refused.</param>
/// <param name="Refusal">Why it was refused.</param>
public sealed record AppendixSource(string Name, byte[] Content, string Hash, PrintedDocument? Document, Message? Refusal)
{
    /// <summary>The name of pasted text.</summary>
    public const string Pasted = "appendix.txt";

    /// <summary>A file.</summary>
    public static AppendixSource OfFile(string? name, byte[] content)
    {
        var cleaned = FileNames.Clean(name, Kind(name));
        var (document, refusal) = AppendixFiles.Read(cleaned, content);
        return new(cleaned, content, Convert.ToHexStringLower(SHA256.HashData(content)), document, refusal);
    }

    /// <summary>Pasted text.</summary>
    public static AppendixSource OfText(string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return new(Pasted, content, Convert.ToHexStringLower(SHA256.HashData(content)), AppendixFiles.Read(Pasted, text), null);
    }

    /// <summary>A name keeps the ending it came with: what the file is, its content tells.</summary>
    private static FileKind Kind(string? name) => new("", [Path.GetExtension(name ?? "") is { Length: > 1 and <= 5 } ending && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : ".txt"]);
}
