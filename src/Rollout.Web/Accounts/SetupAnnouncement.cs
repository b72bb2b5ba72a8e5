using System.Data.Common;
using Rollout.Web.Logging;
using Rollout.Web.Resources;

namespace Rollout.Web.Accounts;

/// <summary>Prints the first administrator's link once the server listens: to the console itself, since logs are kept and sent elsewhere.</summary>
internal sealed class SetupAnnouncement(
    FirstAdministrator first, IHostApplicationLifetime life, Microsoft.AspNetCore.Hosting.Server.IServer server, Texts texts,
    ILogger<SetupAnnouncement> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = life.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        var address = server.Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        try
        {
            if (first.NewLink(Reachable(address)) is { } link) await Console.Out.WriteLineAsync(texts["setup.link", link]);
        }
        catch (DbException e)
        {
            // A service that fails would take the whole program with it; the next start tries again.
            Log.SetupLinkFailed(log, e);
        }
    }

    /// <summary>An address that means "all of this machine's" leads nowhere when it is opened.</summary>
    private static string Reachable(string address) =>
        address.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
}
