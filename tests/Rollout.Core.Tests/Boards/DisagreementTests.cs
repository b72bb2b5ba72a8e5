using Rollout.Core.Boards;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;
using static Rollout.Core.Steps.VerificationState;

namespace Rollout.Core.Tests.Boards;

/// <summary>The queue of what does not agree: both ways, the longest first.</summary>
public sealed class DisagreementTests
{
    [Fact]
    public void Both_ways_are_found_with_what_would_agree()
    {
        var given = Given.Row.Has("1.3", Done, People.C06, Basis.Confirmation).Sees("1.3", Failing)
            .Has("2.3", Reported).Has("2.3", InProgress, basis: Basis.Confirmation).Sees("2.3", Passing)
            .Has("1.4", Reported).Sees("1.4", Failing);
        var board = Board.From(
            LienThong.Programme, LienThong.Provinces, LienThong.Empty.Rows.Select(r => r.Participant.Id == People.SocTrangId ? given.Progress : r), 0);
        var found = Disagreement.Of(board, Times.Now.AddDays(3));
        Assert.Equal([("1.3", true, InProgress), ("2.3", false, Done)], found.OrderBy(d => d.Step.Key, StringComparer.Ordinal).Select(d => (d.Step.Key, d.Reported, d.Otherwise)));
        Assert.Equal(found.OrderBy(d => d.Since).Select(d => d.Key), found.Select(d => d.Key));
        Assert.Empty(Disagreement.Of(LienThong.Empty, Times.Now.AddDays(3)));
    }
}
