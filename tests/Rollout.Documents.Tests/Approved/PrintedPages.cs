using System.Diagnostics;
using Rollout.Core.Tests.Support;

namespace Rollout.Documents.Tests.Approved;

/// <summary>Every approved document opened in LibreOffice and printed as pictures, all by one run of it.</summary>
public sealed class PrintedPages : IDisposable
{
    private const string Resolution = "60";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Prints them, where there are the programs for it.</summary>
    public PrintedPages()
    {
        if (OnPath("soffice") is null) Missing = "soffice is missing (Debian: libreoffice-writer-nogui)";
        else if (OnPath("pdftoppm") is null) Missing = "pdftoppm is missing (Debian: poppler-utils)";
        if (Missing is not null) return;
        foreach (var (name, document) in ApprovedDocuments.All())
        {
            using var file = File.Create(Path.Combine(Folder, $"{name}.docx"));
            new DocxWriter().Write(document, file);
        }
        Run("soffice", [$"-env:UserInstallation={new Uri(Path.Combine(Folder, "profile")).AbsoluteUri}", "--headless", "--convert-to", "pdf", "--outdir", Folder, .. Directory.GetFiles(Folder, "*.docx")]);
        foreach (var pdf in Directory.GetFiles(Folder, "*.pdf")) Run("pdftoppm", ["-r", Resolution, "-gray", "-png", pdf, Path.ChangeExtension(pdf, null)]);
    }

    /// <summary>The approved pictures, beside the tests.</summary>
    public static string Approved { get; } = Path.Combine(Repository.Root, "tests", "Rollout.Documents.Tests", "Approved");

    /// <summary>Why nothing was printed.</summary>
    public string? Missing { get; }

    /// <summary>Where the pictures are.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("rollout-approved-").FullName;

    /// <summary>Whether a page differed: then the pictures are kept for whoever must look.</summary>
    public bool Keep { get; set; }

    /// <summary>The pages of a document, in order.</summary>
    public static string[] Pages(string folder, string name) => [.. Directory.GetFiles(folder, $"{name}-?.png").Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Keep) Directory.Delete(Folder, recursive: true);
    }

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);

    private static void Run(string program, string[] words)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in words) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end.");
        }
        Assert.True(process.ExitCode == 0, $"{program}: {string.Join(' ', said.GetAwaiter().GetResult())}");
    }
}
