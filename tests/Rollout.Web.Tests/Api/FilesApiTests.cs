using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Files from outside: what is taken, under which name, how it is given back, and how it goes.</summary>
public sealed class FilesApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Nasty = "../Báo cáo \"số 1\"\r\nX-Evil: 1;ở Cần Thơ.exe";

    [Fact]
    public async Task Files_are_brought_together_and_answered_with_what_they_are()
    {
        using var province = server.With("participant:provinces-63/92");
        using var answer = await province.UploadAsync("92", (Sheets.Docx, "Báo cáo.docx"), (Sheets.Png, "ảnh.jpg"), (Sheets.Xlsx, "x"));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var files = (await RunningServer.JsonAsync(answer)).EnumerateArray().ToList();
        Assert.Equal(["Báo cáo.docx", "ảnh.png", "x.xlsx"], files.Select(f => f.GetProperty("name").GetString()));
        Assert.Equal([Sheets.Docx.Length, Sheets.Png.Length, Sheets.Xlsx.Length], files.Select(f => f.GetProperty("size").GetInt32()));
        Assert.Equal("image/png", files[1].GetProperty("mediaType").GetString());
        Assert.Matches("^[0-9a-f]{64}$", files[0].GetProperty("hash").GetString());
    }

    [Theory]
    [InlineData("MZ\u0090\u0000", "bao-cao.pdf")]
    [InlineData("<html><script>alert(1)</script>", "anh.png")]
    [InlineData("", "rong.pdf")]
    public async Task File_that_only_its_name_makes_acceptable_is_refused(string content, string name)
    {
        using var province = server.With("participant:provinces-63/92");
        Assert.Equal((422, "file.type"), await province.UploadAsync("92", (Encoding.Latin1.GetBytes(content), name)).SaidAsync());
    }

    [Fact]
    public async Task Document_with_macros_is_refused_whatever_stands_beside_it()
    {
        using var province = server.With("participant:provinces-63/92");
        var macros = Sheets.Zip(("[Content_Types].xml", Sheets.Types(("/word/document.xml", Sheets.DocxMain))), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x"));
        using var answer = await province.UploadAsync("92", (Sheets.Png, "ảnh.png"), (macros, "Báo cáo.docx"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await RunningServer.JsonAsync(answer);
        Assert.Equal(("file.type", 1), (problem.GetProperty("code").GetString(), problem.GetProperty("index").GetInt32()));
        Assert.Contains("pdf, docx, xlsx, png, jpg", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_of_ten_megabytes_is_taken_and_a_byte_more_refused()
    {
        using var province = server.With("participant:provinces-63/92");
        var large = new byte[FileStore.MostBytes + 1];
        "%PDF-1.4"u8.CopyTo(large);
        Assert.Equal((422, "file.tooLarge"), await province.UploadAsync("92", (large, "a.pdf")).SaidAsync());
        Assert.Equal((201, null), await province.UploadAsync("92", (large[..^1], "a.pdf")).SaidAsync());
    }

    [Fact]
    public async Task Eleventh_file_is_refused()
    {
        using var province = server.With("participant:provinces-63/92");
        Assert.Equal((422, "file.tooMany"), await province.UploadAsync("92", [.. Enumerable.Range(0, 11).Select(i => (Sheets.Pdf($"{i}"), "a.pdf"))]).SaidAsync());
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4")]
    [InlineData("multipart/form-data; boundary=x", "nothing of the kind")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nno file\r\n--x--\r\n")]
    public async Task Body_that_is_no_form_with_files_is_400(string type, string body)
    {
        using var province = server.With("participant:provinces-63/92");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        Assert.Equal((400, "query.body"), await province.PostAsync(new Uri($"{Caller.Root}/92/files", UriKind.Relative), content, TestContext.Current.CancellationToken).SaidAsync());
    }

    [Fact]
    public async Task File_is_given_back_only_to_be_saved_under_its_cleaned_name()
    {
        using var province = server.With("participant:provinces-63/92");
        var file = (await province.UploadAsync("92", (Sheets.Pdf("a"), Nasty)).BodyAsync())[0];
        Assert.Equal("Báo cáo \"số 1\"  X-Evil: 1;ở Cần Thơ.exe.pdf", file.GetProperty("name").GetString());
        var hash = file.GetProperty("hash").GetString()!;
        await CommentAsync("1.1", hash, file.GetProperty("name").GetString()!);

        using var answer = await province.SendAsync(HttpMethod.Get, $"{Caller.Cell("92")}/files/{hash}");

        Assert.Equal(Sheets.Pdf("a"), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.ToString());
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", file.GetProperty("name").GetString()), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.StartsWith("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: true });
        Assert.False(answer.Headers.Contains("X-Evil"));
    }

    [Fact]
    public async Task File_is_found_only_in_the_cell_that_names_it()
    {
        using var province = server.With("participant:provinces-63/92");
        var hash = (await province.UploadAsync("92", (Sheets.Pdf("b"), "b.pdf")).BodyAsync())[0].GetProperty("hash").GetString()!;
        Assert.Equal((404, "query.unknown"), await GetAsync(Caller.Cell("92"), hash));
        await CommentAsync("1.1", hash, "b.pdf");
        Assert.Equal((200, null), await GetAsync(Caller.Cell("92"), hash));
        Assert.Equal((404, "query.unknown"), await GetAsync(Caller.Cell("92", "1.2"), hash));
        Assert.Equal((404, "query.unknown"), await GetAsync(Caller.Cell("01"), hash));
        Assert.Equal((404, "query.unknown"), await GetAsync(Caller.Cell("92", "9.9"), hash));
        Assert.Equal((404, "query.unknown"), await GetAsync(Caller.Cell("92", phase: "none"), hash));
        Assert.Equal((404, "query.unknown"), await GetAsync(Caller.Cell("92"), "..%2F..%2Frollout.db"));

        Task<(int, string?)> GetAsync(string cell, string name) => province.SendAsync(HttpMethod.Get, $"{cell}/files/{name}").SaidAsync();
    }

    [Fact]
    public async Task Removed_file_is_gone_with_its_reason_and_cannot_come_back()
    {
        using var province = server.With("participant:provinces-63/92");
        using var admin = server.With("admin");
        var hash = (await province.UploadAsync("92", (Sheets.Pdf("c"), "c.pdf")).BodyAsync())[0].GetProperty("hash").GetString()!;
        await CommentAsync("1.1", hash, "c.pdf");
        var path = $"{Caller.Cell("92")}/files/{hash}";
        Assert.Equal((422, "note.required"), await admin.SendAsync(HttpMethod.Post, $"{path}/removal", """{ "reason": "  " }""").SaidAsync());
        Assert.Equal((422, "note.required"), await admin.SendAsync(HttpMethod.Post, $"{path}/removal", "{}").SaidAsync());
        Assert.Equal((400, "query.body"), await admin.SendAsync(HttpMethod.Post, $"{path}/removal", "{").SaidAsync());
        Assert.Equal((404, "query.unknown"), await admin.SendAsync(HttpMethod.Post, $"{Caller.Cell("92", "1.2")}/files/{hash}/removal", """{ "reason": "x" }""").SaidAsync());

        Assert.Equal((204, null), await admin.SendAsync(HttpMethod.Post, $"{path}/removal", """{ "reason": "Dữ liệu cá nhân" }""").SaidAsync());

        using var gone = await province.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        var problem = await RunningServer.JsonAsync(gone);
        Assert.Equal(("content.removed", "Dữ liệu cá nhân"), (problem.GetProperty("code").GetString(), problem.GetProperty("reason").GetString()));
        Assert.Equal((422, "content.removed"), await province.UploadAsync("92", (Sheets.Pdf("c"), "d.pdf")).SaidAsync());
        Assert.Equal((204, null), await admin.SendAsync(HttpMethod.Post, $"{path}/removal", """{ "reason": "Lần nữa" }""").SaidAsync());
        Assert.Contains(server.Services.GetRequiredService<Rollout.Storage.Accounts.SecurityLog>().Read("removal"), l => l.Subject == $"file {hash}" && l.Detail == "Dữ liệu cá nhân");
        Assert.DoesNotContain(server.Services.GetRequiredService<Rollout.Storage.Accounts.SecurityLog>().Read("removal"), l => l.Detail == "Lần nữa");
    }

    [Fact]
    public async Task Removed_note_is_silent_in_the_ledger_whose_chain_holds()
    {
        using var admin = server.With("admin");
        var seq = await CommentAsync("1.1", null, null, "Số điện thoại của một công dân");
        var path = $"/api/v1/programmes/lien-thong/ledger/{seq}/note/removal";
        Assert.Equal((422, "note.required"), await admin.SendAsync(HttpMethod.Post, path, "{}").SaidAsync());
        Assert.Equal((404, "query.unknown"), await admin.SendAsync(HttpMethod.Post, "/api/v1/programmes/lien-thong/ledger/1/note/removal", """{ "reason": "x" }""").SaidAsync());
        Assert.Equal((404, "query.unknown"), await admin.SendAsync(HttpMethod.Post, "/api/v1/programmes/lien-thong/ledger/x/note/removal", """{ "reason": "x" }""").SaidAsync());

        Assert.Equal((204, null), await admin.SendAsync(HttpMethod.Post, path, """{ "reason": "Dữ liệu cá nhân" }""").SaidAsync());

        var entry = (await admin.SendAsync(HttpMethod.Get, $"/api/v1/programmes/lien-thong/ledger?after={seq - 1}&limit=1").BodyAsync()).GetProperty("entries")[0];
        Assert.Equal(System.Text.Json.JsonValueKind.Null, entry.GetProperty("note").ValueKind);
        Assert.Null(server.Services.GetRequiredService<ChainCheck>().Run(TestContext.Current.CancellationToken).BrokenAt);
    }

    private async Task<long> CommentAsync(string step, string? hash, string? name, string? note = null)
    {
        var key = new StepKey(new("provinces-63", "92"), "test", step);
        var recorded = await server.Services.GetRequiredService<StepRecorder>().RecordAsync(
            "lien-thong", new StepCommand.Comment(new(ActorKind.Participant, "tinh", Participant: key.Participant), key, note, hash is null ? [] : [new(hash, name!)]),
            TestContext.Current.CancellationToken);
        Assert.Null(recorded.Refusal);
        return recorded.Entries[0].Seq;
    }
}
