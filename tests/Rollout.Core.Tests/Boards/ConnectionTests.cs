using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Boards;

/// <summary>Where a participant stands with a system.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public void Nothing_known_is_neither_of_the_three() => Assert.Null(Of(Given.Row));

    [Fact]
    public void Nothing_begun_is_not_started_once_a_source_speaks_of_the_phase() =>
        Assert.Equal(ConnectionStatus.NotStarted, Of(Given.Row.Happened("", new StepEvent.SourceStated(null, DatePrecision.Month))));

    [Fact]
    public void Nothing_begun_is_not_started_from_the_programmes_own_beginning()
    {
        var yaml = Repository.Text("data", "programmes", "lien-thong.yaml").ReplaceLineEndings("\n");
        var known = yaml.Replace("phases:\n  - key: test\n", "phases:\n  - key: test\n    knownFrom: 2024-08-01\n", StringComparison.Ordinal);
        var programme = ProgrammeYaml.Read("lien-thong.yaml", known, ["provinces-63"]).Programme!;
        var midnight = Times.At("2024-08-01 00:00");
        var row = new ParticipantProgress(programme, LienThong.Province("94"));
        Assert.Equal(ConnectionStatus.NotStarted, Connection.Of(programme, row, "dvclt", "test", midnight));
        Assert.Null(Connection.Of(programme, row, "dvclt", "test", midnight.AddMilliseconds(-1)));
        Assert.Null(Connection.Of(programme, row, "dvclt", "production", midnight));
    }

    [Fact]
    public void Every_step_of_the_systems_part_done_is_completed()
    {
        var given = Given.Row.HasDone("1.1", "1.2", "1.3", "1.4");
        Assert.Equal(ConnectionStatus.Completed, Of(given));
        Assert.Null(Of(given, "hotich"));
        Assert.Equal(ConnectionStatus.InProgress, Of(Given.Row.HasDone("1.1", "1.2", "1.3")));
    }

    [Theory]
    [InlineData(InProgress)]
    [InlineData(Reported)]
    [InlineData(Done)]
    public void Anything_begun_is_in_progress(StepStatus status) => Assert.Equal(ConnectionStatus.InProgress, Of(Given.Row.Has("1.3", status)));

    [Fact]
    public void Blocked_step_moves_nobody()
    {
        Assert.Equal(ConnectionStatus.NotStarted, Of(Given.Row.Has("1.3", Blocked)));
        Assert.Equal(ConnectionStatus.InProgress, Of(Given.Row.Has("1.3", Reported).Has("1.3", Blocked)));
        Assert.Equal(ConnectionStatus.Completed, Of(Given.Row.HasDone("1.1", "1.2", "1.3", "1.4").Has("1.3", Blocked)));
    }

    [Fact]
    public void Verification_never_enters() =>
        Assert.Equal(ConnectionStatus.Completed, Of(Given.Row.HasDone("1.1", "1.2", "1.3", "1.4").Sees("1.3", VerificationState.Failing)));

    [Fact]
    public void Part_without_a_system_has_a_status_of_its_own() =>
        Assert.Equal(
            ConnectionStatus.Completed,
            Connection.OfPart(LienThong.Programme, Given.Row.HasDone("3.1", "3.2", "3.3").Progress, "3", "test", Times.Now));

    [Fact]
    public void In_progress_is_assumed_only_while_every_begun_step_is()
    {
        var assumed = Given.Row.Happened("1.1", new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Baseline) { Assumed = true });
        Assert.True(Connection.IsAssumed(LienThong.Programme, assumed.Progress, "dvclt", "test"));
        Assert.False(Connection.IsAssumed(LienThong.Programme, assumed.Has("1.2", InProgress).Progress, "dvclt", "test"));
        Assert.False(Connection.IsAssumed(LienThong.Programme, Given.Row.Progress, "dvclt", "test"));
    }

    private static ConnectionStatus? Of(Given given, string system = "dvclt") =>
        Connection.Of(LienThong.Programme, given.Progress, system, "test", Times.Now);
}
