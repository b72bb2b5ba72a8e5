using Rollout.Web.Components.Pages;
using Rollout.Web.Reading;
using Rollout.Web.Settings;

namespace Rollout.Web.Hosting;

/// <summary>What the first visitor would wait for is read on another core while the server still opens its sockets; a server that stops waits for it.</summary>
internal sealed class FirstPage(IServiceProvider services) : IHostedService
{
    private Task _prepared = Task.CompletedTask;

    /// <summary>Begins to read.</summary>
    public void Begin() => _prepared = Task.Run(Prepare);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => _prepared.WaitAsync(cancellationToken);

    private void Prepare()
    {
        if (services.GetRequiredService<BoardReading>().Read(null, null, null, null).View is not { } view) return;
        services.GetRequiredService<MapOutlines>().Find(view.Programme.Map);
        services.GetRequiredService<SharedOverviews>().Of(view, map: null, query: "");
    }
}
