using Bunit;
using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Appendices;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>The page that reads a published appendix back.</summary>
public sealed class ReadPageTests : PageTest
{
    private static readonly string Published = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Rollout.Core.Tests", "Appendices", "appendices-2024-07.txt"));

    [Fact]
    public async Task Monitor_pastes_compares_and_imports_and_what_was_typed_stays()
    {
        SignInWithKey("monitor");
        var page = Open<ReadPage>("/lists/read");
        await PasteAsync(page, Published);
        Assert.Equal(6, page.FindAll(".read-rows tbody tr").Count);
        Assert.Contains(Texts["reading.agrees", 0], page.Markup, StringComparison.Ordinal);
        Assert.Equal(("2024-07-15", true), (page.Find("#reading-date").GetAttribute("value"), page.Find("#reading-month").HasAttribute("checked")));

        await page.Find("[aria-labelledby=importing] form").SubmitAsync();
        Assert.Equal(Texts["reading.notCompared"], page.Find("#reading-compared-mistake").TextContent);
        Assert.Equal("…/VPCP-KSTT", page.Find("#reading-number").GetAttribute("value"));
        await page.Find("#reading-compared").ChangeAsync(new() { Value = true });
        await page.Find("[aria-labelledby=importing] form").SubmitAsync();
        await page.WaitForStateAsync(() => page.Markup.Contains(Texts["reading.journal"], StringComparison.Ordinal));
        Assert.StartsWith("/activity?", page.Find("[aria-labelledby=importing] .notice a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(Published.ReplaceLineEndings("\n"), page.Find("#reading-text").GetAttribute("value")!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Mistakes_stand_at_their_rows_and_nothing_can_be_imported()
    {
        SignInWithKey("monitor");
        var head = Get<BoardStore>().Of("lien-thong").Seq;
        var page = Open<ReadPage>("/lists/read");
        await PasteAsync(page, Published.Replace("Kon \nTum,", "Kon \nTom,", StringComparison.Ordinal));
        var wrong = Assert.Single(page.FindAll(".read-rows tr.is-wrong"));
        Assert.Contains("Kon Tum", wrong.TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts["reading.inText", 29], wrong.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-labelledby=importing]"));
        Assert.Equal(head, Get<BoardStore>().Of("lien-thong").Seq);
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("agency:c06")]
    [InlineData("admin")]
    public async Task Others_compare_and_are_told_who_imports(string role)
    {
        SignInWithKey(role);
        var page = Open<ReadPage>("/lists/read");
        await PasteAsync(page, Published);
        Assert.Contains(Texts["reading.agrees", 0], page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-labelledby=importing]"));
        Assert.Contains(Texts["say.reading.monitor"], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_another_kind_are_explained_and_ours_are_read()
    {
        SignInWithKey("reader");
        var page = Open<ReadPage>("/lists/read");
        page.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromBinary("%PDF-1.7"u8.ToArray(), "a.pdf"));
        await page.WaitForStateAsync(() => page.FindAll(".notice.is-urgent").Count == 1);
        Assert.Contains("pdf", page.Find(".notice.is-urgent").TextContent, StringComparison.Ordinal);
        var csv = await Server.Client.GetByteArrayAsync(new Uri("/api/v1/programmes/lien-thong/status-lists.csv?asOf=2024-07-31", UriKind.Relative), TestContext.Current.CancellationToken);
        page.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromBinary(csv, "a.csv"));
        await page.WaitForStateAsync(() => page.FindAll(".read-rows tbody tr").Count == 6);
    }

    [Fact]
    public void Public_is_asked_to_sign_in()
    {
        Authorization.SetNotAuthorized();
        var page = Open<ReadPage>("/lists/read");
        Assert.Contains(Texts["reading.signIn"], page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    private static async Task PasteAsync(IRenderedComponent<ReadPage> page, string text)
    {
        await page.Find("#reading-text").ChangeAsync(new() { Value = text });
        await page.Find("[aria-labelledby=bring] form").SubmitAsync();
        await page.WaitForStateAsync(() => page.FindAll("[aria-labelledby=read]").Count == 1);
    }
}
