using Bunit;
using Rollout.Core.Programmes;
using Rollout.Web.Components.Collecting;
using Rollout.Web.Components.Layout;
using Rollout.Web.Components.Shared;
using Rollout.Web.Tests.Components;

namespace Rollout.Web.Tests.Collecting;

/// <summary>The page of the reports that were asked for.</summary>
public sealed class CollectionPageTests : PageTest
{
    private const string Sync = "/reports?programme=dong-bo-2025";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Server.ImportAsync("dong-bo-2025");
    }

    [Fact]
    public void Page_shows_who_has_handed_in_and_filters_by_state()
    {
        var page = Open<CollectionPage>(Sync);
        Assert.Equal(34, page.FindAll("tbody tr").Count);
        Assert.Equal(["19", "15"], page.FindAll(".chips .chip b").Select(b => b.TextContent));
        Assert.Contains(Texts["collection.noDeadline"], page.Markup, StringComparison.Ordinal);
        Assert.Contains($"{44.47m:N2}\u00A0%", page.Markup, StringComparison.Ordinal);
        Assert.Equal(15, Open<CollectionPage>($"{Sync}&state=missing").FindAll("tbody tr").Count);
        Assert.Contains("/participants/96?programme=dong-bo-2025#step-2.1", page.FindAll("tbody th a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Report_in_two_copies_has_a_column_for_each()
    {
        var page = Open<CollectionPage>("/reports?programme=bao-cao-2022&report=ii");
        Assert.Contains(Texts["collection.before", "25/05/2022", "24/05/2022"], page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Bản điện tử", "Bản giấy"], page.FindAll("thead th").Skip(1).Take(2).Select(h => h.TextContent));
        Assert.Equal(3, page.FindAll("nav.seg a").Count);
        Assert.Equal("Báo cáo (ii)", page.Find("nav.seg a[aria-current]").TextContent);
    }

    [Fact]
    public void Programme_without_a_collection_says_so() => Assert.Contains(Texts["collection.none"], Open<CollectionPage>("/reports").Markup, StringComparison.Ordinal);

    [Fact]
    public async Task Contact_sees_the_own_reports_and_what_they_lack_and_monitors_the_letter()
    {
        Assert.Empty(Open<CollectionPage>(Sync).FindAll("#h-own, #h-letter"));
        await SignInAsync("participant:provinces-34/96");
        var page = Open<CollectionPage>(Sync);
        Assert.Contains("phase=khac-phuc#step-2.1", page.Find("section[aria-labelledby=h-own] a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(Texts["collection.openSteps", "2.1"], page.Find("section[aria-labelledby=h-own]").TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts["collection.noFile"], page.Find("section[aria-labelledby=h-own]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#h-letter"));
        await SignInAsync("monitor");
        var letter = Open<CollectionPage>($"{Sync}&deadline=2099-01-05");
        Assert.Contains(Texts["collection.letterSaid", "Khắc phục theo Công văn 7139", 15, 0], letter.Find("section[aria-labelledby=h-letter]").TextContent, StringComparison.Ordinal);
        Assert.Contains("deadline=2099-01-05", letter.Find("iframe").GetAttribute("src"), StringComparison.Ordinal);
        Assert.NotEmpty(Open<CollectionPage>($"{Sync}&deadline=2020-01-05").Find(".is-wrong").TextContent);
    }

    [Theory]
    [InlineData("/", true, false, "Phụ lục I")]
    [InlineData("/?programme=bao-cao-2022", false, true, "Danh sách")]
    [InlineData("/?programme=so-hoa-2024", false, false, "Phụ lục")]
    public void Navigation_names_what_the_programme_has_in_its_own_words(string address, bool probes, bool reports, string lists)
    {
        var ways = Open<PageFrame>(address).FindAll("nav.side > a");
        Assert.Equal((probes, reports), (ways.Any(w => Leads(w, "/probes")), ways.Any(w => Leads(w, "/reports"))));
        Assert.Equal(lists, ways.Single(w => Leads(w, "/lists")).QuerySelector(".long")!.TextContent);

        static bool Leads(AngleSharp.Dom.IElement way, string path) => way.GetAttribute("href")!.Split('?')[0] == path;
    }

    [Fact]
    public void Every_state_of_a_report_has_a_look_of_its_own_sign_and_a_text()
    {
        var looks = Enum.GetValues<Core.Collecting.ReceiptState>().Select(Looks.Of).ToList();
        Assert.Equal(looks.Count, looks.Select(l => l.Sign).Distinct().Count());
        Assert.All(looks.Concat(Enum.GetValues<Core.Measures.PaceState>().Select(Looks.Of)), l => Assert.NotEqual(l.Key, Texts[l.Key]));
    }
}
