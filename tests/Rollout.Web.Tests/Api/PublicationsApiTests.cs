using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Publications from outside: every role, every refusal in the contract's order, and bytes that never change.</summary>
public sealed class PublicationsApiTests(RunningServer server) : IClassFixture<RunningServer>, IDisposable
{
    private const string Root = PublicationCaller.Root;
    private static readonly string[] Insiders = ["monitor", "approver", "admin"];
    private readonly PublicationCaller _caller = new(server);

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task Letter_goes_its_whole_way_and_every_one_reads_what_was_issued()
    {
        var (id, _) = await _caller.AtAsync("issued", """, "notes": ["Số liệu tạm tính"]""");

        var read = await server.GetAsync($"{Root}/{id}");
        Assert.Equal("issued", read.GetProperty("state").GetString());
        Assert.Equal([1, 12, 28, 23, 3, 59], read.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("count").GetInt32()));
        Assert.Equal("2024-07-31T23:59:59.999+07:00", read.GetProperty("asOf").GetString());
        Assert.Equal(["json", "docx", "xlsx", "csv", "html"], read.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("format").GetString()));
        Assert.Equal(64, read.GetProperty("hashes").GetProperty("edition").GetString()!.Length);
        Assert.Contains(id, Ids(await server.GetAsync(Root)));
    }

    [Fact]
    public async Task Public_sees_no_names_of_people_and_no_comments_and_readers_no_comments()
    {
        var (id, _) = await _caller.AtAsync("submitted");
        Assert.Equal(200, (await _caller.Approver.SendAsync(HttpMethod.Post, $"{Root}/{id}/comment", """{ "note": "ý kiến riêng" }""").SaidAsync()).Status);
        await _caller.Approver.SendAsync(HttpMethod.Post, $"{Root}/{id}/approve", """{ "version": 2 }""");
        await _caller.Monitor.SendAsync(HttpMethod.Post, $"{Root}/{id}/issue", $$"""{ "version": 3, "number": "{{PublicationCaller.Number()}}", "date": "{{PublicationCaller.Today}}" }""");
        using var reader = server.With("reader");
        var (open, signedIn, inside) = (await TextAsync(server.Client, id), await TextAsync(reader, id), await TextAsync(_caller.Monitor, id));

        Assert.DoesNotContain("\"by\":\"approver\"", open, StringComparison.Ordinal);
        Assert.Contains("\"by\":\"approver\"", signedIn, StringComparison.Ordinal);
        Assert.DoesNotContain("riêng", open + signedIn, StringComparison.Ordinal);
        Assert.Contains("riêng", inside, StringComparison.Ordinal);
        Assert.Contains("commented", inside, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("submitted")]
    [InlineData("approved")]
    [InlineData("cancelled")]
    public async Task What_is_not_issued_is_seen_by_those_who_work_on_it_alone(string state)
    {
        var (id, _) = await _caller.AtAsync(state);
        foreach (var role in (string?[])["monitor", "approver", "admin", "reader", "agency:c06", "participant:provinces-63/92", "vendor:provinces-63/92", null])
        {
            using var client = role is null ? new HttpClient { BaseAddress = server.Client.BaseAddress } : server.With(role);
            var expected = role is null ? 401 : Insiders.Contains(role) ? 200 : 403;
            foreach (var path in (string[])["", ".docx", ".json"])
                Assert.Equal((role, expected), (role, (await client.SendAsync(HttpMethod.Get, $"{Root}/{id}{path}").SaidAsync()).Status));
            Assert.Equal(expected == 200, Ids(await client.SendAsync(HttpMethod.Get, Root).BodyAsync()).Contains(id));
        }
    }

    [Theory]
    [InlineData("submit", "draft", "monitor")]
    [InlineData("withdraw", "submitted", "monitor")]
    [InlineData("approve", "submitted", "approver,second")]
    [InlineData("return", "submitted", "approver,second")]
    [InlineData("cancel", "approved", "monitor")]
    public async Task Each_step_is_for_its_roles_alone(string word, string state, string allowed)
    {
        foreach (var role in (string[])["reader", "admin", "agency:c06", "participant:provinces-63/92", "vendor:provinces-63/92", "approver", "second"])
        {
            var (id, version) = await _caller.AtAsync(state);
            using var client = role == "second" ? Second() : server.With(role);
            var said = await client.SendAsync(HttpMethod.Post, $"{Root}/{id}/{word}", $$"""{ "version": {{version}}, "reason": "x" }""").SaidAsync();
            // A second monitor is a monitor.
            var may = allowed.Split(',').Contains(role) || (role == "second" && allowed == "monitor");
            Assert.Equal((role, may ? 200 : 403), (role, said.Status));
        }
    }

    [Fact]
    public async Task Drafter_does_not_approve_their_own()
    {
        var (id, version) = await _caller.AtAsync("submitted");
        Assert.Equal((403, "publication.author"), await _caller.Monitor.SendAsync(HttpMethod.Post, $"{Root}/{id}/approve", $$"""{ "version": {{version}} }""").SaidAsync());
    }

    [Fact]
    public async Task Refusals_come_in_the_order_of_the_contract()
    {
        var (id, version) = await _caller.AtAsync("submitted");
        using var nobody = new HttpClient { BaseAddress = server.Client.BaseAddress };
        using var reader = server.With("reader");
        Assert.Equal((400, "query.body"), await nobody.SendAsync(HttpMethod.Post, $"{Root}/999/submit", "{}").SaidAsync());
        Assert.Equal((400, "query.instant"), await nobody.SendAsync(HttpMethod.Post, $"{Root}/999/issue", """{ "version": 1, "number": "1", "date": "5/8/2024" }""").SaidAsync());
        Assert.Equal((400, "query.body"), await nobody.SendAsync(HttpMethod.Post, Root, """{ "phase": "test", "placings": [{ "system": "hotich", "code": "94", "kind": "shout", "text": "x" }] }""").SaidAsync());
        Assert.Equal((401, "query.signIn"), await nobody.SendAsync(HttpMethod.Post, $"{Root}/999/submit", """{ "version": 99 }""").SaidAsync());
        Assert.Equal((404, "query.unknown"), await reader.SendAsync(HttpMethod.Post, $"{Root}/999/submit", """{ "version": 99 }""").SaidAsync());
        Assert.Equal((403, "publication.monitor"), await reader.SendAsync(HttpMethod.Post, $"{Root}/{id}/submit", """{ "version": 99 }""").SaidAsync());
        Assert.Equal((409, "publication.stale"), await _caller.Monitor.SendAsync(HttpMethod.Post, $"{Root}/{id}/submit", """{ "version": 99 }""").SaidAsync());
        Assert.Equal((422, "publication.state"), await _caller.Monitor.SendAsync(HttpMethod.Post, $"{Root}/{id}/submit", $$"""{ "version": {{version}} }""").SaidAsync());
        Assert.Equal((422, "note.required"), await _caller.Monitor.SendAsync(HttpMethod.Post, $"{Root}/{id}/cancel", $$"""{ "version": {{version}} }""").SaidAsync());
    }

    [Fact]
    public async Task Stale_change_is_refused_with_the_publication_as_it_is()
    {
        var id = await _caller.DraftAsync();
        const string Edit = """{ "version": 1, "phase": "test", "notes": ["một"] }""";
        Assert.Equal(200, (await _caller.Monitor.SendAsync(HttpMethod.Put, $"{Root}/{id}", Edit).SaidAsync()).Status);
        var stale = await _caller.Monitor.SendAsync(HttpMethod.Put, $"{Root}/{id}", Edit).BodyAsync();
        Assert.Equal("publication.stale", stale.GetProperty("code").GetString());
        Assert.Equal((2, "một"), (stale.GetProperty("current").GetProperty("version").GetInt64(), stale.GetProperty("current").GetProperty("remarks")[0].GetString()));
    }

    [Fact]
    public async Task Names_in_no_row_wait_for_a_decision()
    {
        // Before anything was known of anybody.
        var id = (await _caller.Monitor.SendAsync(HttpMethod.Post, Root, """{ "phase": "production", "asOf": "2024-06-01" }""").BodyAsync()).GetProperty("id").GetInt64();
        var read = await _caller.Monitor.SendAsync(HttpMethod.Get, $"{Root}/{id}").BodyAsync();
        var missing = read.GetProperty("missing").EnumerateArray().Select(m => (System: m.GetProperty("system").GetString(), Code: m.GetProperty("code").GetString())).ToList();
        Assert.NotEmpty(missing);
        var refused = await _caller.Monitor.SendAsync(HttpMethod.Post, $"{Root}/{id}/submit", """{ "version": 1 }""").BodyAsync();
        Assert.Equal("publication.undecided", refused.GetProperty("code").GetString());

        var placings = string.Join(',', missing.Select(m => $$"""{ "system": "{{m.System}}", "code": "{{m.Code}}", "kind": "row", "text": "Chưa có số liệu" }"""));
        await _caller.Monitor.SendAsync(HttpMethod.Put, $"{Root}/{id}", $$"""{ "version": 1, "phase": "production", "asOf": "2024-06-01", "placings": [{{placings}}] }""");
        var submitted = await _caller.Monitor.SendAsync(HttpMethod.Post, $"{Root}/{id}/submit", """{ "version": 2 }""").BodyAsync();
        var extra = submitted.GetProperty("rows").EnumerateArray().Last();
        Assert.Equal((7, true, 63), (extra.GetProperty("number").GetInt32(), extra.GetProperty("extra").GetBoolean(), extra.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Issued_documents_are_the_same_bytes_for_ever_and_bear_number_and_date()
    {
        var (id, _) = await _caller.AtAsync("issued");
        foreach (var format in (string[])["docx", "xlsx", "csv", "html", "json"])
            Assert.Equal(await PublicationCaller.BytesAsync(server.Client, $"{id}.{format}"), await PublicationCaller.BytesAsync(_caller.Monitor, $"{id}.{format}"));
        var html = Encoding.UTF8.GetString(await PublicationCaller.BytesAsync(server.Client, $"{id}.html"));
        Assert.Contains("/THU ngày ", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        var read = await server.GetAsync($"{Root}/{id}");
        var canonical = await PublicationCaller.BytesAsync(server.Client, $"{id}.json");
        Assert.Equal(read.GetProperty("hashes").GetProperty("content").GetString(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(canonical)));
        Assert.Equal(404, (await server.Client.SendAsync(HttpMethod.Get, $"{Root}/{id}.odt").SaidAsync()).Status);
    }

    [Fact]
    public async Task Successor_supersedes_what_it_names_and_both_stay_readable()
    {
        var (old, _) = await _caller.AtAsync("issued");
        var (successor, _) = await _caller.AtAsync("issued", $", \"supersedes\": {old}");
        var read = await server.GetAsync($"{Root}/{old}");
        Assert.Equal(("superseded", successor), (read.GetProperty("state").GetString(), read.GetProperty("supersededBy").GetInt64()));
        Assert.NotEmpty(await PublicationCaller.BytesAsync(server.Client, $"{old}.docx"));
    }

    [Fact]
    public async Task Signed_letter_is_a_pdf_of_an_issued_one_and_an_earlier_one_is_kept()
    {
        var (id, _) = await _caller.AtAsync("issued");
        var (draft, _) = await _caller.AtAsync("draft");
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n");
        using var reader = server.With("reader");
        Assert.Equal((403, "publication.monitor"), await PublicationCaller.UploadAsync(_caller.Approver, id, (pdf, "a.pdf")).SaidAsync());
        Assert.Equal((422, "publication.state"), await PublicationCaller.UploadAsync(_caller.Monitor, draft, (pdf, "a.pdf")).SaidAsync());
        Assert.Equal((422, "publication.pdf"), await PublicationCaller.UploadAsync(_caller.Monitor, id, ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a.png")).SaidAsync());
        Assert.Equal(404, (await reader.SendAsync(HttpMethod.Get, $"{Root}/{id}/signed").SaidAsync()).Status);
        Assert.Equal(201, (await PublicationCaller.UploadAsync(_caller.Monitor, id, (pdf, "cong-van.pdf")).SaidAsync()).Status);
        Assert.Equal(201, (await PublicationCaller.UploadAsync(_caller.Monitor, id, ([.. pdf, (byte)'\n'], "cong-van-2.pdf")).SaidAsync()).Status);

        Assert.Equal(pdf.Length + 1, (await PublicationCaller.BytesAsync(reader, $"{id}/signed")).Length);
        Assert.Equal(401, (await server.Client.SendAsync(HttpMethod.Get, $"{Root}/{id}/signed").SaidAsync()).Status);
        Assert.Equal(2, (await reader.SendAsync(HttpMethod.Get, $"{Root}/{id}").BodyAsync()).GetProperty("signedFiles").GetArrayLength());
    }

    [Fact]
    public async Task Past_knows_nothing_of_what_came_later()
    {
        var (id, _) = await _caller.AtAsync("issued");
        Assert.Equal(404, (await server.Client.SendAsync(HttpMethod.Get, $"{Root}/{id}?asOf=2024-08-01").SaidAsync()).Status);
        Assert.Equal(404, (await server.Client.SendAsync(HttpMethod.Get, $"{Root}/{id}?knownOn=2024-08-01").SaidAsync()).Status);
        Assert.Empty(Ids(await server.GetAsync($"{Root}?asOf=2024-08-01")));
    }

    [Fact]
    public async Task Where_reading_is_closed_the_public_is_refused()
    {
        await using var closed = new RunningServer { PublicRead = false };
        await closed.InitializeAsync();
        foreach (var path in (string[])[Root, $"{Root}/1", $"{Root}/1.docx"])
            Assert.Equal(401, (await closed.Client.SendAsync(HttpMethod.Get, path).SaidAsync()).Status);
    }

    private HttpClient Second()
    {
        var key = server.Services.GetRequiredService<ApiKeys>().Create("second", "monitor");
        return new() { BaseAddress = server.Client.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", key) } };
    }

    private static IEnumerable<long> Ids(JsonElement list) => list.EnumerateArray().Select(p => p.GetProperty("id").GetInt64());

    private static async Task<string> TextAsync(HttpClient client, long id) => Encoding.UTF8.GetString(await PublicationCaller.BytesAsync(client, $"{id}"));
}
