using System.Security.Cryptography;
using System.Text;

namespace Rollout.Core.Programmes;

/// <summary>The text that a programme was read from: a file beside the program, or a version that an administrator had kept.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Text">What it says.</param>
/// <param name="Version">The version it was kept as; null when it is the file itself.</param>
public sealed record ProgrammeOrigin(string File, string Text, ProgrammeVersion? Version = null)
{
    /// <summary>The text's SHA-256, as hex digits; reckoned when somebody asks, which is no matter of a start.</summary>
    public string Sha256 => HashOf(Text);

    /// <summary>The SHA-256 of a programme's text.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
