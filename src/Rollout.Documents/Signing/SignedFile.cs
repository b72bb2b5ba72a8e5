namespace Rollout.Documents.Signing;

/// <summary>Tells whether a file is one of ours with nothing but signatures appended, format by format.</summary>
public static class SignedFile
{
    /// <summary>Whether signatures were appended to a file of ours, and nothing else was done to it.</summary>
    /// <param name="format">The format of ours; one that nobody signs inside is never signed.</param>
    /// <param name="ours">Our bytes; the stream seeks.</param>
    /// <param name="theirs">The other's; the stream seeks.</param>
    public static bool IsOursSigned(string format, Stream ours, Stream theirs) => format switch
    {
        "pdf" => SignedPdf.IsOursSigned(ours, theirs),
        "docx" or "xlsx" => SignedPackage.IsOursSigned(ours, theirs),
        _ => false,
    };
}
