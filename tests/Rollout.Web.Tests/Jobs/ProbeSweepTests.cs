using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;
using Rollout.Web.Jobs;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Jobs;

/// <summary>One datum walks all the way: a real socket is probed, the step advances, whoever listens is told.</summary>
public sealed class ProbeSweepTests : IAsyncLifetime
{
    private static readonly ParticipantId HaGiang = new("provinces-63", "02");
    private readonly RunningServer _server = new();
    private WebApplication? _province;
    private volatile bool _broken;
    private Action _asked = () => { };

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _province = builder.Build();
        _province.MapGet("/catalogue", () =>
        {
            _asked();
            return Answer();
        });
        IResult Answer() => _broken ? Results.StatusCode(503) : Results.Json(new[] { "2.002621.000.00.00.H20", "2.002622.000.00.00.H20" });
        await _province.StartAsync(TestContext.Current.CancellationToken);
        _server.Services.GetRequiredService<Targets>().Put([("lien-thong", HaGiang, "test", "catalogue", new Uri($"{_province.Urls.First()}/catalogue"))]);
        await SayAsync(ProbingConsent.Agreed);
    }

    [Fact]
    public async Task Sweep_of_a_passing_target_begins_the_step_at_once_and_settles_it_after_three_passes()
    {
        var told = new List<string>();
        using var subscription = Boards.Subscribe(c => told.AddRange(c.Entries.Select(e => $"{e.Step} {Core.Ledger.EventFields.KindOf(e.Event)}")));
        Assert.Equal(StepStatus.NotStarted, Cell.Status);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(StepStatus.InProgress, Cell.Status);
        await SweepAsync();
        Assert.Equal(StepStatus.InProgress, Cell.Status);
        await SweepAsync();
        Assert.Equal((StepStatus.Done, Basis.Probe, VerificationState.Passing), (Cell.Status, Cell.Basis, Cell.Verification));
        Assert.Equal(["1.2 status", "1.2 verification", "1.2 status"], told);
        await SweepAsync();
        Assert.Equal(3, told.Count);
    }

    [Fact]
    public async Task Sweep_of_a_target_that_breaks_is_failing_after_three_and_undoes_nothing()
    {
        for (var i = 0; i < 3; i++) await SweepAsync();
        _broken = true;
        for (var i = 0; i < 2; i++) await SweepAsync();
        Assert.Equal(VerificationState.Passing, Cell.Verification);
        await SweepAsync();
        Assert.Equal((StepStatus.Done, VerificationState.Failing), (Cell.Status, Cell.Verification));
        Assert.Equal("participantSystem", Cell.FaultMark?.Owner);
        _broken = false;
        for (var i = 0; i < 3; i++) await SweepAsync();
        Assert.Equal(VerificationState.Passing, Cell.Verification);
    }

    [Fact]
    public async Task Target_that_vanishes_or_moves_while_it_is_looked_at_says_nothing_of_its_step()
    {
        var targets = _server.Services.GetRequiredService<Targets>();
        _asked = () => targets.Replace("lien-thong", HaGiang, []);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(StepStatus.NotStarted, Cell.Status);
        Assert.Equal(0, await SweepAsync());

        targets.Put([("lien-thong", HaGiang, "test", "catalogue", new Uri($"{_province!.Urls.First()}/catalogue"))]);
        _asked = () => targets.Replace("lien-thong", HaGiang, [("test", "catalogue", new Uri($"{_province!.Urls.First()}/elsewhere"))]);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(StepStatus.NotStarted, Cell.Status);
    }

    [Fact]
    public async Task Step_whose_address_is_replaced_is_not_observable_until_the_new_one_has_proved_itself()
    {
        for (var i = 0; i < 3; i++) await SweepAsync();
        Assert.Equal((StepStatus.Done, VerificationState.Passing), (Cell.Status, Cell.Verification));
        var programme = Boards.Of("lien-thong").Programme;
        var admin = new Person("quan-tri", "Quản trị", new(ActorKind.Administrator, null, []), null);
        var book = _server.Services.GetRequiredService<AddressBook>();
        var token = TestContext.Current.CancellationToken;

        Assert.Empty(await book.ReplaceAsync(admin, programme, HaGiang, [new("test", "catalogue", $"{_province!.Urls.First()}/catalogue")], "", token));
        Assert.Equal(VerificationState.Passing, Cell.Verification);
        Assert.Empty(await book.ReplaceAsync(admin, programme, HaGiang, [new("test", "catalogue", $"{_province.Urls.First()}/catalogue?new")], "", token));
        Assert.Equal((StepStatus.Done, VerificationState.NotObservable), (Cell.Status, Cell.Verification));
        for (var i = 0; i < 3; i++) await SweepAsync();
        Assert.Equal(VerificationState.Passing, Cell.Verification);
        Assert.Empty(await book.ReplaceAsync(admin, programme, HaGiang, [], "", token));
        Assert.Equal((StepStatus.Done, VerificationState.NotObservable), (Cell.Status, Cell.Verification));
    }

    [Fact]
    public async Task Sweep_of_another_participant_checks_nothing_here() =>
        Assert.Equal(0, await _server.Services.GetRequiredService<ProbeSweep>().RunAsync(Boards.Of("lien-thong").Programme, "01", null, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Nobody_is_looked_at_who_has_not_agreed_or_wants_a_pause()
    {
        for (var i = 0; i < 3; i++) await SweepAsync();
        await SayAsync(ProbingConsent.Paused, "Nâng cấp máy chủ");
        Assert.Equal(0, await SweepAsync());
        await ScheduledAsync();
        Assert.Equal(VerificationState.Passing, Cell.Verification);

        await SayAsync(ProbingConsent.Withdrawn);
        Assert.Equal(0, await SweepAsync());
        await ScheduledAsync();
        Assert.Equal((StepStatus.Done, VerificationState.NotObservable), (Cell.Status, Cell.Verification));

        await SayAsync(ProbingConsent.Agreed);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(VerificationState.Passing, Cell.Verification);
    }

    public async ValueTask DisposeAsync()
    {
        if (_province is not null) await _province.DisposeAsync();
        await _server.DisposeAsync();
    }

    private BoardStore Boards => _server.Services.GetRequiredService<BoardStore>();

    private StepState Cell => Boards.Of("lien-thong")[HaGiang]["test", "1.2"];

    private Task ScheduledAsync() => _server.Services.GetRequiredService<ProbeSweep>().SweepAsync(
        Boards.Of("lien-thong").Programme, TimeSpan.FromMinutes(5), SweepShard.Whole, TimeProvider.System.GetUtcNow().AddMinutes(1), TestContext.Current.CancellationToken);

    private async Task SayAsync(ProbingConsent consent, string? note = null)
    {
        var province = new Actor(ActorKind.Participant, "ha-giang", null, HaGiang);
        var said = await _server.Services.GetRequiredService<StepRecorder>().RecordAsync(
            "lien-thong", new StepCommand.SetProbing(province, HaGiang, consent, note), TestContext.Current.CancellationToken);
        Assert.Null(said.Refusal);
    }

    private Task<int> SweepAsync() =>
        _server.Services.GetRequiredService<ProbeSweep>().RunAsync(Boards.Of("lien-thong").Programme, null, null, TestContext.Current.CancellationToken);
}
