using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Who supplies a participant's software, from outside.</summary>
public sealed class VendorsApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("monitor", 200, 403)]
    [InlineData("agency:c06", 200, 403)]
    [InlineData("participant:provinces-63/92", 200, 200)]
    [InlineData("participant:provinces-63/01", 200, 403)]
    [InlineData("vendor:provinces-63/92", 200, 403)]
    [InlineData("approver", 200, 403)]
    [InlineData("reader", 200, 403)]
    [InlineData("admin", 200, 200)]
    [InlineData(null, 401, 401)]
    public async Task Everybody_known_reads_it_and_the_participant_and_administrators_say_it(string? role, int read, int write)
    {
        using var client = role is null ? new HttpClient { BaseAddress = server.Client.BaseAddress } : server.With(role);
        Assert.Equal(read, (await client.SendAsync(HttpMethod.Get, Path("92")).SaidAsync()).Status);
        Assert.Equal(write, (await client.SendAsync(HttpMethod.Put, Path("92"), """{ "vendor": "Nền tảng A" }""").SaidAsync()).Status);
    }

    [Fact]
    public async Task Vendor_is_answered_as_it_was_said_and_taken_back_by_null()
    {
        using var province = server.With("participant:provinces-63/93");
        Assert.Null(await VendorAsync(province, HttpMethod.Get));
        Assert.Equal("Nền tảng B", await VendorAsync(province, HttpMethod.Put, """{ "vendor": " Nền tảng B " }"""));
        Assert.Equal("Nền tảng B", await VendorAsync(province, HttpMethod.Get));
        Assert.Contains(server.Services.GetRequiredService<SecurityLog>().Read("vendor"), l => l is { Subject: "lien-thong provinces-63/93", Detail: "Nền tảng B" });
        Assert.Null(await VendorAsync(province, HttpMethod.Put, """{ "vendor": null }"""));
    }

    [Fact]
    public async Task Name_that_is_too_long_or_more_than_a_line_is_refused()
    {
        using var admin = server.With("admin");
        Assert.Equal((422, "vendor.long"), await admin.SendAsync(HttpMethod.Put, Path("91"), JsonSerializer.Serialize(new { vendor = new string('x', 121) })).SaidAsync());
        Assert.Equal((422, "vendor.oneLine"), await admin.SendAsync(HttpMethod.Put, Path("91"), """{ "vendor": "a\nb" }""").SaidAsync());
        Assert.Equal((400, "query.body"), await admin.SendAsync(HttpMethod.Put, Path("91"), """{ "vendor": 1 }""").SaidAsync());
        Assert.Equal(404, (await admin.SendAsync(HttpMethod.Put, Path("999"), """{ "vendor": "a" }""").SaidAsync()).Status);
    }

    private static string Path(string code) => $"{Caller.Root}/{code}/vendor";

    private static async Task<string?> VendorAsync(HttpClient client, HttpMethod method, string? body = null) =>
        (await client.SendAsync(method, Path("93"), body).BodyAsync()).GetProperty("vendor").GetString();
}
