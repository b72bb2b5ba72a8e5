using System.Net;
using System.Text.RegularExpressions;

namespace Rollout.Web.Tests.Hosting;

/// <summary>What a browser does with plain forms: keeps cookies, and sends a form back with the token that came with it.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new() };

    public Browser(Uri address) => Client = new(_handler) { BaseAddress = address };

    /// <summary>The client with the cookies, for the API too.</summary>
    public HttpClient Client { get; }

    /// <summary>The cookies.</summary>
    public CookieCollection Cookies => _handler.CookieContainer.GetCookies(Client.BaseAddress!);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>The text of a page, as it is read: entities undone. What a one-time link carries behind its # is sent, as the page's script does.</summary>
    public async Task<string> TextAsync(string path)
    {
        if (path.Contains('#'))
        {
            using var opened = await SubmitAsync(path, "open");
            return await TextAsync(opened);
        }
        using var answer = await GetAsync(path);
        return await TextAsync(answer);
    }

    public static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Opens a page and sends one of its forms.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, string form, params (string Field, string Value)[] fields) => SendAsync(path, path, form, fields);

    /// <summary>Opens a page and sends a file with one of its forms.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, string form, string field, string text)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in await HiddenAsync(path, form)) content.Add(new StringContent(value), name);
        content.Add(new StringContent(text), field, "file.csv");
        return await Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens a page and posts its token elsewhere, as a button that stands on every page does.</summary>
    public Task<HttpResponseMessage> PostAsync(string page, string to) => SendAsync(page, to, "");

    /// <summary>Sends a form to a page that need not have been opened, with the token of another.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string to, string form, params (string Field, string Value)[] fields)
    {
        if (page.Split('#') is [var path, var token]) return await SendAsync(path, path, form, [("token", token), .. fields]);
        using var content = new FormUrlEncodedContent([.. await HiddenAsync(page, form), .. fields.Select(f => KeyValuePair.Create(f.Field, f.Value))]);
        return await Client.PostAsync(new Uri(to, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
    }

    private async Task<KeyValuePair<string, string>[]> HiddenAsync(string path, string form)
    {
        var page = await TextAsync(path);
        Assert.True(Token().Match(page) is { Success: true } token, $"{path} has no form: {page}");
        return [KeyValuePair.Create("_handler", form), KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups["token"].Value)];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
