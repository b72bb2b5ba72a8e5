using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Layout;
using Rollout.Web.Components.Operations;
using Rollout.Web.Operations;
using Rollout.Web.Tests.Components;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Operations;

/// <summary>The page and the API by which administrators see how the program stands.</summary>
public sealed class StatusTests : PageTest
{
    public StatusTests() : base(new RunningServer { Configure = b => b.Configuration["Jobs:Enabled"] = "true" })
    {
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("reader", 403)]
    [InlineData("monitor", 403)]
    [InlineData("participant:provinces-63/92", 403)]
    [InlineData("admin", 200)]
    public async Task Status_is_read_by_administrators_alone(string? role, int status)
    {
        using var client = role is null ? new HttpClient { BaseAddress = Server.Client.BaseAddress } : Server.With(role);
        using var answer = await client.GetAsync(new Uri("/api/v1/status", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        if (role != "admin") return;
        var said = await RunningServer.JsonAsync(answer);
        Assert.Equal("ready", said.GetProperty("status").GetString());
        Assert.StartsWith("SQLite 3.", said.GetProperty("database").GetProperty("engine").GetString(), StringComparison.Ordinal);
        Assert.True(said.GetProperty("database").GetProperty("sizeBytes").GetInt64() > 0);
        Assert.Equal(Get<BoardStore>().Current.Seq, said.GetProperty("ledger").GetProperty("head").GetInt64());
        Assert.Equal([ThisNode.Key], said.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("key").GetString()));
        Assert.Contains("prune", said.GetProperty("jobs").EnumerateArray().Select(j => j.GetProperty("key").GetString()));
    }

    [Fact]
    public void Page_tells_an_administrator_what_runs_and_how()
    {
        SignInWithKey("admin");
        var page = Open<StatusPage>("/admin/status");
        page.WaitForAssertion(() => Assert.Contains(ThisNode.Key, page.Find(".facts-of").TextContent, StringComparison.Ordinal));
        Assert.Contains("SQLite 3.", page.Find(".facts-of").TextContent, StringComparison.Ordinal);
        Assert.Equal(6, page.FindAll(".checks li").Count);
        Assert.Contains(Texts["nodes.job.prune"], page.FindAll("tbody th").Select(c => c.TextContent));
        Assert.Contains(page.FindAll("tbody th"), c => c.TextContent.Contains(Rollout.Web.Resources.Texts.Of(Programme.Title), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_goes_on_by_itself_and_ends_with_the_account()
    {
        // The last administrator cannot be closed out.
        await Server.AccountAsync("admin");
        var name = await SignInAsync("admin");
        var page = Open<StatusPage>("/admin/status");
        page.WaitForAssertion(() => page.Find("time"));
        var before = page.Find("time").TextContent;
        page.WaitForAssertion(() => Assert.NotEqual(before, page.Find("time").TextContent));
        Get<AccountTable>().Disable(Get<AccountTable>().FindByName(name)!.Id);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".facts-of")));
    }

    [Fact]
    public void Page_shows_nothing_to_others()
    {
        SignInWithKey("monitor");
        var page = Open<StatusPage>("/admin/status");
        Assert.Contains(Texts["say.access.administrator"], page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".facts-of"));
    }

    [Fact]
    public void Open_page_is_told_that_the_server_ends_and_the_telling_waits_for_it()
    {
        var notice = Circuit.Render<StopNotice>();
        Assert.Empty(notice.FindAll("[data-stopping]"));
        Get<StopSignal>().Tell(TimeSpan.FromMinutes(1));
        notice.WaitForAssertion(() => notice.Find("[data-stopping]"));
    }
}
