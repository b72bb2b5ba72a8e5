using System.Diagnostics;
using System.Security.Authentication;
using System.Text.Json;

namespace Rollout.Probing.Tests.Simulation;

/// <summary>Each fault as a client sees it, and that it ends.</summary>
public sealed class SimulatedFaultTests
{
    private static readonly (string, string) Client = ("X-Road-Client", "XX/GOV/ME/SYS");

    [Theory]
    [InlineData("plain")]
    [InlineData("*")]
    public async Task Down_cuts_the_connection(string role)
    {
        await using var country = await DuringAsync(role, "down");

        await country.IsCutAsync(country.Url("plain"));

        await IsWellAfterwardsAsync(country);
    }

    [Fact]
    public async Task Down_of_one_role_leaves_the_others()
    {
        await using var country = await DuringAsync("plain", "down");

        Assert.Equal(200, (await country.GetAsync(country.Url("keyed"), ("X-Api-Key", "k"))).Status);
    }

    [Fact]
    public async Task Down_of_all_reaches_a_connection_opened_before()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.WithFault("*", "down"));
        await country.GetAsync(country.Url("plain"));

        country.At(SmallScenario.DuringFault);

        await country.IsCutAsync(country.Url("plain"));
    }

    [Fact]
    public async Task Timeout_never_answers()
    {
        await using var country = await DuringAsync("plain", "timeout");
        country.Client.Timeout = TimeSpan.FromMilliseconds(300);

        await Assert.ThrowsAsync<TaskCanceledException>(() => country.GetAsync(country.Url("plain")));
    }

    [Fact]
    public async Task Timeout_ends_when_the_country_does()
    {
        await using var country = await DuringAsync("plain", "timeout");
        var waiting = country.GetAsync(country.Url("plain"));

        await country.Country.DisposeAsync();

        await TryCountry.IsCutAsync(waiting);
    }

    [Fact]
    public async Task Slow_answers_after_its_milliseconds()
    {
        await using var country = await DuringAsync("plain", "slow", ", \"milliseconds\": 200");
        var watch = Stopwatch.StartNew();

        var reply = await country.GetAsync(country.Url("plain"));

        Assert.Equal((200, "[\"1.1\"]"), (reply.Status, reply.Body));
        Assert.True(watch.ElapsedMilliseconds >= 190);
    }

    [Theory]
    [InlineData("", 500)]
    [InlineData(", \"status\": 503", 503)]
    public async Task HttpError_answers_its_status(string more, int status)
    {
        await using var country = await DuringAsync("plain", "httpError", more + ", \"message\": \"hỏng\"");

        var reply = await country.GetAsync(country.Url("plain"));

        Assert.Equal((status, "hỏng"), (reply.Status, reply.Body));
        await IsWellAfterwardsAsync(country);
    }

    [Fact]
    public async Task BadBody_answers_well_with_something_else()
    {
        await using var country = await DuringAsync("plain", "badBody", ", \"message\": \"<title>Login</title>\"");

        var reply = await country.GetAsync(country.Url("plain"));

        Assert.Equal((200, "<title>Login</title>"), (reply.Status, reply.Body));
        await IsWellAfterwardsAsync(country);
    }

    [Fact]
    public async Task CertificateExpired_shows_the_expired_one()
    {
        await using var country = await DuringAsync("plain", "certificateExpired");

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => country.GetAsync(country.Url("plain")));

        Assert.IsType<AuthenticationException>(refusal.InnerException);
        await IsWellAfterwardsAsync(country);
    }

    [Fact]
    public async Task CertificateExpired_cuts_a_connection_opened_before()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.WithFault("*", "certificateExpired"));
        await country.GetAsync(country.Url("plain"));

        country.At(SmallScenario.DuringFault);

        await country.IsCutAsync(country.Url("plain"));
    }

    [Theory]
    [InlineData("unknownService", "Server.ServerProxy.UnknownService", "Unknown service")]
    [InlineData("accessDenied", "Server.ServerProxy.AccessDenied", "Request is not allowed")]
    [InlineData("serviceDisabled", "Server.ServerProxy.ServiceDisabled", "nâng cấp")]
    [InlineData("maintenance", "Server.ServerProxy.MaintenanceMode", "nâng cấp")]
    [InlineData("unknownMember", "Server.ClientProxy.UnknownMember", "Could not find addresses")]
    [InlineData("outdatedGlobalConf", "Server.ServerProxy.OutdatedGlobalConf", "nâng cấp")]
    public async Task Security_server_fault_carries_header_and_body(string kind, string type, string message)
    {
        await using var country = await DuringAsync("road", kind, ", \"message\": \"tắt để nâng cấp\"");

        var reply = await country.GetAsync(new Uri($"{country.Url("road")}/listMethods"), Client);

        Assert.Equal((500, type), (reply.Status, reply.Headers["X-Road-Error"]));
        var body = JsonDocument.Parse(reply.Body).RootElement;
        Assert.Equal(type, body.GetProperty("type").GetString());
        Assert.Contains(message, body.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(body.GetProperty("detail").GetString()!);
    }

    [Theory]
    [InlineData("unknownService", "server.serverproxy.unknown_service")]
    [InlineData("maintenance", "server.serverproxy.maintenance_mode")]
    [InlineData("unknownMember", "server.clientproxy.unknown_member")]
    [InlineData("outdatedGlobalConf", "server.serverproxy.global_conf_outdated")]
    public async Task Security_server_of_version_7_8_spells_in_snake_case(string kind, string type)
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.WithFault("road", kind, version: "7.8"));
        country.At(SmallScenario.DuringFault);

        var reply = await country.GetAsync(new Uri($"{country.Url("road")}/listMethods"), Client);

        Assert.Equal((500, type), (reply.Status, reply.Headers["X-Road-Error"]));
    }

    [Fact]
    public async Task Security_server_fault_of_all_roles_leaves_plain_services()
    {
        await using var country = await DuringAsync("*", "maintenance");

        Assert.Equal(200, (await country.GetAsync(country.Url("plain"))).Status);
        Assert.Equal(500, (await country.GetAsync(new Uri($"{country.Url("road")}/listMethods"), Client)).Status);
    }

    [Fact]
    public async Task Service_failure_behind_the_security_server_has_no_error_header()
    {
        await using var country = await DuringAsync("road", "httpError");

        var reply = await country.GetAsync(new Uri($"{country.Url("road")}/listMethods"), Client);

        Assert.Equal(500, reply.Status);
        Assert.DoesNotContain("X-Road-Error", reply.Headers.Keys);
    }

    [Fact]
    public async Task Security_server_asked_wrongly_says_what_is_wrong()
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.With());
        var road = country.Url("road");

        var anonymous = await country.GetAsync(new Uri($"{road}/listMethods"));
        var unknown = await country.GetAsync(new Uri($"{road}/take"), Client);
        var elsewhere = await country.GetAsync(new Uri(road, "/r1/XX-TEST/GOV/OTHER/SUB/listMethods"), Client);

        Assert.Equal((400, "Client.BadRequest"), (anonymous.Status, anonymous.Headers["X-Road-Error"]));
        Assert.Equal((500, "Server.ServerProxy.UnknownService"), (unknown.Status, unknown.Headers["X-Road-Error"]));
        Assert.Equal((500, "Server.ClientProxy.UnknownMember"), (elsewhere.Status, elsewhere.Headers["X-Road-Error"]));
    }

    private static async Task<TryCountry> DuringAsync(string role, string kind, string more = "") =>
        (await TryCountry.StartAsync(SmallScenario.WithFault(role, kind, more))).At(SmallScenario.DuringFault);

    private static async Task IsWellAfterwardsAsync(TryCountry country) =>
        Assert.Equal(200, (await country.At(SmallScenario.AfterFault).GetAsync(country.Url("plain"))).Status);
}
