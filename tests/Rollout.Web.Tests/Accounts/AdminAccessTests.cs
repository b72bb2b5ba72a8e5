using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Web.Accounts;
using Rollout.Web.Tests.Hosting;
using Rollout.Web.Versions;

namespace Rollout.Web.Tests.Accounts;

/// <summary>Every page and every method of the administration against every kind of mandate: administrators pass, nobody else does.</summary>
public sealed class AdminAccessTests(AdminAccessTests.One one) : IClassFixture<AdminAccessTests.One>
{
    private static readonly string[] Pages = ["/admin", "/admin/users", "/admin/users/new", "/admin/users/nobody", "/admin/users/import", "/admin/users/successors", "/admin/keys", "/admin/programmes", "/admin/programmes/lien-thong/text", "/admin/security", "/admin/security.csv", "/admin/status"];

    private static readonly string[] Roles = ["monitor", "agency:c06", "participant:provinces-63/92", "vendor:provinces-63/92", "approver", "reader", "admin"];

    public static TheoryData<string, string> PagesByRole => [.. from page in Pages from role in Roles select (page, role)];

    public static TheoryData<string, string> MethodsByRole => [.. from method in Methods.Keys from role in Roles select (method, role)];

    private static Dictionary<string, Func<IServiceProvider, Caller, string, Task<bool>>> Methods { get; } = new()
    {
        ["accounts.all"] = (s, c, _) => Task.FromResult(Accounts(s).All(c).Refused),
        ["accounts.find"] = (s, c, id) => Task.FromResult(Accounts(s).Find(c, id).Refused),
        ["accounts.create"] = async (s, c, _) => (await Accounts(s).CreateAsync(c, new($"moi-{Guid.NewGuid():N}", "Người dùng thử", "reader", "", ""))).Refused,
        ["accounts.preview"] = (s, c, _) => Task.FromResult(Accounts(s).Preview(c, "userName,fullName,role").Refused),
        ["accounts.import"] = async (s, c, _) => (await Accounts(s).ImportAsync(c, $"userName,fullName,role\nmoi-{Guid.NewGuid():N},Người dùng thử,reader")).Refused,
        ["accounts.edit"] = (s, c, id) => Task.FromResult(Accounts(s).Edit(c, id, new("", $"Tên {Guid.NewGuid():N}", "reader", "", "")).Refused),
        ["accounts.disable"] = (s, c, id) => Task.FromResult(Accounts(s).Disable(c, id).Refused),
        ["accounts.enable"] = (s, c, id) => Task.FromResult(Accounts(s).Enable(c, id).Refused),
        ["accounts.reset"] = (s, c, id) => Task.FromResult(Accounts(s).Reset(c, id).Refused),
        ["accounts.succession"] = (s, c, _) => Task.FromResult(s.GetRequiredService<AccountSuccession>().Preview(c).Refused),
        ["accounts.bind"] = (s, c, id) => Task.FromResult(s.GetRequiredService<AccountSuccession>().Bind(c, [(id, "reader")]).Refused),
        ["keys.all"] = (s, c, _) => Task.FromResult(Keys(s).All(c).Refused),
        ["keys.create"] = (s, c, _) => Task.FromResult(Keys(s).Create(c, "kho", "reader").Refused),
        ["keys.revoke"] = (s, c, _) => Task.FromResult(Keys(s).Revoke(c, s.GetRequiredService<ApiKeys>().All()[0].Id).Refused),
        ["log.page"] = (s, c, _) => Task.FromResult(s.GetRequiredService<SecurityReading>().Page(c, null, null, long.MaxValue).Refused),
        ["log.kinds"] = (s, c, _) => Task.FromResult(s.GetRequiredService<SecurityReading>().Kinds(c).Refused),
        ["log.csv"] = (s, c, _) => Task.FromResult(s.GetRequiredService<SecurityReading>().Csv(c, null, null).Refused),
        ["programmes.all"] = (s, c, _) => Task.FromResult(Programmes(s).All(c).Refused),
        ["programmes.preview"] = (s, c, _) => Task.FromResult(Programmes(s).Preview(c, "key: a", null).Refused),
        ["programmes.text"] = (s, c, _) => Task.FromResult(Programmes(s).Text(c, "lien-thong", null).Refused),
        ["programmes.keep"] = (s, c, _) => Task.FromResult(Programmes(s).Keep(c, new("key: a", null, "Lý do", [], null)).Refused),
    };

    [Fact]
    public void Table_names_every_kind_of_mandate() => Assert.Equal(Mandate.Kinds, Roles.Select(r => r.Split(':')[0]));

    [Fact]
    public void Table_names_every_public_method_of_the_administration() =>
        Assert.Equal(
            new[] { typeof(AccountAdministration), typeof(AccountSuccession), typeof(KeyAdministration), typeof(SecurityReading), typeof(ProgrammeDesk) }
                .Sum(t => t.GetMethods(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.DeclaredOnly).Length),
            Methods.Count);

    [Theory, MemberData(nameof(PagesByRole))]
    public async Task Page_opens_for_administrators_alone(string page, string role)
    {
        using var browser = await one.BrowserAsync(role);
        Assert.Equal(role == "admin" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await browser.StatusAsync(page));
        using var keyed = one.Server.With(role);
        using var answer = await keyed.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(role == "admin" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/admin/users/new", "create"), InlineData("/admin/users/import", "confirm"), InlineData("/admin/keys", "create")]
    public async Task Form_that_is_sent_past_its_page_is_refused(string page, string form)
    {
        using var browser = await one.BrowserAsync("monitor");
        using var answer = await browser.SendAsync("/account", page, form, ("userName", "kẻ lạ"), ("name", "kẻ lạ"), ("kind", "admin"), ("csv", "userName,fullName,role\nke-la,x,admin"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null(one.Table.FindByName("ke-la"));
    }

    [Fact]
    public async Task Page_leads_nobody_to_the_sign_in()
    {
        using var browser = one.Server.Browser();
        foreach (var page in Pages)
        {
            using var answer = await browser.GetAsync(page);
            Assert.StartsWith("/login", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(MethodsByRole))]
    public async Task Method_works_for_administrators_alone(string method, string role)
    {
        var id = one.Table.FindByName(await one.Server.AccountAsync("reader"))!.Id;
        one.Server.Services.GetRequiredService<ApiKeys>().Create("kho", "reader");
        var caller = new Caller(LiveAccess.Principal(one.Table.FindByName(await one.Server.AccountAsync(role))!, "x"), "127.0.0.1");
        Assert.Equal(role != "admin", await Methods[method](one.Server.Services, caller, id));
        if (role != "admin") Assert.Equal((caller.Name, "access.refused"), one.Server.Services.GetRequiredService<SecurityLog>().Read(text: caller.Name).Select(l => (l.By, l.Kind)).First());
    }

    [Fact]
    public async Task Administrator_whose_session_ended_is_refused_by_every_method()
    {
        var account = one.Table.FindByName(await one.Server.AccountAsync("admin"))!;
        var caller = new Caller(LiveAccess.Principal(account, "x"), "");
        one.Table.Renew(account.Id);
        one.Server.Services.GetRequiredService<ApiKeys>().Create("kho", "reader");
        foreach (var method in Methods.Values) Assert.True(await method(one.Server.Services, caller, account.Id));
    }

    [Fact]
    public async Task Navigation_leads_administrators_alone_to_the_administration()
    {
        using var admin = await one.BrowserAsync("admin");
        using var monitor = await one.BrowserAsync("monitor");
        Assert.Contains("href=\"/admin\"", await admin.TextAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/admin\"", await monitor.TextAsync("/"), StringComparison.Ordinal);
    }

    private static AccountAdministration Accounts(IServiceProvider services) => services.GetRequiredService<AccountAdministration>();

    private static ProgrammeDesk Programmes(IServiceProvider services) => services.GetRequiredService<ProgrammeDesk>();

    private static KeyAdministration Keys(IServiceProvider services) => services.GetRequiredService<KeyAdministration>();

    /// <summary>One server for the whole table.</summary>
    public sealed class One : IAsyncLifetime
    {
        private readonly Dictionary<string, string> _names = [];

        public RunningServer Server { get; } = new();

        internal AccountTable Table => Server.Services.GetRequiredService<AccountTable>();

        public ValueTask InitializeAsync() => Server.InitializeAsync();

        public ValueTask DisposeAsync() => Server.DisposeAsync();

        public async Task<Browser> BrowserAsync(string role)
        {
            if (!_names.TryGetValue(role, out var name)) _names[role] = name = await Server.AccountAsync(role);
            return await Server.SignInAsync(name);
        }
    }
}
