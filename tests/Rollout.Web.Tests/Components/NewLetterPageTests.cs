using Bunit;
using Rollout.Web.Components.Letters;
using Rollout.Web.Components.Pages;

namespace Rollout.Web.Tests.Components;

/// <summary>The page that writes a reminder, and the ways to it.</summary>
public sealed class NewLetterPageTests : PageTest
{
    [Fact]
    public void Monitor_sees_the_letter_as_it_prints_with_a_deadline_proposed()
    {
        SignInWithKey("monitor");
        var page = Open<NewLetterPage>("/letters/new?phase=test&region=Tây Nguyên");
        Assert.NotEmpty(page.Find("#letter-deadline").GetAttribute("value")!);
        Assert.Contains("reminder.html?", page.Find("iframe").GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("region=", page.Find("iframe").GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("phase", page.FindAll("form input[type=hidden]").Select(i => i.GetAttribute("name")));
    }

    [Fact]
    public void Past_deadline_is_said_beside_its_field_and_what_was_typed_stays()
    {
        SignInWithKey("monitor");
        var page = Open<NewLetterPage>("/letters/new?deadline=2020-01-01&list=99");
        Assert.Contains("2020-01-01", page.Find("#letter-deadline-mistake").TextContent, StringComparison.Ordinal);
        Assert.Equal("2020-01-01", page.Find("#letter-deadline").GetAttribute("value"));
        Assert.Contains("99", page.Find(".notice, [role=alert]").TextContent + page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("iframe"));
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("participant:provinces-63/94")]
    public void Others_are_refused_and_see_no_way_to_it(string role)
    {
        SignInWithKey(role);
        Assert.Empty(Open<NewLetterPage>("/letters/new").FindAll("form"));
        Assert.DoesNotContain("/letters/new", Open<ListsPage>("/lists?phase=test").Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("/letters/new", Open<BoardPage>("/board?phase=test").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Board_hands_its_filter_over_and_each_row_of_the_lists_its_number()
    {
        SignInWithKey("monitor");
        Assert.Contains("/letters/new?phase=test&amp;region=T", Open<BoardPage>("/board?phase=test&region=Tây Nguyên").Markup, StringComparison.Ordinal);
        Assert.Contains("/letters/new?phase=test&amp;list=6", Open<ListsPage>("/lists?phase=test").Markup, StringComparison.Ordinal);
    }
}
