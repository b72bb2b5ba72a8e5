using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Consent to probing from outside: who says it, who hears it, and that giving one's addresses is the first word.</summary>
public sealed class ProbingApiTests(ProbingApiTests.Fixture fixture) : IClassFixture<ProbingApiTests.Fixture>
{
    private const string Address = """[{ "phase": "test", "role": "catalogue", "url": "https://a.vn/" }]""";

    [Theory]
    [InlineData("monitor", 200, 403)]
    [InlineData("agency:c06", 200, 403)]
    [InlineData("participant:provinces-63/92", 200, 201)]
    [InlineData("participant:provinces-63/01", 403, 403)]
    [InlineData("vendor:provinces-63/92", 200, 403)]
    [InlineData("approver", 403, 403)]
    [InlineData("reader", 403, 403)]
    [InlineData("admin", 200, 201)]
    [InlineData(null, 401, 401)]
    public async Task Own_participant_and_administrators_say_it_and_who_sees_the_addresses_hears_it(string? role, int read, int write)
    {
        using var client = role is null ? new HttpClient { BaseAddress = fixture.Server.Client.BaseAddress } : fixture.Server.With(role);
        Assert.Equal(read, (await client.SendAsync(HttpMethod.Get, Path("92")).SaidAsync()).Status);
        Assert.Equal(write, (await client.SendAsync(HttpMethod.Post, Path("92"), """{ "consent": "agreed", "note": "Công văn của địa phương" }""").SaidAsync()).Status);
    }

    [Fact]
    public async Task Participant_agrees_pauses_with_a_reason_goes_on_and_withdraws()
    {
        using var province = fixture.Server.With("participant:provinces-63/93");
        var silent = await province.SendAsync(HttpMethod.Get, Path("93")).BodyAsync();
        Assert.Equal((null, "Rollout-Probe/1.0", "203.0.113.7", 300), (
            silent.GetProperty("consent").GetString(), silent.GetProperty("userAgent").GetString(), silent.GetProperty("sourceAddress").GetString(), silent.GetProperty("everySeconds").GetInt32()));
        Assert.Equal((422, "probing.nothingToPause"), await province.SendAsync(HttpMethod.Post, Path("93"), """{ "consent": "paused", "note": "Nâng cấp" }""").SaidAsync());
        Assert.Equal((201, null), await SayAsync("agreed", null));
        Assert.Equal((422, "note.required"), await SayAsync("paused", " "));
        Assert.Equal((201, null), await SayAsync("paused", "Nâng cấp"));
        Assert.Equal((201, null), await SayAsync("agreed", null));
        Assert.Equal((201, null), await SayAsync("withdrawn", null));
        Assert.Equal(ProbingConsent.Withdrawn, fixture.Of("93")?.Consent);
        Assert.Equal("withdrawn", (await province.SendAsync(HttpMethod.Get, Path("93")).BodyAsync()).GetProperty("consent").GetString());

        async Task<(int, string?)> SayAsync(string consent, string? note)
        {
            using var answer = await province.SendAsync(HttpMethod.Post, Path("93"), System.Text.Json.JsonSerializer.Serialize(new { consent, note }));
            if ((int)answer.StatusCode != 201) return await Task.FromResult(answer).SaidAsync();
            Assert.Equal(consent, (await RunningServer.JsonAsync(answer)).GetProperty("consent").GetString());
            return (201, null);
        }
    }

    [Fact]
    public async Task Administrator_needs_a_reason()
    {
        using var admin = fixture.Server.With("admin");
        Assert.Equal((422, "note.required"), await admin.SendAsync(HttpMethod.Post, Path("91"), """{ "consent": "agreed" }""").SaidAsync());
    }

    [Theory]
    [InlineData("""{ "consent": "perhaps" }""", 400)]
    [InlineData("{}", 400)]
    [InlineData("[]", 400)]
    public async Task Word_that_is_none_is_400(string body, int status)
    {
        using var province = fixture.Server.With("participant:provinces-63/94");
        Assert.Equal(status, (await province.SendAsync(HttpMethod.Post, Path("94"), body).SaidAsync()).Status);
        Assert.Equal(404, (await province.SendAsync(HttpMethod.Post, Path("999"), """{ "consent": "agreed" }""").SaidAsync()).Status);
    }

    [Fact]
    public async Task Giving_ones_own_addresses_is_the_first_word_and_never_the_second()
    {
        using var province = fixture.Server.With("participant:provinces-63/89");
        await PutAsync(province, "89", "[]");
        Assert.Null(fixture.Of("89"));
        await PutAsync(province, "89", Address);
        Assert.Equal(ProbingConsent.Agreed, fixture.Of("89")?.Consent);
        await province.SendAsync(HttpMethod.Post, Path("89"), """{ "consent": "withdrawn" }""");
        await PutAsync(province, "89", Address);
        await PutAsync(province, "89", Address.Replace("a.vn", "b.vn", StringComparison.Ordinal));
        Assert.Equal(ProbingConsent.Withdrawn, fixture.Of("89")?.Consent);
    }

    [Fact]
    public async Task Same_addresses_given_again_by_their_owner_are_consent_too_and_those_of_an_administrator_are_none()
    {
        using var admin = fixture.Server.With("admin");
        using var province = fixture.Server.With("participant:provinces-63/87");
        await PutAsync(admin, "87", Address);
        Assert.Null(fixture.Of("87"));
        await PutAsync(province, "87", Address);
        Assert.Equal(ProbingConsent.Agreed, fixture.Of("87")?.Consent);
    }

    private static string Path(string code) => $"{Caller.Root}/{code}/probing";

    private static async Task PutAsync(HttpClient client, string code, string body)
    {
        using var answer = await client.SendAsync(HttpMethod.Put, $"{Caller.Root}/{code}/endpoints", body);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    /// <summary>One server that has said from where it calls.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        public RunningServer Server { get; } = new() { Configure = b => b.Configuration["Probing:SourceAddress"] = "203.0.113.7" };

        public ValueTask InitializeAsync() => Server.InitializeAsync();

        public ValueTask DisposeAsync() => Server.DisposeAsync();

        public ProbingFact? Of(string code) => Server.Services.GetRequiredService<BoardStore>().Of("lien-thong")[new ParticipantId("provinces-63", code)].Probing;
    }
}
