using System.Net;
using Bunit;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Successors;
using Rollout.Web.Tests.Components;

namespace Rollout.Web.Tests.Successors;

/// <summary>The board of 63 read by the 34, and the addresses that retire.</summary>
public sealed class SuccessorsTests : PageTest
{
    private const string Path = "/api/v1/programmes/lien-thong/successors";

    [Fact]
    public async Task Board_is_read_by_the_thirty_four_with_the_parts_as_they_stand()
    {
        var answer = await Server.GetAsync(Path);
        Assert.Equal(("2025-07-01", 34, 0), (answer.GetProperty("from").GetString(), answer.GetProperty("successors").GetArrayLength(), answer.GetProperty("others").GetArrayLength()));
        Assert.Equal(63, answer.GetProperty("successors").EnumerateArray().Sum(s => s.GetProperty("parts").GetArrayLength()));
        var canTho = answer.GetProperty("successors").EnumerateArray().Single(s => s.GetProperty("name").GetString() == "Cần Thơ");
        Assert.Equal(("provinces-34", "92"), (canTho.GetProperty("set").GetString(), canTho.GetProperty("code").GetString()));
        Assert.Equal(["Cần Thơ", "Hậu Giang", "Sóc Trăng"], canTho.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        // Two numbers of the parts together, and no status of the successor itself.
        Assert.Equal(["set", "code", "name", "partsStepsDone", "partsSteps", "parts"], canTho.EnumerateObject().Select(p => p.Name));
        Assert.Equal("done", canTho.GetProperty("parts")[0].GetProperty("steps").GetProperty("1.1").GetString());
    }

    [Theory]
    [InlineData("/api/v1/programmes/dong-bo-2025/successors", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/programmes/kho-du-lieu-2024/successors", HttpStatusCode.OK)]
    [InlineData(Path + "?phase=x", HttpStatusCode.BadRequest)]
    [InlineData(Path + "?asOf=2024-07-15", HttpStatusCode.OK)]
    public async Task Set_that_stands_has_no_successors(string path, HttpStatusCode status)
    {
        using var answer = await Server.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public void Page_puts_the_parts_under_their_successor_and_those_of_no_lineage_apart()
    {
        var page = Open<SuccessorsPage>("/board/successors");
        Assert.Equal((34, 63), (page.FindAll("tr.whole").Count, page.FindAll("tbody tr:not(.whole)").Count));
        var central = Open<SuccessorsPage>("/board/successors?programme=kho-du-lieu-2024");
        Assert.Equal(35, central.FindAll("tr.whole").Count);
        Assert.Contains(Texts["successors.others"], central.Markup, StringComparison.Ordinal);
        Assert.Contains(Texts["successors.none"], Open<SuccessorsPage>("/board/successors?programme=dong-bo-2025").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Board_leads_there_once_the_provinces_were_joined()
    {
        Assert.Contains("/board/successors", Ways("/board"));
        Assert.DoesNotContain("/board/successors?asOf=2024-08-01", Ways("/board?asOf=2024-08-01"));
        Assert.DoesNotContain("/board/successors?programme=dong-bo-2025", Ways("/board?programme=dong-bo-2025"));

        IEnumerable<string?> Ways(string address) => Open<BoardPage>(address).FindAll("a.button").Select(a => a.GetAttribute("href"));
    }
}
