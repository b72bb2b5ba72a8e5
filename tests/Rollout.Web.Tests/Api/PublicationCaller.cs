using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Brings publications to a state from outside, as other systems would.</summary>
internal sealed class PublicationCaller(RunningServer server) : IDisposable
{
    public const string Root = "/api/v1/programmes/lien-thong/publications";

    private static int _numbers;

    public HttpClient Monitor { get; } = server.With("monitor");

    public HttpClient Approver { get; } = server.With("approver");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string Today => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number() => $"{Interlocked.Increment(ref _numbers)}/THU";

    public async Task<long> DraftAsync(string more = "") =>
        (await Monitor.SendAsync(HttpMethod.Post, Root, $$"""{ "phase": "test", "asOf": "2024-07-31"{{more}} }""").BodyAsync()).GetProperty("id").GetInt64();

    /// <summary>One in a state, with its version.</summary>
    public async Task<(long Id, long Version)> AtAsync(string state, string more = "")
    {
        var id = await DraftAsync(more);
        if (state == "cancelled") await DoAsync(Monitor, $"{id}/cancel", """{ "version": 1, "reason": "x" }""");
        if (state is "submitted" or "approved" or "issued") await DoAsync(Monitor, $"{id}/submit", """{ "version": 1 }""");
        if (state is "approved" or "issued") await DoAsync(Approver, $"{id}/approve", """{ "version": 2 }""");
        if (state == "issued") await DoAsync(Monitor, $"{id}/issue", $$"""{ "version": 3, "number": "{{Number()}}", "date": "{{Today}}" }""");
        var now = await Monitor.SendAsync(HttpMethod.Get, $"{Root}/{id}").BodyAsync();
        Assert.Equal(state, now.GetProperty("state").GetString());
        return (id, now.GetProperty("version").GetInt64());
    }

    public static async Task<byte[]> BytesAsync(HttpClient client, string path)
    {
        using var answer = await client.SendAsync(HttpMethod.Get, $"{Root}/{path}");
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Token);
    }

    public static Task<HttpResponseMessage> UploadAsync(HttpClient client, long id, params (byte[] Bytes, string Name)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (bytes, name) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, "files", name);
        }
        return client.PostAsync(new Uri($"{Root}/{id}/signed", UriKind.Relative), form, Token);
    }

    public void Dispose()
    {
        Monitor.Dispose();
        Approver.Dispose();
    }

    private static async Task<JsonElement> DoAsync(HttpClient client, string path, string body)
    {
        using var answer = await client.SendAsync(HttpMethod.Post, $"{Root}/{path}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        return await RunningServer.JsonAsync(answer);
    }
}
