using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Web.Printing;

namespace Rollout.Web.Tests.Printing;

/// <summary>Printing pdf: with no browser, with one that hangs or fails, and with a real one.</summary>
public sealed class PdfPrinterTests : IDisposable
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes("<!DOCTYPE html><html lang=\"vi\"><title>T</title><p>Phụ lục I</p></html>");
    private readonly string _folder = Directory.CreateTempSubdirectory("rollout-printer-").FullName;

    [Fact]
    public async Task Without_the_browser_that_the_settings_name_nothing_is_printed_and_no_other_is_taken()
    {
        using var printer = Printer(Path.Combine(_folder, "none"));
        Assert.False(printer.IsAvailable);
        Assert.Null(await printer.PrintAsync(Page, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Browser_that_hangs_is_ended_with_its_children_after_the_time_allowed()
    {
        var alive = Path.Combine(_folder, "child");
        using var printer = Printer(Script($"sleep 600 & echo $! > {alive}; wait"), TimeSpan.FromSeconds(2));
        Assert.True(printer.IsAvailable);
        Assert.Null(await printer.PrintAsync(Page, TestContext.Current.CancellationToken));
        await EndedAsync(await File.ReadAllTextAsync(alive, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Browser_that_fails_gives_nothing_and_the_next_printing_has_its_turn()
    {
        using var printer = Printer(Script("echo broken >&2; exit 3"));
        for (var i = 0; i < 3; i++) Assert.Null(await printer.PrintAsync(Page, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_no_longer_waits_ends_the_browser()
    {
        var alive = Path.Combine(_folder, "child");
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var printer = Printer(Script($"sleep 600 & echo $! > {alive}.part; mv {alive}.part {alive}; wait"));
        var printing = printer.PrintAsync(Page, gone.Token);
        while (!File.Exists(alive))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => printing);
        await EndedAsync(await File.ReadAllTextAsync(alive, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Real_browser_prints_a_pdf()
    {
        Assert.SkipWhen(ChromiumFinder.Find(null) is null, "no Chromium (Debian: chromium)");
        using var printer = new PdfPrinter(PrintingSettings.Of(new Microsoft.Extensions.Configuration.ConfigurationManager()), TimeProvider.System, NullLogger<PdfPrinter>.Instance);
        var pdf = await printer.PrintAsync(Page, TestContext.Current.CancellationToken);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf!, 0, 5), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static PdfPrinter Printer(string program, TimeSpan? timeout = null) =>
        new(new(program, timeout ?? TimeSpan.FromMinutes(1), Sandbox: false), TimeProvider.System, NullLogger<PdfPrinter>.Instance);

    /// <summary>A process that was killed ends a moment after the signal; the test's own limit ends a wait in vain.</summary>
    private static async Task EndedAsync(string id)
    {
        while (IsRunning(id))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static bool IsRunning(string id)
    {
        var status = $"/proc/{id.Trim()}/stat";
        // An ended child that nobody has asked after yet is a zombie: it runs no more.
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }

    private string Script(string says)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the browsers that hang and fail are shell scripts");
        var path = Path.Combine(_folder, $"browser-{Guid.NewGuid():N}");
        File.WriteAllText(path, $"#!/bin/sh\n{says}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
