using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Test minutes as a Word file.</summary>
public sealed partial class MinutesApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly StepKey Cell = new(new("provinces-63", "94"), "test", "2.3");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Minutes_hold_results_and_statements_with_offices_and_never_people_and_the_same_state_gives_the_same_bytes()
    {
        var asOf = await FillAsync();
        using var province = server.With("participant:provinces-63/94");
        var bytes = await BytesAsync(province, asOf);
        var text = TextOf(bytes);
        foreach (var part in (string[])
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BIÊN BẢN KIỂM THỬ", "Địa phương: Sóc Trăng", "qua trục NDXP", "Thử nghiệm", "Sở Tư pháp", "Báo cáo: Chờ xác nhận",
                "Bộ Tư pháp", "Xác nhận một phần", "https://a.example.vn/kiem-thu", "ndxp", "12", "(Ký, ghi rõ họ tên)"])
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.DoesNotContain("soctrang.tuphap", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ghi chú riêng", text, StringComparison.Ordinal);
        Assert.Equal(bytes, await BytesAsync(province, asOf));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("reader")]
    [InlineData("participant:provinces-63/01")]
    public async Task Who_may_not_see_the_addresses_gets_minutes_without_them(string? role)
    {
        var asOf = await FillAsync();
        using var client = role is null ? new HttpClient { BaseAddress = server.Client.BaseAddress } : server.With(role);
        var text = TextOf(await BytesAsync(client, asOf));
        Assert.Contains("ndxp", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a.example.vn", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Địa chỉ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_of_a_step_without_anything_say_so()
    {
        var text = TextOf(await BytesAsync(server.Client, null, Caller.Cell("01", "3.1", "production")));
        Assert.Contains("Chưa có kết quả kiểm tra bằng máy.", text, StringComparison.Ordinal);
        Assert.Contains("Chưa có báo cáo hoặc xác nhận.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("94", "1.1", "test", 404)]
    [InlineData("94", "9.9", "test", 404)]
    [InlineData("94", "2.3", "nowhere", 404)]
    [InlineData("999", "2.3", "test", 404)]
    public async Task What_has_no_minutes_is_404(string code, string step, string phase, int status) =>
        Assert.Equal((status, "query.unknown"), await server.Client.SendAsync(HttpMethod.Get, $"{Caller.Cell(code, step, phase)}/minutes.docx").SaidAsync());

    [Fact]
    public async Task Where_reading_is_closed_the_public_is_refused()
    {
        await using var closed = new RunningServer { PublicRead = false };
        await closed.InitializeAsync();
        Assert.Equal(401, (await closed.Client.SendAsync(HttpMethod.Get, $"{Caller.Cell("94", "2.3")}/minutes.docx").SaidAsync()).Status);
    }

    private async Task<byte[]> BytesAsync(HttpClient client, string? asOf, string? cell = null)
    {
        using var answer = await client.SendAsync(HttpMethod.Get, $"{cell ?? Caller.Cell("94", "2.3")}/minutes.docx{(asOf is null ? "" : $"?asOf={Uri.EscapeDataString(asOf)}")}");
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(Token);
    }

    private static string TextOf(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        return System.Net.WebUtility.HtmlDecode(Tag().Replace(reader.ReadToEnd(), " "));
    }

    /// <summary>Reported by an office, confirmed by one of two, and seen once; gives an instant after all of it.</summary>
    private async Task<string> FillAsync()
    {
        var recorder = Get<StepRecorder>();
        var row = Get<BoardStore>().Of("lien-thong")[Cell.Participant][Cell.Phase, Cell.Step];
        if (row.Status != StepStatus.Reported)
        {
            var office = new Actor(ActorKind.Participant, "soctrang.tuphap", Participant: Cell.Participant, Office: "Sở Tư pháp");
            await Record(new StepCommand.Change(office, Cell, StepStatus.Reported, row.Version) { Note = "Ghi chú riêng" });
            await Record(new StepCommand.Change(new(ActorKind.Agency, "btp.kythuat", "btp"), Cell, StepStatus.Done, row.Version + 1));
            Get<Targets>().Put([("lien-thong", Cell.Participant, "test", "ndxp", new("https://a.example.vn/kiem-thu"))]);
            var target = Get<Targets>().Find("lien-thong", Cell.Participant, "test", "ndxp")!;
            await Get<ProbeSamples>().AddAsync(new(target, "ndxp", Get<DomainClock>().Now, null, new(null, null, null, null, 12.4), "203.0.113.9", null), Token);
            while (Get<SampleReader>().Latest(target.Id, "ndxp", 1).Count == 0)
            {
                Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
        return Get<DomainClock>().Now.ToString("O", CultureInfo.InvariantCulture);

        async Task Record(StepCommand command) => Assert.Null((await recorder.RecordAsync("lien-thong", command, Token)).Refusal);
    }

    private T Get<T>() where T : notnull => server.Services.GetRequiredService<T>();

    [GeneratedRegex("<[^>]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
