using System.Security.Cryptography.X509Certificates;

namespace Rollout.Simulator;

/// <summary>
/// Every participant's systems on 127.0.0.1, and what their people do. Answers depend on nothing but the clock and the scenario:
/// there is no timer, a clock that jumps finds everything as it is then.
/// </summary>
public sealed class SimulatedCountry : IAsyncDisposable
{
    private readonly IReadOnlyList<Site> _sites;
    private readonly SiteServer _server;

    private SimulatedCountry(IReadOnlyList<Site> sites, SiteServer server, X509Certificate2 certificateAuthority, ScenarioTimeline timeline)
    {
        _sites = sites;
        _server = server;
        CertificateAuthority = certificateAuthority;
        Timeline = timeline;
        Addresses = [.. sites.SelectMany(site => site.Addresses()).OrderBy(address => address.From)];
    }

    /// <summary>All addresses that will ever be handed out, by the time when they are.</summary>
    public IReadOnlyList<SimulatedAddress> Addresses { get; }

    /// <summary>Signed every server's certificate: made at the start, valid in real time, without its private key. Goes with the country.</summary>
    public X509Certificate2 CertificateAuthority { get; }

    public ScenarioTimeline Timeline { get; }

    public IReadOnlyList<PersonEvent> People => Timeline.People;

    public static async Task<SimulatedCountry> StartAsync(Scenario scenario, Func<DateTimeOffset> clock, CancellationToken ct)
    {
        var timeline = scenario.Timeline();
        using var issuer = new CertificateIssuer(TimeProvider.System);
        var sites = timeline.Plans.Select(plan => SiteOf(scenario.File, plan, issuer)).ToList();
        var server = new SiteServer(sites, clock);
        try
        {
            await server.StartAsync(ct);
            return new SimulatedCountry(sites, server, issuer.PublicAuthority(), timeline);
        }
        catch
        {
            await CloseAsync(server, sites);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync(_server, _sites);
        CertificateAuthority.Dispose();
    }

    private static Site SiteOf(ScenarioFile file, EnvironmentPlan plan, CertificateIssuer issuer) =>
        new(plan, [.. file.Roles.Where(role => role.StandsIn(plan.Environment)).Select(role => SiteService.Of(file, role, plan.Participant, plan.Environment))], issuer);

    private static async Task CloseAsync(SiteServer server, IReadOnlyList<Site> sites)
    {
        await server.DisposeAsync();
        foreach (var site in sites) site.Dispose();
    }
}
