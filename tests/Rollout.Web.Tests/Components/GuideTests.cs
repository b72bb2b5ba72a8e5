using System.Net;
using System.Xml.Linq;
using Bunit;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Accounts;
using Rollout.Web.Components.Guide;
using Rollout.Web.Components.Shared;
using Rollout.Web.Tests.Hosting;
using Words = Rollout.Core.Wording.Words;

namespace Rollout.Web.Tests.Components;

/// <summary>The help of each page, and the words that it explains.</summary>
public sealed class GuideTests : PageTest
{
    [Fact]
    public void Page_that_has_a_name_has_help_of_its_own() =>
        Assert.All(SitePages.All, page => Assert.True(page.Path == "/help" || GuidePages.Of(page.Path).Key != "help", page.Path));

    [Theory]
    [InlineData("/", "overview")]
    [InlineData("/participants/92", "participant")]
    [InlineData("/publications/7?phase=test", "publication")]
    [InlineData("/admin/users/import", "admin")]
    [InlineData("/login/second-factor", "login")]
    [InlineData("/nowhere", "help")]
    public void Address_finds_its_help(string path, string key) => Assert.Equal(key, GuidePages.Of(path).Key);

    [Theory, InlineData("Texts.resx"), InlineData("Texts.en.resx")]
    public void Help_of_every_page_and_every_word_of_it_is_told(string file)
    {
        var texts = XDocument.Load(Path.Combine(Repository.Root, "src", "Rollout.Web", "Resources", file)).Descendants("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);
        var wanted = GuidePages.All.SelectMany(p => (string[])[
            p.Title, $"guide.{p.Key}.what", $"guide.{p.Key}.can", .. p.HasKeys ? [$"guide.{p.Key}.keys"] : Array.Empty<string>(), .. p.Acting.Select(a => $"guide.{p.Key}.{Words.Of(a)}")])
            .Concat(Glossary.ProductWords.SelectMany(w => (string[])[$"word.{w}", $"word.{w}.means"]))
            .Concat(SitePages.All.SelectMany(p => (string?[])[p.Title, p.Short]).OfType<string>());
        Assert.Empty(wanted.Where(key => !texts.TryGetValue(key, out var text) || text.Length == 0).Distinct());
        Assert.All(texts.Where(t => t.Key.StartsWith("guide.", StringComparison.Ordinal) && t.Key.Contains(".keys", StringComparison.Ordinal) && t.Key != "guide.keys"),
            t => Assert.All(t.Value.Split('\n'), line => Assert.Contains(" = ", line, StringComparison.Ordinal)));
    }

    [Fact]
    public void Word_of_a_page_is_a_word_of_the_product() =>
        Assert.Empty(GuidePages.All.SelectMany(p => p.Words).Except(Glossary.ProductWords));

    [Fact]
    public void Source_of_every_word_stands_in_the_programme_file() =>
        Assert.All(GuideWords.All(Texts, Programme).Select(w => w.Source).OfType<SourcePlace>(), s => Assert.NotNull(Programme.FindDocument(s.Document)));

    [Fact]
    public void Sheet_tells_somebody_signed_in_what_their_role_may_do()
    {
        var page = GuidePages.Of("/board");
        var agency = new Person("c06", "c06", new(ActorKind.Agency, "c06", []), null);
        var signedIn = Circuit.Render<GuideSheet>(p => p.Add(s => s.Page, page).Add(s => s.Programme, Programme).Add(s => s.Person, agency));
        Assert.Contains(Texts["guide.board.agency"], signedIn.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Texts["guide.board.monitor"], signedIn.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Texts["guide.signIn"], signedIn.Markup, StringComparison.Ordinal);
        var anybody = Circuit.Render<GuideSheet>(p => p.Add(s => s.Page, page).Add(s => s.Programme, Programme));
        Assert.Contains(Texts["guide.signIn"], anybody.Markup, StringComparison.Ordinal);
        Assert.Contains("PM DVCLT", anybody.Find("dl.words").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_of_all_words_stands_in_Vietnamese_order_with_anchors_and_documents()
    {
        var page = Open<HelpPage>("/help");
        var terms = page.FindAll("dt").Select(t => t.TextContent).ToList();
        Assert.Equal(Programme.Glossary.Terms.Length + Glossary.ProductWords.Length, terms.Count);
        Assert.True(terms.IndexOf("Cục C06") < terms.IndexOf("Đang thực hiện"));
        Assert.True(terms.IndexOf("Đang thực hiện") < terms.IndexOf("Địa phương hóa TTHC"));
        Assert.True(terms.IndexOf("Địa phương hóa TTHC") < terms.IndexOf("Giai đoạn 1"));
        Assert.Equal("Đ", page.FindAll("h2").Single(h => h.TextContent == "Đ").Id!["letter-".Length..]);
        Assert.Equal("Nghị định 63", page.Find("#term-nd-63").TextContent);
        Assert.Contains("63/2024/NĐ-CP, Chính phủ, 10/06/2024", page.Find("#doc-nd-63-2024").TextContent, StringComparison.Ordinal);
        Assert.Equal(Programme.Documents.Length, page.FindAll(".help-documents > li").Count);
    }

    [Fact]
    public async Task Sheet_is_drawn_for_who_may_read_and_closed_boards_keep_the_programme_s_words()
    {
        var open = await Server.Client.GetStringAsync(new Uri("/help/page?path=/board", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("HTTTGQTTHC", open, StringComparison.Ordinal);
        await using var closed = new RunningServer { PublicRead = false };
        await closed.InitializeAsync();
        var shut = await closed.Client.GetStringAsync(new Uri("/help/page?path=/login", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("guide-title", shut, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTTGQTTHC", shut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tour_belongs_to_the_demo()
    {
        using var none = await Server.Client.GetAsync(new Uri("/help/tour", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }
}
