namespace Rollout.Core.Publications;

/// <summary>A file of an issued publication, by its hash.</summary>
/// <param name="Format">Its format (<c>docx</c>, <c>json</c>), or <see cref="Signed"/> for the signed letter.</param>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="Name">The name it is sent under.</param>
public sealed record PublishedFile(string Format, string Hash, string Name)
{
    /// <summary>The word for the signed letter.</summary>
    public const string Signed = "signed";
}
