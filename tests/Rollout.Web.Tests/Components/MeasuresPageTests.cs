using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Rollout.Core.Programmes;
using Rollout.Web.Components.Layout;
using Rollout.Web.Components.Measures;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Shared;
using Rollout.Web.Tests.Hosting;
using static Rollout.Web.Tests.Hosting.Measured;

namespace Rollout.Web.Tests.Components;

/// <summary>The page of measures, a participant's figures, and tables of figures on their page.</summary>
public sealed class MeasuresPageTests : PageTest
{
    private const string Page = $"/measures?programme={Measured.Key}";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await ImportAsync(Server);
    }

    [Fact]
    public void Ranking_puts_the_worst_first_and_those_without_a_figure_in_a_group_of_their_own()
    {
        var page = Open<MeasuresPage>(Page);
        Assert.Equal([$"1Cà Mau{Said(44.47m)}", $"2Lào Cai{Said(43.63m)}"], page.FindAll("table.ranked tbody tr").Take(2).Select(r => $"{Cell(r, "td.rank")}{Cell(r, "th")}{Cell(r, ".line b")}"));
        Assert.Equal(6, page.FindAll("table.ranked tbody tr").Count);
        Assert.Equal(28, page.FindAll(".without a").Count);
        Assert.Contains(Texts["measures.without", 28], page.Find(".without h3").TextContent, StringComparison.Ordinal);
        Assert.Equal("width:100%", page.Find(".bar i").GetAttribute("style"));
        Assert.Equal("left:45%", page.Find(".bar em").GetAttribute("style"));
        Assert.Equal("Phú Thọ", Open<MeasuresPage>($"{Page}&order=best").Find("table.ranked tbody th").TextContent.Trim());
    }

    [Fact]
    public void Day_before_the_letter_shows_nobody_rather_than_zero()
    {
        var page = Open<MeasuresPage>($"{Page}&asOf=2025-10-01");
        Assert.Empty(page.FindAll("table.ranked"));
        Assert.Contains(Texts["measures.nobody"], page.Markup, StringComparison.Ordinal);
        Assert.Equal(34, page.FindAll(".without a").Count);
    }

    [Fact]
    public void Published_figure_stands_beside_what_is_counted_with_the_difference_in_words()
    {
        var said = Open<MeasuresPage>(Page).FindAll(".published li").Select(l => l.TextContent).ToList();
        Assert.Contains(Texts["measures.agrees"], said[0], StringComparison.Ordinal);
        Assert.Contains("19", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Difference_from_an_earlier_day_tells_new_and_corrected_figures()
    {
        using var monitor = Server.With("monitor");
        await Api.Caller.BodyAsync(Api.Caller.SendAsync(monitor, HttpMethod.Post, $"{Place}/{Share}/figures", Figure("96", "40", 1, "Đếm lại")));
        var page = Open<MeasuresPage>($"{Page}&since=2025-12-01");
        var change = Assert.Single(page.FindAll("[aria-labelledby=h-since] .rows li"));
        Assert.Contains(Said(44.47m), change.TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts["measures.better"], change.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("measure=x")]
    [InlineData("period=thu")]
    [InlineData("since=2999-01-01")]
    [InlineData("asOf=2025-11-01&since=2025-12-01")]
    public void Address_that_is_wrong_is_explained(string query) => Assert.NotEmpty(Open<MeasuresPage>($"{Page}&{query}").FindAll(".mistake"));

    [Fact]
    public void Page_has_its_place_only_where_something_is_measured()
    {
        Assert.Contains($"/measures?programme={Measured.Key}", Places($"/board?programme={Measured.Key}"));
        Assert.DoesNotContain(Places("/board?programme=lien-thong"), p => p!.StartsWith("/measures", StringComparison.Ordinal));
        Assert.Contains(Texts["measures.none"], Open<MeasuresPage>("/measures?programme=lien-thong").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_by_a_measure_paints_no_figure_as_unknown()
    {
        var page = Open<OverviewPage>($"/?programme={Measured.Key}&map=measure-{Share}");
        Assert.Equal((6, 28), (page.FindAll("a.area.is-fail").Count, page.FindAll("a.area.is-unknown").Count));
        Assert.Contains(Texts["measures.above", Said(20)], page.Find(".mapped .legend").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participant_states_corrects_and_takes_back_its_own_figure_on_its_page()
    {
        await SignInAsync($"participant:{CaMau}", "Sở Tư pháp");
        var page = Own();
        await page.Find(".figures li button").ClickAsync(new());
        Assert.Contains(Said(44.47m), page.Find(".figures .form").TextContent, StringComparison.Ordinal);
        page.Find("#figure-value").Change("40,5");
        await page.Find(".figures form").SubmitAsync();
        // Another figure for the same period wants its reason.
        Assert.Equal(Texts["say.note.required"], page.Find("#figure-note-mistake").TextContent);
        page.Find("#figure-note").Input("Đếm lại");
        await page.Find(".figures form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(Said(40.5m), page.Find(".figures .what").TextContent, StringComparison.Ordinal));
        Assert.Contains("Sở Tư pháp", page.Find(".figures .small").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".figures .history > li").Count);

        await page.Find(".figures li button").ClickAsync(new());
        page.WaitForElement("#figure-back").Change(true);
        page.Find("#figure-note").Input("Chưa đối soát");
        await page.Find(".figures form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(Texts["measures.noFigure"], page.Find(".figures .what").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_refuses_what_is_no_figure_beside_the_field_and_keeps_what_was_typed()
    {
        await SignInAsync("monitor");
        var page = Own("01");
        await page.Find(".figures .card-head button").ClickAsync(new());
        page.Find("#figure-value").Change("nhiều");
        await page.Find(".figures form").SubmitAsync();
        Assert.Equal((Texts["measures.missing.value"], "nhiều"), (page.Find("#figure-value-mistake").TextContent, page.Find("#figure-value").GetAttribute("value")));
        page.Find("#figure-value").Change("101");
        await page.Find(".figures form").SubmitAsync();
        Assert.NotEmpty(page.Find("#figure-value-mistake").TextContent);
    }

    [Theory, InlineData("reader"), InlineData("participant:provinces-34/01"), InlineData("")]
    public async Task Who_may_not_state_is_offered_nothing(string role)
    {
        if (role.Length > 0) await SignInAsync(role);
        var page = Own();
        Assert.Empty(page.FindAll(".figures button"));
        Assert.Contains(Said(44.47m), page.Find(".figures").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_is_previewed_cell_by_cell_and_written_on_confirmation()
    {
        await SignInAsync("monitor");
        var page = Open<FigureUploadPage>($"/measures/upload?programme={Measured.Key}");
        Bring(page, $"code,{Share} {Autumn},note\n96,nhiều,\n01,25,\n");
        page.WaitForAssertion(() => Assert.Equal("B2", page.Find("tr.bad .badge").TextContent.Trim()));
        Assert.Empty(page.FindAll("[aria-labelledby=confirm]"));
        Bring(page, $"code,{Share} {Autumn},note\n96,40,Đếm lại\n01,25,\n");
        page.WaitForAssertion(() => Assert.Equal(Texts["measures.upload.write", 2], page.Find("[aria-labelledby=confirm] button").TextContent.Trim()));
        await page.Find("[aria-labelledby=confirm] form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains(Texts["measures.upload.written", 2, 0], page.Find("[aria-labelledby=confirm] [role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Lào Cai", Open<MeasuresPage>(Page).Find("table.ranked tbody th").TextContent.Trim());
    }

    [Fact]
    public async Task Table_is_not_asked_of_those_who_state_nothing()
    {
        Assert.Empty(Open<FigureUploadPage>($"/measures/upload?programme={Measured.Key}").FindComponents<InputFile>());
        await SignInAsync("reader");
        Assert.Contains(Texts["measures.upload.mayNot"], Open<FigureUploadPage>($"/measures/upload?programme={Measured.Key}").Markup, StringComparison.Ordinal);
    }

    private string Said(decimal value) => FigureWords.Of(Get<ProgrammeCatalog>().Find(Measured.Key)!.Programme.FindMeasure(Share)!, value);

    private static void Bring(IRenderedComponent<FigureUploadPage> page, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "so-lieu.csv"));

    private IRenderedComponent<ParticipantPage> Own(string code = "96") => Open<ParticipantPage>($"/participants/{code}?programme={Measured.Key}", p => p.Add(x => x.Code, code));

    private List<string?> Places(string address) => [.. Open<PageFrame>(address).FindAll("nav.side a").Select(a => a.GetAttribute("href"))];

    private static string Cell(IElement row, string selector) => row.QuerySelector(selector)!.TextContent.Trim();
}
