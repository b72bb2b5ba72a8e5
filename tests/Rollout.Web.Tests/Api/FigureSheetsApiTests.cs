using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Documents.Reading;
using Rollout.Storage.Ledgers;
using Rollout.Web.Tests.Hosting;
using static Rollout.Web.Tests.Hosting.Measured;

namespace Rollout.Web.Tests.Api;

/// <summary>Tables of figures by API: the one to fill in, what a filled one would write with every bad cell, and all of it or nothing.</summary>
public sealed class FigureSheetsApiTests : IAsyncLifetime
{
    private const string Head = $"code,name,{Share} {Autumn},note";
    private readonly RunningServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await ImportAsync(_server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory, InlineData("csv"), InlineData("xlsx")]
    public async Task Template_has_a_row_for_each_participant_and_brought_back_unchanged_changes_nothing(string format)
    {
        using var monitor = _server.With("monitor");
        var file = await monitor.GetByteArrayAsync(new Uri($"{Place}/template.{format}?period={Autumn}", UriKind.Relative), TestContext.Current.CancellationToken);
        var (lines, refusal) = FigureFiles.Read(file);
        Assert.Null(refusal);
        Assert.Equal((35, $"code|name|{Share} {Autumn}|note"), (lines!.Count, string.Join('|', lines[0].Cells.Select(c => c.Text))));
        Assert.Equal("44.47", lines.Single(l => l.At(0).Text == "96").At(2).Text);
        Assert.Equal(format == "xlsx" ? 44.47m : null, lines.Single(l => l.At(0).Text == "96").At(2).Number);
        var preview = await PostAsync(monitor, file, "?dryRun=true").BodyAsync();
        Assert.Equal((0, 6, 28, 0), (Number(preview, "writes"), Number(preview, "already"), Number(preview, "blank"), preview.GetProperty("mistakes").GetArrayLength()));
        Assert.Equal((201, (string?)null), await PostAsync(monitor, file).SaidAsync());
    }

    [Fact]
    public async Task Template_holds_a_column_for_each_measure_and_period_that_is_asked_for()
    {
        var csv = await _server.Client.GetStringAsync(new Uri($"{Place}/template.csv?measure={Share}&period=2025-11,2025-12", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith($"code,name,{Share} 2025-11-01..2025-11-30,{Share} 2025-12-01..2025-12-31,note\r\n91,An Giang,,,", csv, StringComparison.Ordinal);
        using var own = _server.With($"participant:{CaMau}");
        Assert.Equal(2, (await own.GetStringAsync(new Uri($"{Place}/template.csv", UriKind.Relative), TestContext.Current.CancellationToken)).TrimEnd().Split('\n').Length);
        foreach (var (path, status) in new[] { ("template.docx", 404), ("template.csv?measure=x", 400), ("template.csv?period=thu", 400) })
            Assert.Equal((path, status), (path, (await _server.Client.SendAsync(HttpMethod.Get, $"{Place}/{path}").SaidAsync()).Status));
        Assert.Equal(404, (await _server.Client.SendAsync(HttpMethod.Get, "/api/v1/programmes/lien-thong/measures/template.csv").SaidAsync()).Status);
    }

    [Fact]
    public async Task Table_is_previewed_without_being_written_and_then_written_whole()
    {
        using var monitor = _server.With("monitor");
        var table = Bytes($"{Head}\n96,,40,Đếm lại\n01,Hà Nội,\"25,5\",\n04,,,\n");
        var head = Seq();
        var preview = await PostAsync(monitor, table, "?dryRun=true").BodyAsync();
        Assert.Equal((2, 0, 1, head), (Number(preview, "writes"), Number(preview, "already"), Number(preview, "blank"), preview.GetProperty("seq").GetInt64()));
        Assert.Equal(["96 44.47 40 True", "01  25.5 False"], preview.GetProperty("figures").EnumerateArray().Select(f => $"{Text(f, "code")} {f.GetProperty("before")} {f.GetProperty("after")} {f.GetProperty("corrects")}"));
        Assert.Equal(head, Seq());
        var written = await PostAsync(monitor, table, $"?seq={head}&number=12/BTP&issuer=btp&documentDate=2025-11-05").BodyAsync();
        Assert.Equal((2, 1), (Number(written, "written"), Number(written, "blank")));
        var own = await monitor.SendAsync(HttpMethod.Get, $"{Root}/participants/01/figures").BodyAsync();
        var entry = own.GetProperty("history")[0];
        Assert.Equal((25.5m, "12/BTP"), (entry.GetProperty("value").GetDecimal(), Text(entry.GetProperty("document"), "number")));
        // Where nothing is written with a figure its entry says from which file it came.
        Assert.Contains("SHA-256", Text(entry, "note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_cell_is_named_with_its_place_and_what_was_expected_and_nothing_is_written()
    {
        using var monitor = _server.With("monitor");
        var table = Bytes($"{Head}\n96,Cà Mau,40,\n97,,1,\n,Ca Mou,2,\n01,,nhiều,\n11,,101,\n12,,30,\n");
        var head = Seq();
        var refused = await PostAsync(monitor, table).BodyAsync();
        Assert.Equal("sheet.mistakes", Text(refused, "code"));
        Assert.Equal(
            ["D2 note.required", "A3 sheet.code", "B4 sheet.nameNear", "C5 sheet.number", "C6 figure.percent"],
            refused.GetProperty("mistakes").EnumerateArray().Select(m => $"{Text(m, "cell")} {Text(m, "code")}"));
        Assert.Equal("nhiều", Text(refused.GetProperty("mistakes")[3], "typed"));
        Assert.Contains("44,47", Text(refused.GetProperty("mistakes")[3], "message"), StringComparison.Ordinal);
        Assert.Equal(head, Seq());
        Assert.Equal(200, (int)(await PostAsync(monitor, table, "?dryRun=true")).StatusCode);
    }

    [Theory]
    [InlineData("code,name\n96,Cà Mau\n", "B1 sheet.headFigures")]
    [InlineData("code,nhan,note\n96,1,\n", "B1 sheet.head")]
    [InlineData($"code,{Share}\n96,1\n", "B1 sheet.headPeriod")]
    [InlineData($"{Share} 2025\n1\n", "A1 sheet.headNobody")]
    [InlineData($"code,{Share} 2025-11,{Share} 2025-11-01..2025-11-30\n96,1,2\n", "C1 sheet.headTwice")]
    [InlineData($"code,{Share} 2025-11,\n96,1,2\n", "C1 sheet.headEmpty")]
    [InlineData("code\n", "A1 sheet.empty")]
    public async Task Heading_that_is_not_understood_is_named_rather_than_passed_over(string text, string expected)
    {
        using var monitor = _server.With("monitor");
        var preview = await PostAsync(monitor, Bytes(text), "?dryRun=true").BodyAsync();
        Assert.Equal(expected, preview.GetProperty("mistakes")[0] is var m ? $"{Text(m, "cell")} {Text(m, "code")}" : "");
    }

    [Fact]
    public async Task Figure_that_somebody_stated_since_the_preview_is_not_written_over()
    {
        using var monitor = _server.With("monitor");
        var table = Bytes($"{Head}\n96,,40,Đếm lại\n01,,25,\n");
        var seq = (await PostAsync(monitor, table, "?dryRun=true").BodyAsync()).GetProperty("seq").GetInt64();
        await monitor.SendAsync(HttpMethod.Post, $"{Place}/{Share}/figures", Figure("96", "41", 1, "Đếm lại")).BodyAsync();
        var head = Seq();
        var refused = await PostAsync(monitor, table, $"?seq={seq}").BodyAsync();
        Assert.Equal(("sheet.moved", "96"), (Text(refused, "code"), Text(Assert.Single(refused.GetProperty("changed").EnumerateArray()), "code")));
        Assert.Equal((409, head), ((await PostAsync(monitor, table, $"?seq={seq}").SaidAsync()).Status, Seq()));
    }

    [Fact]
    public async Task Tables_are_brought_by_those_who_state_and_only_for_whom_they_state()
    {
        var table = Bytes($"{Head}\n96,,40,Đếm lại\n");
        Assert.Equal((401, "query.signIn"), await PostAsync(_server.Client, table).SaidAsync());
        foreach (var role in (string[])["reader", "approver", "admin", "agency:vpcp"])
        {
            using var client = _server.With(role);
            Assert.Equal((role, (403, "figure.reportedBy")), (role, await PostAsync(client, table).SaidAsync()));
        }
        using var vendor = _server.With($"vendor:{CaMau}");
        Assert.Equal((403, "actor.vendor"), await PostAsync(vendor, table).SaidAsync());
        using var other = _server.With("participant:provinces-34/01");
        Assert.Equal((403, "figure.reportedBy"), await PostAsync(other, table).SaidAsync());
        var preview = await PostAsync(other, table, "?dryRun=true").BodyAsync();
        Assert.Equal("C2 figure.reportedBy", preview.GetProperty("mistakes")[0] is var m ? $"{Text(m, "cell")} {Text(m, "code")}" : "");
        Assert.Equal(0, preview.GetProperty("figures").GetArrayLength());
        using var own = _server.With($"participant:{CaMau}");
        Assert.Equal((201, (string?)null), await PostAsync(own, table).SaidAsync());
    }

    [Fact]
    public async Task Body_that_is_no_table_is_refused_in_words()
    {
        using var monitor = _server.With("monitor");
        Assert.Equal((422, "reading.pdf"), await PostAsync(monitor, Bytes("%PDF-1.7")).SaidAsync());
        Assert.Equal((400, "query.contentType"), await monitor.SendAsync(HttpMethod.Post, $"{Place}/figures", "{}").SaidAsync());
        Assert.Equal((400, "query.unknown"), await PostAsync(monitor, Bytes(Head), "?dryRun=perhaps").SaidAsync());
        using var raw = new ByteArrayContent(Bytes($"{Head}\n01,,25,\n")) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var answer = await monitor.PostAsync(new Uri($"{Place}/figures", UriKind.Relative), raw, TestContext.Current.CancellationToken);
        Assert.Equal(201, (int)answer.StatusCode);
    }

    private long Seq() => _server.Services.GetRequiredService<BoardStore>().Current.Seq;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, byte[] file, string query = "")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "so lieu.csv" } };
        return await client.PostAsync(new Uri($"{Place}/figures{query}", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
