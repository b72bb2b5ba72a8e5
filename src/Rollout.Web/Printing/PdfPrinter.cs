using System.ComponentModel;
using System.Diagnostics;
using Rollout.Web.Logging;

namespace Rollout.Web.Printing;

/// <summary>
/// Prints a page of ours as pdf with a headless browser: two at once, others wait their turn. The page reaches no network; the
/// browser keeps nothing, and is ended with all its children when it takes too long or nobody waits any more.
/// </summary>
public sealed class PdfPrinter(PrintingSettings settings, TimeProvider time, ILogger<PdfPrinter> logger) : IDisposable
{
    private const int AtOnce = 2;

    private readonly Lazy<string?> _program = new(() => ChromiumFinder.Find(settings.Chromium));
    private readonly SemaphoreSlim _turn = new(AtOnce, AtOnce);

    /// <summary>Whether there is a browser to print with.</summary>
    public bool IsAvailable => _program.Value is not null;

    /// <summary>The pdf of a page; null when the browser did not print it, which the log explains.</summary>
    /// <param name="html">A page that needs nothing else.</param>
    /// <param name="ct">Nobody waits any more.</param>
    public async Task<byte[]?> PrintAsync(byte[] html, CancellationToken ct)
    {
        if (_program.Value is not { } program) return null;
        await _turn.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("rollout-print-").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllBytesAsync(page, html, ct);
            if (await RunAsync(program, folder, page, pdf, ct) is { } why)
            {
                Log.NotPrinted(logger, program, why);
                return null;
            }
            return await File.ReadAllBytesAsync(pdf, ct);
        }
        finally
        {
            _turn.Release();
            Remove(folder);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Runs the browser; says why there is no pdf, or nothing.</summary>
    private async Task<string?> RunAsync(string program, string folder, string page, string pdf, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, CreateNoWindow = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in Words(folder, page, pdf)) start.ArgumentList.Add(word);
        using var limit = new CancellationTokenSource(settings.Timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
        using (process)
        {
            try
            {
                // What it says is read, or it would stop when the pipe is full; of it only the last line is worth telling.
                var said = process.StandardError.ReadToEndAsync(end.Token);
                var shown = process.StandardOutput.ReadToEndAsync(end.Token);
                await process.WaitForExitAsync(end.Token);
                await Task.WhenAll(said, shown);
                return File.Exists(pdf) ? null : $"{process.ExitCode}: {(await said).Trim().Split('\n')[^1]}";
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return $"{settings.Timeout}";
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }
        }
    }

    private IEnumerable<string> Words(string folder, string page, string pdf) =>
    [
        "--headless", .. settings.Sandbox ? [] : (string[])["--no-sandbox"], "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-breakpad", "--disable-remote-fonts", "--disable-dev-shm-usage",
        // Scripts stay on: the browser's own printing is one. Ours has none, and no name leads anywhere.
        "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(folder, "profile")}",
        "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
    ];

    private void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NotRemoved(logger, folder, e.Message);
        }
    }
}
