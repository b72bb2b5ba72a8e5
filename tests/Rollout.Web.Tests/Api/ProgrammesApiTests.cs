using System.Net;
using System.Text.Json;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Several programmes through the API, from outside.</summary>
public sealed class ProgrammesApiTests(ProgrammesApiTests.Several several) : IClassFixture<ProgrammesApiTests.Several>
{
    private const string Address = "/api/v1/programmes";

    private RunningServer Server => several.Server;

    [Fact]
    public async Task Programmes_tell_how_they_stand_and_which_are_closed()
    {
        var all = (await Server.GetAsync(Address)).EnumerateArray().ToList();
        Assert.Equal(["lien-thong", "old-wells", "wells"], all.Select(p => p.GetProperty("key").GetString()));
        var first = all[0].GetProperty("standing");
        Assert.False(first.GetProperty("known").GetBoolean());
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null], new[] { "done", "overdue", "nextDeadline" }.Select(n => first.GetProperty(n).ValueKind));
        var closed = all[1].GetProperty("closed");
        Assert.Equal(("2025-07-01", "wells"), (closed.GetProperty("on").GetString(), closed.GetProperty("successor").GetString()));
        var wells = all[2].GetProperty("standing");
        Assert.Equal((34, 0, 68, 34), (wells.GetProperty("participants").GetInt32(), wells.GetProperty("done").GetInt32(), wells.GetProperty("steps").GetInt32(), wells.GetProperty("overdue").GetInt32()));
        Assert.Equal("2030-06-28", wells.GetProperty("nextDeadline").GetString());
        Assert.Equal(JsonValueKind.Null, all[2].GetProperty("closed").ValueKind);
    }

    [Fact]
    public async Task Programmes_of_a_day_stand_as_they_stood()
    {
        var all = (await Server.GetAsync($"{Address}?asOf=2025-06-30")).EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.Null, all[1].GetProperty("closed").ValueKind);
        Assert.False(all[2].GetProperty("standing").GetProperty("known").GetBoolean());
        Assert.StartsWith("2025-06-30T23:59:59", all[2].GetProperty("standing").GetProperty("asOf").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programme_that_shows_everyone_their_own_only_is_named_but_not_counted_for_them()
    {
        using var contact = Server.With("participant:provinces-34/92");
        using var answer = await contact.GetAsync(new Uri(Address, UriKind.Relative), TestContext.Current.CancellationToken);
        var all = (await RunningServer.JsonAsync(answer)).EnumerateArray().ToList();
        Assert.Equal([JsonValueKind.Object, JsonValueKind.Object, JsonValueKind.Null], all.Select(p => p.GetProperty("standing").ValueKind));
    }

    [Theory]
    [InlineData("/board?programme=wells", HttpStatusCode.Forbidden)]
    [InlineData("/api/v1/programmes/wells/board", HttpStatusCode.Forbidden)]
    [InlineData("/participants/01?programme=wells", HttpStatusCode.Forbidden)]
    [InlineData("/participants/92?programme=wells", HttpStatusCode.OK)]
    [InlineData("/board?programme=lien-thong", HttpStatusCode.OK)]
    [InlineData("/programmes", HttpStatusCode.OK)]
    [InlineData("/programmes?programme=wells", HttpStatusCode.OK)]
    [InlineData("/programmes?programme=none", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/programmes/none/board", HttpStatusCode.NotFound)]
    public async Task Mandate_decides_in_every_programme_what_may_be_read(string address, HttpStatusCode status)
    {
        using var contact = Server.With("participant:provinces-34/92");
        using var answer = await contact.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Palette_leads_to_the_other_programmes_at_the_same_instants_and_works_in_each()
    {
        var palette = await Server.GetAsync("/palette.json?programme=wells&asOf=2025-08-01");
        Assert.Equal(34, palette.GetProperty("participants").GetArrayLength());
        var others = palette.GetProperty("actions").EnumerateArray().Where(a => a.GetProperty("id").GetString()!.StartsWith("do:programme:", StringComparison.Ordinal)).ToList();
        Assert.Equal(["do:programme:lien-thong", "do:programme:old-wells"], others.Select(a => a.GetProperty("id").GetString()));
        Assert.All(others, a => Assert.Contains("&asOf=2025-08-01T23", a.GetProperty("href").GetString(), StringComparison.Ordinal));
        Assert.Contains("/programmes", palette.GetProperty("pages").EnumerateArray().Select(p => p.GetProperty("href").GetString()));
    }

    [Fact]
    public async Task Lists_bear_the_names_of_their_day()
    {
        async Task<string?> NameAsync(string query) => (await Server.GetAsync($"/api/v1/programmes/lien-thong/board{query}")).GetProperty("participants").EnumerateArray()
            .Single(p => p.GetProperty("code").GetString() == "46").GetProperty("name").GetString();
        Assert.Equal("Huế", await NameAsync(""));
        Assert.Equal("Thừa Thiên Huế", await NameAsync("?asOf=2024-12-31"));
        Assert.Equal("Huế", await NameAsync("?asOf=2025-01-01"));
    }

    /// <summary>A server of three programmes.</summary>
    public sealed class Several : IAsyncLifetime
    {
        public RunningServer Server { get; } = new() { Catalog = SeveralProgrammes.Catalog() };

        public ValueTask InitializeAsync() => Server.InitializeAsync();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
