using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Storage.Accounts;
using Rollout.Web.Accounts;
using Rollout.Web.Components.Layout;
using Rollout.Web.Tests.Components;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>A page that stands open while its account ends.</summary>
public sealed class CircuitTests : PageTest
{
    public CircuitTests() : base(new RunningServer { PublicRead = false }) => Circuit.Services.AddSingleton<AntiforgeryStateProvider, NoToken>();

    [Fact]
    public async Task Account_that_ended_is_noticed_in_an_open_circuit()
    {
        using var circuit = new Watched(Get<LiveAccess>());
        var name = await Server.AccountAsync("reader");
        var user = LiveAccess.Principal(Get<AccountTable>().FindByName(name)!, "circuit");
        Assert.True(await circuit.IsValidAsync(user));
        Assert.InRange(circuit.Interval, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Get<AccountTable>().Disable(Get<AccountTable>().FindByName(name)!.Id);
        Assert.False(await circuit.IsValidAsync(user));
    }

    [Fact]
    public async Task Person_is_told_when_the_session_ends_and_a_closed_server_shows_nothing_more()
    {
        var name = await SignInAsync("reader");
        var head = Circuit.Render<CascadingAuthenticationState>(p => p.AddChildContent<WhoAmI>(w => w.Add(c => c.Back, "/lists")));
        head.WaitForAssertion(() => Assert.Equal(name, head.Find("a[href='/account']").TextContent));
        Assert.Empty(head.FindAll("[role=alert]"));
        Authorization.SetNotAuthorized();
        head.WaitForAssertion(() => Assert.Single(head.FindAll("[role=alert]")));
        Assert.EndsWith("/login?back=%2Flists", Circuit.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    private sealed class Watched(LiveAccess access) : CircuitAuthentication(NullLoggerFactory.Instance, access), IDisposable
    {
        public TimeSpan Interval => RevalidationInterval;

        public Task<bool> IsValidAsync(System.Security.Claims.ClaimsPrincipal user) => ValidateAuthenticationStateAsync(new(user), TestContext.Current.CancellationToken);

        void IDisposable.Dispose() => Dispose(disposing: true);
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
