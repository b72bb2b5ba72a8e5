using Rollout.Storage.Tests.Support;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>What a vendor prepares and its office finds.</summary>
public sealed class DraftsApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Vendor_prepares_the_office_finds_it_and_either_drops_it()
    {
        using var vendor = server.With("vendor:provinces-63/92");
        using var office = server.With("participant:provinces-63/92");
        var path = $"{Caller.Cell("92", "1.3")}/draft";
        Assert.Equal((404, "query.unknown"), await vendor.SendAsync(HttpMethod.Get, path).SaidAsync());
        var hash = (await vendor.UploadAsync("92", (Sheets.Pdf("nháp"), "a.pdf")).BodyAsync())[0].GetProperty("hash").GetString();

        Assert.Equal((200, null), await vendor.SendAsync(HttpMethod.Put, path, $$"""
            { "note": " Đã xong ", "at": "2024-07-20", "document": { "number": "12/BC" }, "files": [{ "hash": "{{hash}}", "name": "../Biên bản.doc" }] }
            """).SaidAsync());

        var draft = await office.SendAsync(HttpMethod.Get, path).BodyAsync();
        Assert.Equal(("vendor:provinces-63/92", "Đã xong", "12/BC", "2024-07-20T00:00:00+07:00"), (
            draft.GetProperty("author").GetString(), draft.GetProperty("note").GetString(), draft.GetProperty("document").GetProperty("number").GetString(),
            draft.GetProperty("at").GetString()));
        Assert.Equal(("Biên bản.doc.pdf", "application/pdf"), (draft.GetProperty("files")[0].GetProperty("name").GetString(), draft.GetProperty("files")[0].GetProperty("mediaType").GetString()));
        Assert.Equal((204, null), await office.SendAsync(HttpMethod.Delete, path).SaidAsync());
        Assert.Equal((204, null), await office.SendAsync(HttpMethod.Delete, path).SaidAsync());
        Assert.Equal((404, "query.unknown"), await vendor.SendAsync(HttpMethod.Get, path).SaidAsync());
    }

    [Theory]
    [InlineData("{", 400, "query.body")]
    [InlineData("""{ "note": 1 }""", 400, "query.body")]
    [InlineData("""{ "files": [null] }""", 400, "query.body")]
    [InlineData("""{ "note": "x", "at": "hôm qua" }""", 400, "query.instant")]
    [InlineData("""{ "note": "x", "at": "2024-07-20T08:00:00" }""", 400, "query.instant")]
    [InlineData("""{ "note": "x", "at": "2999-01-01" }""", 422, "at.future")]
    [InlineData("""{ "note": "  ", "document": { "number": " " } }""", 422, "draft.empty")]
    [InlineData("""{ "files": [{ "hash": "00", "name": "a.pdf" }] }""", 422, "file.unknown")]
    public async Task Draft_that_cannot_be_kept_is_refused_with_the_reason(string body, int status, string code)
    {
        using var vendor = server.With("vendor:provinces-63/92");
        Assert.Equal((status, code), await vendor.SendAsync(HttpMethod.Put, $"{Caller.Cell("92", "2.1")}/draft", body).SaidAsync());
        Assert.Equal(404, (await vendor.SendAsync(HttpMethod.Get, $"{Caller.Cell("92", "2.1")}/draft").SaidAsync()).Status);
    }

    [Fact]
    public async Task Bodies_are_described_with_examples()
    {
        var paths = (await server.GetAsync("/openapi/v1.json")).GetProperty("paths");
        var cell = "/api/v1/programmes/{programme}/participants/{code}/phases/{phase}/steps/{step}";
        Assert.True(Body($"{cell}/draft", "put").GetProperty("application/json").TryGetProperty("example", out _));
        Assert.True(Body($"{cell}/files/{{hash}}/removal", "post").GetProperty("application/json").TryGetProperty("example", out _));
        Assert.True(Body("/api/v1/programmes/{programme}/participants/{code}/endpoints", "put").GetProperty("application/json").TryGetProperty("example", out _));
        Assert.True(Body("/api/v1/programmes/{programme}/participants/{code}/files", "post").TryGetProperty("multipart/form-data", out _));

        System.Text.Json.JsonElement Body(string path, string method) => paths.GetProperty(path).GetProperty(method).GetProperty("requestBody").GetProperty("content");
    }
}
