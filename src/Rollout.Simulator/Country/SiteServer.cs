using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rollout.Simulator;

/// <summary>One Kestrel with a TLS endpoint for every site. It starts empty: no configuration of the host's, no logging, no routing.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private static readonly object Shown = new();

    private readonly WebApplication _app;
    private readonly Func<DateTimeOffset> _clock;

    public SiteServer(IReadOnlyList<Site> sites, Func<DateTimeOffset> clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            foreach (var site in sites)
            {
                options.Listen(IPAddress.Loopback, port: 0, listen => Open(listen, site));
                if (site.Health is not null) options.Listen(IPAddress.Loopback, port: 0, listen => OpenPlain(listen, site));
            }
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Task StartAsync(CancellationToken ct) => _app.StartAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private void Open(ListenOptions listen, Site site)
    {
        site.Listening = listen;
        Serve(listen, site);
        listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = handshake =>
            {
                var certificate = site.CertificateAt(_clock());
                handshake.Connection.Items[Shown] = certificate;
                return ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate });
            },
        });
    }

    private void OpenPlain(ListenOptions listen, Site site)
    {
        site.ListeningPlain = listen;
        Serve(listen, site);
    }

    private void Serve(ListenOptions listen, Site site)
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(next => async connection =>
        {
            connection.Items[typeof(Site)] = site;
            if (site.LineAt(_clock()) is { } fault) await LineFaults.PlayAsync(connection, fault, _app.Lifetime.ApplicationStopping);
            else await next(connection);
        });
    }

    private Task AnswerAsync(HttpContext context)
    {
        var connection = context.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        var site = (Site)connection[typeof(Site)]!;
        var at = _clock();
        if (site.LineAt(at) is null && (!context.Request.IsHttps || connection[Shown] == site.CertificateAt(at))) return AnswerAsync(context, site, at);

        // The connection was opened in other times, before the fault or during it. Cut off, the client must open another and sees how things are.
        context.Abort();
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context, Site site, DateTimeOffset at)
    {
        var found = context.Request.IsHttps ? site.ServiceAt(context.Request.Path.Value ?? "") : site.Health;
        if (found is not { } service || !site.Plan.IsUp(service.Role.Key, at))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var fault = site.Plan.FaultOf(service.Role.Key, at);
        if (fault is not null && await FaultReplies.PlayAsync(context, fault, _app.Lifetime.ApplicationStopping)) return;
        await (service.Role.Kind switch
        {
            RoleKind.XRoad => XRoadReplies.AnswerAsync(context, service, fault),
            RoleKind.Dossier => DossierReplies.AnswerAsync(context, service, site.Plan, at),
            RoleKind.Health => HealthReplies.AnswerAsync(context, fault),
            _ => HttpReplies.AnswerAsync(context, service, fault),
        });
    }
}
