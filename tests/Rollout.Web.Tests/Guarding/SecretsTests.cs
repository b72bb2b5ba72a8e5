using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rollout.Storage.Accounts;
using Rollout.Web.Accounts;
using Rollout.Web.Tests.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Guarding;

/// <summary>Nothing secret stands in a log, however much of it is kept, nor in the security log, nor in what is answered to somebody else.</summary>
public sealed class SecretsTests : IAsyncLifetime
{
    private const string First = "câu đầu tiên của tôi", Second = "câu thứ hai của tôi", Typo = "câu gõ nhầm của tôi";
    private readonly Everything _logs = new();
    private readonly RunningServer _server;

    public SecretsTests() => _server = new()
    {
        PublicRead = false,
        Configure = b =>
        {
            b.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs);
            b.Services.Configure<LoggerFilterOptions>(o => o.Rules.Add(new(typeof(Everything).FullName, null, LogLevel.Trace, null)));
        },
    };

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.Services.GetServices<IHostedService>().OfType<SetupAnnouncement>().Single().ExecuteTask!;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task No_secret_of_setup_sign_in_links_keys_or_second_factors_stands_in_any_log_or_problem()
    {
        var secrets = new List<string> { First, Second, Typo };
        var answers = new List<string>();
        var link = _server.Services.GetRequiredService<FirstAdministrator>().NewLink("")!;
        secrets.Add(link.Split('#')[1]);
        using var browser = _server.Browser();
        (await browser.SubmitAsync(link, "setup", ("userName", "quantri"), ("fullName", "Quản trị thử"), ("password", Typo), ("again", First))).Dispose();
        (await browser.SubmitAsync(link, "setup", ("userName", "quantri"), ("fullName", "Quản trị thử"), ("password", First), ("again", First))).Dispose();
        (await browser.SubmitAsync("/login", "login", ("userName", Second), ("password", Typo))).Dispose();
        using var admin = await _server.SignInAsync("quantri", First);

        using var made = await admin.SubmitAsync("/admin/users/new", "create", ("userName", "moi1"), ("fullName", "Người dùng thử"), ("kind", "reader"));
        var token = (await Browser.TextAsync(made)).Split("/account/set-password#")[1][..64];
        (await browser.SubmitAsync(PasswordLinks.Path(token), "set", ("password", Second), ("again", Second))).Dispose();
        using var keyed = await admin.SubmitAsync("/admin/keys", "create", ("name", "kho"), ("kind", "reader"));
        var key = "rk_" + (await Browser.TextAsync(keyed)).Split("value=\"rk_")[1][..64];
        secrets.AddRange([token, key[3..], new string('f', 64)]);
        (await browser.SubmitAsync("/login", "key", ("key", key))).Dispose();
        foreach (var shown in (string[])[key, "rk_" + new string('f', 64)])
        {
            using var client = new HttpClient { BaseAddress = _server.Client.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", shown) } };
            foreach (var path in (string[])["/api/v1/programmes", "/api/v1/programmes/none", "/api/v1/programmes/lien-thong/participants/92/endpoints"])
                answers.Add(await (await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        using var reader = await _server.SignInAsync("moi1", Second);
        using var begun = await reader.SubmitAsync("/account", "begin");
        var seed = Authenticator.SecretOf(await Browser.TextAsync(begun));
        using var on = await reader.SubmitAsync("/account", "confirm", ("code", Authenticator.Code(seed)));
        var codes = Authenticator.RecoveryCodesOf(await Browser.TextAsync(on));
        secrets.AddRange([seed, .. codes]);
        using var half = _server.Browser();
        (await half.SubmitAsync("/login", "login", ("userName", "moi1"), ("password", Second))).Dispose();
        (await half.SubmitAsync("/login/code", "code", ("code", codes[0]))).Dispose();
        secrets.AddRange(browser.Cookies.Concat(admin.Cookies).Concat(half.Cookies).Where(c => c.Name == "rollout").Select(c => c.Value));

        var log = _server.Services.GetRequiredService<SecurityLog>().Read(most: 1000).Select(l => $"{l}").ToList();
        Assert.Contains(log, l => l.Contains("recovery.used", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, l => l.Contains("Request starting", StringComparison.Ordinal));
        foreach (var (place, lines) in ((string, IEnumerable<string>)[])[("log", _logs.Lines), ("security log", log), ("answer", answers)])
            foreach (var secret in secrets)
                Assert.True(lines.FirstOrDefault(l => l.Contains(secret, StringComparison.OrdinalIgnoreCase) || l.Contains(Uri.EscapeDataString(secret), StringComparison.OrdinalIgnoreCase)) is null, $"{place}: {secret}");
    }

    private sealed class Everything : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new One(categoryName, this);

        public void Dispose()
        {
        }

        private sealed class One(string category, Everything all) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull
            {
                all.Lines.Enqueue($"{category} scope {state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                all.Lines.Enqueue($"{category} {formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "")}");
        }
    }
}
