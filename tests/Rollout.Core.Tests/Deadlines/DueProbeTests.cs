using System.Collections.Frozen;
using Rollout.Core.Boards;
using Rollout.Core.Deadlines;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;
using static Rollout.Core.Steps.VerificationState;

namespace Rollout.Core.Tests.Deadlines;

/// <summary>Who must act on a report that a probe settles: not the agency that would confirm it if nothing could be probed.</summary>
public sealed class DueProbeTests
{
    private static readonly Programme Programme = LienThong.Programme with
    {
        Due = new(new Deadline(new(2024, 7, 31), false, null), FrozenDictionary<string, Deadline>.Empty),
        Organisations = [.. LienThong.Programme.Organisations.Select(o => o with { ConfirmWithin = 3 })],
    };

    [Theory]
    [InlineData("participantSystem", "participant")]
    [InlineData("participantGateway", "participant")]
    [InlineData("ndxp", "ndxp")]
    [InlineData("self", "")]
    public void Fault_that_a_probe_sees_is_its_owners(string owner, string acts)
    {
        var failing = Given.Row.Has("1.3", Reported, at: Times.Yesterday)
            .Happened("1.3", new StepEvent.VerificationChanged(null, Failing, new(owner, "http.status")) { Status = Reported });
        Assert.Equal($"94 1.3 Overdue 1 2024-07-31 {acts}", Read(failing));
    }

    [Fact]
    public void Probe_that_passes_has_the_next_word() => Assert.Equal("94 1.3 Overdue 1 2024-07-31 ", Read(Given.Row.Has("1.3", Reported).Sees("1.3", Passing)));

    [Theory]
    [InlineData(null)]
    [InlineData(NotObservable)]
    [InlineData(Stale)]
    public void Report_that_nothing_probes_is_the_fallbacks_to_confirm_within_its_term(VerificationState? seen)
    {
        var reported = Given.Row.Has("1.3", Reported, at: Times.At("2024-07-31 20:00"));
        Assert.Equal("94 1.3 confirmation Soon 2 2024-08-05 c06", Read(seen is { } s ? reported.Sees("1.3", s) : reported));
    }

    private static string Read(Given given)
    {
        var rows = LienThong.Few.All.Select(p => p.Id == People.SocTrangId ? given.Progress : new ParticipantProgress(LienThong.Programme, p));
        return Harbour.Line(Assert.Single(DueReading.Of(Board.From(Programme, LienThong.Few, rows, given.Seq), Times.Now, VietNam.Days).Items, i => i.Step.Key == "1.3"));
    }
}
