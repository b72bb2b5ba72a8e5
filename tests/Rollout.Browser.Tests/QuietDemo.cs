using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>A demo at real speed: for the few minutes of the tests its simulated people sleep, so that only the journey's own people act.</summary>
public class QuietDemo : Demo
{
    private readonly Dictionary<string, IAPIRequestContext> _clients = new(StringComparer.Ordinal);

    protected override string[] Options => ["--demo", "--demo-speed", "1"];

    /// <summary>Sends JSON with the cookie of a demo account.</summary>
    /// <param name="account">Whose cookie.</param>
    /// <param name="path">Below the programme.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="method">How.</param>
    public async Task<IAPIResponse> SendAsync(string account, string path, object? body, string method = "POST")
    {
        if (!_clients.TryGetValue(account, out var client))
            client = _clients[account] = await Driver.APIRequest.NewContextAsync(new() { BaseURL = $"{Address}", StorageState = await SignedInAsync(account) });
        return await client.FetchAsync($"/api/v1/programmes/lien-thong/{path}", new() { Method = method, DataObject = body });
    }

    /// <summary>Changes a step with a key of a role, as another system does.</summary>
    public async Task<IAPIResponse> ChangeWithKeyAsync(string key, string path, object body)
    {
        var client = await Driver.APIRequest.NewContextAsync(new() { BaseURL = $"{Address}", ExtraHTTPHeaders = [new("Authorization", $"Bearer {key}")] });
        return await client.PostAsync($"/api/v1/programmes/lien-thong/{path}", new() { DataObject = body });
    }
}
