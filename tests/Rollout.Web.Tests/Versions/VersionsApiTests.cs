using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Programmes;
using Rollout.Storage.Accounts;
using Rollout.Storage.Versions;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Api;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Versions;

/// <summary>A new version of a programme by the API: mistakes, a preview, kept, and served after the next start.</summary>
public sealed class VersionsApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Path = "/api/v1/programmes/lien-thong/versions";

    private static readonly string Shipped = File.ReadAllText(Repository.Data("programmes", "lien-thong.yaml"));

    [Theory]
    [InlineData(null, 401)]
    [InlineData("monitor", 403)]
    [InlineData("agency:c06", 403)]
    [InlineData("participant:provinces-63/92", 403)]
    [InlineData("vendor:provinces-63/92", 403)]
    [InlineData("approver", 403)]
    [InlineData("reader", 403)]
    [InlineData("admin", 200)]
    public async Task Administrators_alone_see_try_and_keep_versions(string? role, int status)
    {
        using var client = role is null ? new HttpClient { BaseAddress = server.Client.BaseAddress } : server.With(role);
        Assert.Equal(status, (await client.SendAsync(HttpMethod.Get, Path).SaidAsync()).Status);
        Assert.Equal(status == 200 ? 404 : status, (await client.SendAsync(HttpMethod.Get, $"{Path}/77").SaidAsync()).Status);
        foreach (var path in (string[])[$"{Path}?dryRun=true", "/api/v1/programmes?dryRun=true"])
            Assert.Equal(status, (await client.SendAsync(HttpMethod.Post, path, Body(Changed("Một")))).StatusCode is var code ? (int)code : 0);
        if (status == 403) Assert.Equal(403, (await client.SendAsync(HttpMethod.Post, Path, Body(Changed("Một"), "Lý do")).SaidAsync()).Status);
        Assert.Empty(server.Services.GetRequiredService<ProgrammeVersions>().All());
    }

    [Theory]
    [InlineData("?dryRun=yes", """{ "text": "key: a" }""", 400, "query.unknown")]
    [InlineData("", "{}", 400, "query.body")]
    [InlineData("", """{ "text": "key: other" }""", 422, "version.mistakes")]
    public async Task Request_that_cannot_be_meant_is_refused_in_the_order_of_the_contract(string query, string body, int status, string code)
    {
        using var admin = server.With("admin");
        Assert.Equal((status, code), await admin.SendAsync(HttpMethod.Post, Path + query, body).SaidAsync());
    }

    [Fact]
    public async Task Mistakes_come_all_at_once_with_their_places_and_their_lines()
    {
        using var admin = server.With("admin");
        var text = Shipped.Replace("lead: vpcp", "lead: vpc", StringComparison.Ordinal).Replace("reading: all", "readin: all", StringComparison.Ordinal);
        Assert.NotEqual(Shipped, text);
        var answer = await admin.SendAsync(HttpMethod.Post, $"{Path}?dryRun=true", Body(text)).BodyAsync();
        Assert.Equal("version.mistakes", answer.GetProperty("code").GetString());
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var errors = answer.GetProperty("errors").EnumerateArray().ToList();
        Assert.Contains(errors, e => e.GetProperty("quoted").GetString() == "lead: vpc" && e.GetProperty("column").GetInt32() == 7 && e.GetProperty("message").GetString()!.Contains("vpcp", StringComparison.Ordinal));
        Assert.All(errors, e => Assert.Equal(lines[e.GetProperty("line").GetInt32() - 1].TrimEnd(), e.GetProperty("quoted").GetString()));
    }

    [Fact]
    public async Task Same_text_is_nothing_to_keep()
    {
        using var admin = server.With("admin");
        var answer = await admin.SendAsync(HttpMethod.Post, Path, Body(Shipped, "Không đổi")).BodyAsync();
        Assert.Equal("version.same", answer.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Preview_tells_what_the_file_changes_and_what_the_ledger_loses()
    {
        using var admin = server.With("admin");
        var answer = await admin.SendAsync(HttpMethod.Post, $"{Path}?dryRun=true", Body(WithoutStep())).BodyAsync();
        Assert.Contains(answer.GetProperty("changes").EnumerateArray(), c => (c.GetProperty("fate").GetString(), c.GetProperty("section").GetString(), c.GetProperty("key").GetString()) == ("gone", "steps", "1.4"));
        var loss = Assert.Single(answer.GetProperty("ledger").GetProperty("losses").EnumerateArray());
        Assert.Equal(("step:1.4", true), (loss.GetProperty("word").GetString(), loss.GetProperty("entries").GetInt32() >= 12));
        // Without its last step the first part is done where the other three are.
        Assert.Equal(0, answer.GetProperty("after").GetInt32());
    }

    [Fact]
    public async Task Version_is_kept_with_every_loss_agreed_to_and_served_after_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("rollout-versions-").FullName;
        var files = DataFiles.ReadAll(Repository.Data()).Catalog!;
        long head;
        await using (var first = new RunningServer { Folder = folder, KeepFolder = true })
        {
            await first.InitializeAsync();
            using var admin = first.With("admin");
            Assert.Equal((422, "version.reason"), await admin.SendAsync(HttpMethod.Post, Path, Body(WithoutStep(), " ", "step:1.4")).SaidAsync());
            Assert.Equal((422, "version.losses"), await admin.SendAsync(HttpMethod.Post, Path, Body(WithoutStep(), "Công văn mới", "step:1.3")).SaidAsync());
            Assert.Equal(201, (await admin.SendAsync(HttpMethod.Post, Path, Body(WithoutStep(), "Công văn mới", "step:1.4")).SaidAsync()).Status);
            Assert.Equal((409, "version.stale"), await admin.SendAsync(HttpMethod.Post, Path, JsonSerializer.Serialize(new { text = Changed("Hai"), reason = "Hai", after = 0 })).SaidAsync());

            // Until the next start nothing is different, and everybody who asks is told that it waits.
            Assert.NotNull(first.Services.GetRequiredService<ProgrammeCatalog>().All[0].Programme.FindStep("1.4"));
            var listed = await admin.SendAsync(HttpMethod.Get, Path).BodyAsync();
            Assert.Equal(1, listed.GetProperty("waiting").GetInt32());
            Assert.Equal(JsonValueKind.Null, listed.GetProperty("served").GetProperty("version").ValueKind);
            var status = await admin.SendAsync(HttpMethod.Get, "/api/v1/status").BodyAsync();
            Assert.Equal("lien-thong", status.GetProperty("versionsWaiting")[0].GetProperty("programme").GetString());
            var line = Assert.Single(first.Services.GetRequiredService<SecurityLog>().Read("programme.kept"));
            Assert.Equal(("lien-thong 1", true), (line.Subject, line.Detail.Contains("losses: step:1.4; Công văn mới", StringComparison.Ordinal)));
            head = first.Services.GetRequiredService<Storage.Ledgers.BoardStore>().Current.Seq;
        }
        await using var second = new RunningServer { Folder = folder, Catalog = files };
        await second.InitializeAsync();
        using var again = second.With("admin");
        Assert.Null(second.Services.GetRequiredService<ProgrammeCatalog>().All[0].Programme.FindStep("1.4"));
        var served = await again.SendAsync(HttpMethod.Get, Path).BodyAsync();
        Assert.Equal((1, JsonValueKind.Null), (served.GetProperty("served").GetProperty("version").GetInt32(), served.GetProperty("waiting").ValueKind));
        using var text = await again.SendAsync(HttpMethod.Get, $"{Path}/1");
        Assert.Equal(WithoutStep(), await text.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        // The entries stay, and every page that shows the ledger still opens.
        Assert.Equal(head, second.Services.GetRequiredService<Storage.Ledgers.BoardStore>().Current.Seq);
        foreach (var page in (string[])["/", "/lists", "/lists/changes?from=2024-06-01", "/board", "/participants/92", "/activity", "/figures", "/inbox", "/answers", "/programmes"])
        {
            using var answer = await second.Client.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode is 302, $"{page}: {answer.StatusCode}");
        }
        // The step may come back: then its entries belong somewhere again.
        var back = await again.SendAsync(HttpMethod.Post, $"{Path}?dryRun=true", Body(Shipped)).BodyAsync();
        Assert.True(back.GetProperty("ledger").GetProperty("regained").GetInt32() >= 12);
    }

    [Fact]
    public async Task New_programme_is_kept_and_served_after_the_next_start_and_one_that_no_longer_reads_stops_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("rollout-versions-").FullName;
        var files = DataFiles.ReadAll(Repository.Data()).Catalog!;
        await using (var first = new RunningServer { Folder = folder, KeepFolder = true, Catalog = files })
        {
            await first.InitializeAsync();
            using var admin = first.With("admin");
            var text = Wells.Replace("key: wells", "key: Wells!", StringComparison.Ordinal);
            var refused = await admin.SendAsync(HttpMethod.Post, "/api/v1/programmes", Body(text, "Mới")).BodyAsync();
            Assert.Equal("version.key", refused.GetProperty("errors")[0].GetProperty("code").GetString());
            var preview = await admin.SendAsync(HttpMethod.Post, "/api/v1/programmes?dryRun=true", Body(Wells)).BodyAsync();
            Assert.True(preview.GetProperty("isNew").GetBoolean());
            Assert.Equal(201, (await admin.SendAsync(HttpMethod.Post, "/api/v1/programmes", Body(Wells, "Mới")).SaidAsync()).Status);
            // Behind the desk's back, as an older program might have left it.
            first.Services.GetRequiredService<ProgrammeVersions>().Keep("lien-thong", 0, "key: lien-thong\nlead: nobody\n", "ai đó", "Hỏng");
        }
        await using var second = new RunningServer { Folder = folder, Catalog = files };
        await second.InitializeAsync();
        Assert.Equal("Village wells", (await second.GetAsync("/api/v1/programmes/wells")).GetProperty("title").GetString());
        Assert.NotNull(second.Services.GetRequiredService<ProgrammeCatalog>().Find("lien-thong")!.Programme.FindStep("1.4"));
        using var again = second.With("admin");
        var passed = (await again.SendAsync(HttpMethod.Get, Path).BodyAsync()).GetProperty("passedOver");
        Assert.Equal((1, true), (passed.GetProperty("number").GetInt32(), passed.GetProperty("mistakes").GetArrayLength() > 0));
    }

    private const string Wells = """
        key: wells
        title: Village wells
        lead: water-board
        participants: provinces-34
        participantWord: Province
        organisations:
          - { key: water-board, names: [{ full: Water board, short: WB }] }
        phases:
          - { key: only, title: The only phase, knownFrom: 2024-01-01 }
        parts:
          - { key: A, title: Wells, steps: [{ key: A1, title: Dig, reports: participant, confirm: { any: [water-board] } }] }
        statusLists:
          - { number: 1, title: Dry, where: { steps: { A1: notDone } } }
        appendix: { name: List, title: WELLS, issuedWith: "(no letter)", columns: [No., What, Count, Who] }
        blockerKinds: { rock: Rock }
        """;

    /// <summary>The shipped file with another title.</summary>
    private static string Changed(string title) => $"{Shipped}\n# {title}\n";

    /// <summary>The shipped file without step 1.4, which twelve provinces have done.</summary>
    private static string WithoutStep()
    {
        var lines = Shipped.ReplaceLineEndings("\n").Split('\n').ToList();
        var from = lines.FindIndex(l => l.TrimStart().StartsWith("- key: \"1.4\"", StringComparison.Ordinal));
        Assert.True(from > 0);
        var indent = lines[from].Length - lines[from].TrimStart().Length;
        var to = lines.FindIndex(from + 1, l => l.Length > 0 && l.Length - l.TrimStart().Length <= indent);
        lines.RemoveRange(from, to - from);
        return string.Join('\n', lines);
    }

    private static string Body(string text, string? reason = null, params string[] losses) => JsonSerializer.Serialize(new { text, reason, losses });
}
