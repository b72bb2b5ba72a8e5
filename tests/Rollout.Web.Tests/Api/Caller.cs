using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Rollout.Web.Tests.Api;

/// <summary>Requests as other systems send them.</summary>
internal static class Caller
{
    public const string Root = "/api/v1/programmes/lien-thong/participants";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string Cell(string code, string step = "1.1", string phase = "test") => $"{Root}/{code}/phases/{phase}/steps/{step}";

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, string? json = null)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return client.SendAsync(request, Token);
    }

    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, string code, params (byte[] Bytes, string Name)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (bytes, name) in files)
        {
            var content = new ByteArrayContent(bytes);
            // As browsers write it: raw UTF-8, quotes and line feeds escaped their way.
            content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content);
        }
        return await client.PostAsync(new Uri($"{Root}/{code}/files", UriKind.Relative), form, Token);
    }

    public static async Task<(int Status, string? Code)> SaidAsync(this Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        var text = await answer.Content.ReadAsStringAsync(Token);
        var code = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? JsonDocument.Parse(text).RootElement.GetProperty("code").GetString() : null;
        return ((int)answer.StatusCode, code);
    }

    public static async Task<JsonElement> BodyAsync(this Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
