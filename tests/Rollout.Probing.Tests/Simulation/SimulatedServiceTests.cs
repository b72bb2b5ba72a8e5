using System.Text.Json;

namespace Rollout.Probing.Tests.Simulation;

public sealed class SimulatedServiceTests
{
    private static readonly (string, string) Client = ("X-Road-Client", "XX/GOV/ME/SYS");

    [Fact]
    public async Task Service_that_is_up_answers_its_own_text()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());

        var reply = await country.GetAsync(country.Url("plain"));

        Assert.Equal((200, "[\"1.1\"]"), (reply.Status, reply.Body));
        Assert.Equal("/codes/A/test", country.Url("plain").AbsolutePath);
    }

    [Fact]
    public async Task Service_with_a_key_wants_one()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());

        Assert.Equal(401, (await country.GetAsync(country.Url("keyed"))).Status);
        Assert.Equal(200, (await country.GetAsync(country.Url("keyed"), ("X-Api-Key", "k"))).Status);
    }

    [Fact]
    public async Task Path_that_nobody_serves_is_not_found()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());

        Assert.Equal(404, (await country.GetAsync(new Uri(country.Url("plain"), "/elsewhere"))).Status);
    }

    [Fact]
    public async Task Environment_without_any_service_drops_the_connection_until_one_comes_up()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());
        var url = country.Url("plain", "production");

        country.At(SmallScenario.ProductionComesUp.AddMinutes(-1));
        await country.IsCutAsync(url);

        country.At(SmallScenario.ProductionComesUp);
        Assert.Equal(200, (await country.GetAsync(url)).Status);
        Assert.Equal(404, (await country.GetAsync(new Uri(url, "/keyed"))).Status);
    }

    [Fact]
    public async Task Service_that_comes_up_later_is_not_found_before()
    {
        const string Block = "\"block\": { \"at\": \"2024-01-03T09:00+07:00\", \"reason\": \"r\" }";
        var text = SmallScenario.With().Replace(Block, "\"up\": \"2024-01-08T09:00+07:00\"", StringComparison.Ordinal);
        await using var country = await TryCountry.StartAsync(text);
        var plan = country.Country.Timeline.PlanOf("A", "production");
        var url = country.Url("keyed", "production");

        country.At(plan.ComesUp["keyed"].AddMinutes(-1));
        Assert.Equal(404, (await country.GetAsync(url, ("X-Api-Key", "k"))).Status);

        country.At(plan.ComesUp["keyed"]);
        Assert.Equal(200, (await country.GetAsync(url, ("X-Api-Key", "k"))).Status);
    }

    [Fact]
    public async Task Addresses_tell_participant_environment_role_and_kind()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());

        Assert.Equal(
            ["test plain http", "test keyed http", "test road xroad", "test pulse health", "test desk dossier", "production plain http"],
            country.Country.Addresses.Select(address => $"{address.Environment} {address.Role} {address.Kind}"));
        Assert.All(country.Country.Addresses, address => Assert.Equal("A", address.Participant));
        Assert.All(country.Country.Addresses, address => Assert.StartsWith(address.Kind == "health" ? "http://127.0.0.1:" : "https://127.0.0.1:", address.Url.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Certificate_without_the_authority_is_not_trusted()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());
        using var stranger = new HttpClient();

        var asked = stranger.GetAsync(country.Url("plain"), TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => asked);

        Assert.Equal(HttpRequestError.SecureConnectionError, refusal.HttpRequestError);
    }

    [Fact]
    public async Task Authority_is_given_out_without_its_private_key()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());

        Assert.False(country.Country.CertificateAuthority.HasPrivateKey);
    }

    [Fact]
    public async Task Security_server_lists_its_services()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());

        foreach (var list in new[] { "listMethods", "allowedMethods" })
        {
            var reply = await country.GetAsync(new Uri($"{country.Url("road")}/{list}"), Client, ("X-Road-Id", "mine"));

            var service = JsonDocument.Parse(reply.Body).RootElement.GetProperty("service")[0];
            Assert.Equal(200, reply.Status);
            Assert.Equal("take", service.GetProperty("service_code").GetString());
            Assert.Equal("M A", service.GetProperty("member_code").GetString());
            Assert.Equal("XX-TEST", service.GetProperty("xroad_instance").GetString());
            Assert.Equal("/it", service.GetProperty("endpoint_list")[0].GetProperty("path").GetString());
            Assert.Equal("XX/GOV/ME/SYS", reply.Headers["X-Road-Client"]);
            Assert.Equal($"XX-TEST/GOV/M%20A/SUB/{list}", reply.Headers["X-Road-Service"]);
            Assert.Equal("mine", reply.Headers["X-Road-Id"]);
            Assert.NotEmpty(reply.Headers["X-Road-Request-Id"]);
            Assert.Equal(64, Convert.FromBase64String(reply.Headers["X-Road-Request-Hash"]).Length);
            Assert.DoesNotContain("X-Road-Error", reply.Headers.Keys);
        }
    }

    [Fact]
    public async Task Security_server_address_encodes_each_part_on_its_own()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());

        Assert.Equal("/r1/XX-TEST/GOV/M%20A/SUB", country.Url("road").AbsolutePath);
    }

    [Fact]
    public async Task Country_of_the_shipped_scenario_answers_for_who_was_done_before()
    {
        await using var country = await TryCountry.StartAsync(ScenarioFiles.LienThongText);
        country.At(ScenarioFiles.LienThong.Start);
        var addresses = country.Country.Addresses.Where(address => address.Participant == AppendixOne.DoneWithAll).ToList();

        Assert.Equal(13, addresses.Count);
        foreach (var address in addresses.Where(address => address.Kind != "dossier"))
        {
            var url = address.Kind == "xroad" ? new Uri($"{address.Url}/listMethods") : address.Url;
            var reply = await country.GetAsync(url, Client, ("X-Api-Key", "k"));
            Assert.Equal(200, reply.Status);
            if (address.Role == "catalogue") Assert.Matches("2[.]002621.*2[.]002622", reply.Body);
            if (address.Role == "gateway") Assert.Contains("nhanHoSo", reply.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Client_with_an_http_version_of_its_own_speaks_one_point_one()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());
        using var request = new HttpRequestMessage(HttpMethod.Get, country.Url("plain")) { Version = new Version(2, 0) };

        using var response = await country.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(new Version(1, 1), response.Version);
    }
}
