using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rollout.Core.Programmes;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Contacts from outside: who reads and writes whose, and what a list must look like.</summary>
public sealed class ContactsApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Own = "participants/94";
    private const string Other = "participants/92";
    private const string Agency = "agencies/c06";
    private const string Lead = "agencies/vpcp";

    private static readonly object[] One = [new { name = "Người dùng thử", office = "Sở Tư pháp", phone = "000 000 000", email = "thu@example.vn" }];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("participant:provinces-63/94", "read read read read", "write - - -")]
    [InlineData("vendor:provinces-63/94", "read read read read", "- - - -")]
    [InlineData("agency:c06", "read read read read", "- - write -")]
    [InlineData("agency:btp", "read read read read", "- - - -")]
    [InlineData("monitor", "read read read read", "- - - write")]
    [InlineData("admin", "read read read read", "- - - -")]
    [InlineData("approver", "read read read read", "- - - -")]
    [InlineData("reader", "read read read read", "- - - -")]
    public async Task Everybody_known_reads_and_only_those_whose_it_is_write(string role, string reads, string writes) =>
        await AssertTableAsync(server, role, reads, writes);

    [Theory]
    [InlineData("participant:provinces-63/94", "read - read read", "write - - -")]
    [InlineData("vendor:provinces-63/94", "read - read read", "- - - -")]
    [InlineData("agency:c06", "read read read read", "- - write -")]
    [InlineData("monitor", "read read read read", "- - - write")]
    public async Task Where_one_reads_only_ones_own_others_stay_closed_and_agencies_open(string role, string reads, string writes)
    {
        var item = DataFiles.ReadAll(Repository.Data()).Catalog!.All[0];
        await using var closed = new RunningServer { Catalog = new([item with { Programme = item.Programme with { Reading = ReadingScope.Own } }]) };
        await closed.InitializeAsync();
        await AssertTableAsync(closed, role, reads, writes);
    }

    [Fact]
    public async Task Public_is_refused_even_where_reading_is_open()
    {
        foreach (var place in (string[])[Own, Agency])
        {
            using var read = await server.Client.GetAsync(Address(place), Token);
            using var write = await server.Client.PutAsJsonAsync(Address(place), One, Token);
            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (read.StatusCode, write.StatusCode));
        }
    }

    [Fact]
    public async Task List_is_answered_as_it_was_put_and_an_empty_one_removes_it()
    {
        using var province = server.With("participant:provinces-63/93");
        object[] two = [new { step = (string?)null, name = "Người dùng thử", office = "Sở Tư pháp", phone = "+84 000", email = "" }, new { step = "1.1", name = "Người thứ hai", office = "", phone = "", email = "hai@example.vn" }];
        using var put = await province.PutAsJsonAsync(Address("participants/93"), two, Token);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var expected = JsonSerializer.Serialize(two);
        Assert.Equal(expected, Ordered(await RunningServer.JsonAsync(put)));
        Assert.Equal(expected, Ordered(await province.GetFromJsonAsync<JsonElement>(Address("participants/93"), Token)));
        using var none = await province.PutAsJsonAsync(Address("participants/93"), Array.Empty<object>(), Token);
        Assert.Equal(0, (await province.GetFromJsonAsync<JsonElement>(Address("participants/93"), Token)).GetArrayLength());
    }

    [Fact]
    public async Task Wrong_list_is_refused_whole_with_every_mistake_by_place_and_field()
    {
        using var agency = server.With("agency:ndxp");
        using var right = await agency.PutAsJsonAsync(Address("agencies/ndxp"), One, Token);
        object[] wrong = [One[0], new { name = "", phone = "12-34", step = "9.9" }, new { name = "Người dùng thử", email = "thu" }];
        using var answer = await agency.PutAsJsonAsync(Address("agencies/ndxp"), wrong, Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await RunningServer.JsonAsync(answer);
        Assert.Equal("contacts.invalid", problem.GetProperty("code").GetString());
        var errors = problem.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(["1 step", "1 name", "1 phone", "2 email"], errors.Select(e => $"{e.GetProperty("index")} {e.GetProperty("field").GetString()}"));
        Assert.All(errors, e => Assert.DoesNotContain("say.", e.GetProperty("message").GetString(), StringComparison.Ordinal));
        Assert.Equal(1, (await agency.GetFromJsonAsync<JsonElement>(Address("agencies/ndxp"), Token)).GetArrayLength());
    }

    [Theory]
    [InlineData("participants/94", "{", "application/json", 400)]
    [InlineData("participants/94", "{}", "application/json", 400)]
    [InlineData("participants/94", "null", "application/json", 400)]
    [InlineData("participants/94", "[null]", "application/json", 422)]
    [InlineData("participants/94", "[]", "text/plain", 400)]
    [InlineData("participants/99", "[]", "application/json", 404)]
    [InlineData("agencies/none", "[]", "application/json", 404)]
    public async Task Body_that_is_none_and_owner_that_is_none_are_told_apart(string place, string body, string type, int status)
    {
        using var province = server.With("participant:provinces-63/94");
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await province.PutAsync(Address(place), content, Token);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static async Task AssertTableAsync(RunningServer server, string role, string reads, string writes)
    {
        using var client = server.With(role);
        string[] places = [Own, Other, Agency, Lead];
        for (var i = 0; i < places.Length; i++)
        {
            using var read = await client.GetAsync(Address(places[i]), Token);
            Assert.Equal((places[i], reads.Split(' ')[i] == "read" ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (places[i], read.StatusCode));
            using var write = await client.PutAsJsonAsync(Address(places[i]), One, Token);
            Assert.Equal((places[i], writes.Split(' ')[i] == "write" ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (places[i], write.StatusCode));
        }
    }

    private static string Ordered(JsonElement lines) => JsonSerializer.Serialize(lines.EnumerateArray().Select(l => new
    {
        step = l.GetProperty("step").GetString(),
        name = l.GetProperty("name").GetString(),
        office = l.GetProperty("office").GetString(),
        phone = l.GetProperty("phone").GetString(),
        email = l.GetProperty("email").GetString(),
    }));

    private static Uri Address(string place) => new($"/api/v1/programmes/lien-thong/{place}/contacts", UriKind.Relative);
}
