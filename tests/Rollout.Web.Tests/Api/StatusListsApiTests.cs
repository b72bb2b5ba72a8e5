using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>The six lists of July 2024 come back from every door of the API.</summary>
public sealed class StatusListsApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Lists = "/api/v1/programmes/lien-thong/status-lists";

    [Fact]
    public async Task StatusLists_of_July_2024_are_the_published_ones_name_for_name_in_order()
    {
        var answer = await server.GetAsync($"{Lists}?phase=test&asOf=2024-07-15");
        var published = JsonDocument.Parse(await File.ReadAllTextAsync(
            Repository.Data("programmes", "lien-thong", "baseline-2024-07-appendix-1.json"), TestContext.Current.CancellationToken)).RootElement;

        Assert.True(answer.GetProperty("known").GetBoolean());
        Assert.Equal("2024-07-15T23:59:59.999+07:00", answer.GetProperty("asOf").GetString());
        Assert.Equal(
            published.EnumerateArray().Select(r => (r.GetProperty("number").GetInt32(), r.GetProperty("title").GetString(), Join(r.GetProperty("provinces").EnumerateArray().Select(p => p.GetString())))),
            answer.GetProperty("lists").EnumerateArray().Select(r => (r.GetProperty("number").GetInt32(), r.GetProperty("title").GetString(), Join(r.GetProperty("participants").EnumerateArray().Select(p => p.GetProperty("name").GetString())))));
        Assert.Empty(answer.GetProperty("unlisted").EnumerateArray());
    }

    [Fact]
    public async Task StatusLists_before_any_source_are_unknown_rather_than_not_started()
    {
        var answer = await server.GetAsync($"{Lists}?phase=test&asOf=2024-06-01");
        Assert.False(answer.GetProperty("known").GetBoolean());
        Assert.All(answer.GetProperty("lists").EnumerateArray(), l => Assert.Equal(0, l.GetProperty("count").GetInt32()));
        Assert.Equal(63, answer.GetProperty("unknown").GetArrayLength());
    }

    [Fact]
    public async Task Csv_has_a_mark_a_head_and_a_row_per_name()
    {
        var bytes = await server.Client.GetByteArrayAsync(new Uri($"{Lists}.csv?asOf=2024-07-15", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("number,title,count,code,name", lines[0]);
        Assert.Equal(1 + 1 + 12 + 28 + 23 + 3 + 59, lines.Length);
        Assert.EndsWith(",1,92,Cần Thơ", lines[1]);
    }

    [Theory]
    [InlineData("docx", "word/document.xml")]
    [InlineData("xlsx", "xl/workbook.xml")]
    public async Task Document_is_a_package_and_says_its_name(string format, string part)
    {
        using var answer = await server.Client.GetAsync(new Uri($"{Lists}.{format}?asOf=2024-07-15", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"lien-thong-test-2024-07-15.{format}", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        using var package = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(package.GetEntry(part));
    }

    [Fact]
    public async Task Diff_names_who_joined_and_left_each_list_with_the_entries_that_explain_it()
    {
        var diff = await server.GetAsync($"{Lists}/diff?phase=test&from=2024-07-10&to=2024-07-15");
        var second = diff.GetProperty("lists").EnumerateArray().Single(l => l.GetProperty("number").GetInt32() == 2);
        Assert.Equal(11, second.GetProperty("added").GetArrayLength());
        Assert.Empty(second.GetProperty("removed").EnumerateArray());
        Assert.All(second.GetProperty("added").EnumerateArray(), p => Assert.Equal(4, p.GetProperty("entries").GetArrayLength()));
    }

    private static string Join(IEnumerable<string?> names) => string.Join(", ", names);
}
