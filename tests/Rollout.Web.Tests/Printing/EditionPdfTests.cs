using System.Text;
using Rollout.Web.Tests.Api;
using Rollout.Web.Tests.Commands;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Printing;

/// <summary>The pdf of an edition: kept where a browser prints it, missing where it does not, and issued either way.</summary>
public sealed class EditionPdfTests : IDisposable
{
    private const string Printed = "%PDF-1.7 printed once";
    private readonly string _folder = Directory.CreateTempSubdirectory("rollout-edition-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Edition_keeps_the_pdf_that_a_browser_printed_and_verify_knows_it()
    {
        // Prints where it is told to, as a browser does.
        await using var server = await ServerAsync($"for word in \"$@\"; do case $word in --print-to-pdf=*) printf %s '{Printed}' > \"${{word#--print-to-pdf=}}\";; esac; done");
        var id = await IssueAsync(server);
        Assert.Equal(["json", "docx", "xlsx", "csv", "html", "pdf"], await FormatsAsync(server, id));
        // The browser is not asked again.
        Directory.Delete(_folder, recursive: true);
        Directory.CreateDirectory(_folder);
        var bytes = await PublicationCaller.BytesAsync(server.Client, $"{id}.pdf");
        Assert.Equal(Printed, Encoding.ASCII.GetString(bytes));
        var path = Path.Combine(_folder, "ban-in");
        await File.WriteAllBytesAsync(path, bytes, Token);
        var (exit, output, error) = await Executable.RunAsync("publication", "verify", path, "--data", server.Folder);
        Assert.True(exit == 0, error);
        Assert.Contains($"văn bản {id} ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("for word in \"$@\"; do case $word in --print-to-pdf=*) : > \"${word#--print-to-pdf=}\";; esac; done")]
    [InlineData("sleep 600")]
    public async Task Browser_that_fails_or_hangs_leaves_the_edition_without_pdf_and_issued(string says)
    {
        await using var server = await ServerAsync(says);
        Assert.Equal(["json", "docx", "xlsx", "csv", "html"], await FormatsAsync(server, await IssueAsync(server)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<long> IssueAsync(RunningServer server)
    {
        using var caller = new PublicationCaller(server);
        return (await caller.AtAsync("issued")).Id;
    }

    private static async Task<IEnumerable<string?>> FormatsAsync(RunningServer server, long id) =>
        (await server.GetAsync($"{PublicationCaller.Root}/{id}")).GetProperty("files").EnumerateArray().Select(f => f.GetProperty("format").GetString());

    private async Task<RunningServer> ServerAsync(string says)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the browser is a shell script");
        var path = Path.Combine(_folder, "browser");
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{says}\n", Token);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var server = new RunningServer
        {
            Configure = b =>
            {
                b.Configuration["Printing:Chromium"] = path;
                b.Configuration["Printing:Timeout"] = says.StartsWith("sleep", StringComparison.Ordinal) ? "00:00:01" : "00:01:00";
            },
        };
        await server.InitializeAsync();
        return server;
    }
}
