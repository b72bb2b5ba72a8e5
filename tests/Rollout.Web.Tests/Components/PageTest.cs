using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>Pages drawn over the services of a real server with July 2024 imported, in a circuit that the test plays.</summary>
public abstract class PageTest : IAsyncLifetime
{
    protected PageTest(RunningServer? server = null)
    {
        Server = server ?? new();
        // Pages draw themselves in turns, on threads that all tests share: a wait ends when what it waits for is there.
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
    }

    protected RunningServer Server { get; }

    protected BunitContext Circuit { get; } = new();

    /// <summary>Who is signed in: nobody, until a test says so.</summary>
    protected BunitAuthorizationContext Authorization { get; private set; } = null!;

    protected Programme Programme => View().Programme;

    protected Texts Texts => Get<Texts>();

    public virtual async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        Authorization = Circuit.AddAuthorization();
        Circuit.Services.AddFallbackServiceProvider(Server.Services);
        Circuit.JSInterop.Mode = JSRuntimeMode.Loose;
        Circuit.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public async ValueTask DisposeAsync()
    {
        await Circuit.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected T Get<T>() where T : notnull => Server.Services.GetRequiredService<T>();

    protected BoardView View(string? phase = null, string? asOf = null) => Get<BoardReading>().Read(null, phase, asOf, null).View!;

    /// <summary>Opens a page at an address.</summary>
    protected IRenderedComponent<TPage> Open<TPage>(string address, Action<ComponentParameterCollectionBuilder<TPage>>? with = null) where TPage : IComponent
    {
        Circuit.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Circuit.Render(with ?? (_ => { }));
    }

    /// <summary>Signs somebody of a role in, with an account that stands behind them; gives its user name back.</summary>
    protected async Task<string> SignInAsync(string role, string office = "")
    {
        var name = await Server.AccountAsync(role, office);
        Authorization.SetAuthorized(name).SetClaims([.. LiveAccess.Principal(Get<AccountTable>().FindByName(name)!, "circuit").Claims.Where(c => c.Type != System.Security.Claims.ClaimTypes.Name)]);
        return name;
    }

    /// <summary>Somebody with a key of a role looks at the page.</summary>
    protected void SignInWithKey(string role)
    {
        var key = Get<ApiKeys>().Find(Get<ApiKeys>().Create(role, role))!;
        Authorization.SetAuthorized(role).SetClaims([.. LiveAccess.Principal(key, "circuit")!.Claims.Where(c => c.Type != System.Security.Claims.ClaimTypes.Name)]);
    }

    /// <summary>Something happens to a step through the one path.</summary>
    protected async Task RecordAsync(string participant, string phase, string step, StepStatus to)
    {
        var row = View().Board.Find(participant)!;
        var command = new StepCommand.Change(
            new(ActorKind.Monitor, "test", Programme.Lead), new(row.Participant.Id, phase, step), to, row[phase, step].Version)
        { Note = "test" };
        var recorded = await Get<StepRecorder>().RecordAsync(Programme.Key, command, TestContext.Current.CancellationToken);
        Assert.Null(recorded.Refusal);
    }

    /// <summary>Some participant that stands nowhere yet.</summary>
    protected ParticipantProgress Untouched() => View().Board.Rows.First(r => r.In(Programme.Phases[0].Key).ToArray().All(c => c.Status == StepStatus.NotStarted));
}
