using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Rollout.Simulator;

namespace Rollout.Probing.Tests.Simulation;

/// <summary>A running country with a clock that tests turn, and a client that trusts its authority and nobody else.</summary>
internal sealed class TryCountry(HttpClient client, SimulatedCountry country, TryCountry.TurnedClock clock) : IAsyncDisposable
{
    public HttpClient Client => client;

    public SimulatedCountry Country => country;

    public static async Task<TryCountry> StartAsync(string scenario)
    {
        var clock = new TurnedClock();
        var country = await SimulatedCountry.StartAsync(Scenario.Parse(scenario), () => clock.Now, TestContext.Current.CancellationToken);
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(country.CertificateAuthority);
        var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } };
        return new TryCountry(new HttpClient(handler), country, clock);
    }

    public TryCountry At(DateTimeOffset instant)
    {
        clock.Now = instant;
        return this;
    }

    public Uri Url(string role, string environment = "test") =>
        Country.Addresses.Single(address => address.Participant == "A" && address.Environment == environment && address.Role == role).Url;

    public async Task<Reply> GetAsync(Uri url, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var sent = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), sent);
    }

    /// <summary>Asks where the line is cut. One cut as soon as it is open may come out of the client as it came out of its socket.</summary>
    public Task IsCutAsync(Uri url) => IsCutAsync(GetAsync(url));

    /// <summary>The same of a question that is on its way.</summary>
    public static async Task IsCutAsync(Task asked)
    {
        var cut = await Record.ExceptionAsync(() => asked);
        Assert.True(cut is HttpRequestException or SocketException, $"{cut}");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await country.DisposeAsync();
    }

    internal sealed class TurnedClock
    {
        public DateTimeOffset Now { get; set; } = SmallScenario.Start;
    }
}

internal sealed record Reply(int Status, string Body, IReadOnlyDictionary<string, string> Headers);
