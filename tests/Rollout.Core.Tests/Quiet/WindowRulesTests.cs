using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Quiet;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Wording;

namespace Rollout.Core.Tests.Quiet;

/// <summary>What a maintenance window must look like, and who may write and see one.</summary>
public sealed class WindowRulesTests
{
    private static readonly DateTimeOffset Now = new(2024, 8, 1, 8, 0, 0, TimeSpan.FromHours(7));
    private static readonly QuietScope All = new(null, null, null, null);
    private static readonly WindowWish Once = new(All, Now.AddHours(1), Now.AddHours(3), null, null, "Nâng cấp");
    private static readonly WindowWish Weekly = new(All, null, null, "0 22 * * 6", TimeSpan.FromHours(3), "Sao lưu");

    [Fact]
    public void Right_windows_have_no_mistakes()
    {
        Assert.Empty(Check(Once));
        Assert.Empty(Check(Once with { From = null, Scope = new(People.SocTrangId, "test", "gateway", "dvclt") }));
        Assert.Empty(Check(Once with { From = Now.AddDays(-1), Cron = " " }));
        Assert.Empty(Check(Weekly));
        Assert.Empty(Check(Weekly with { From = Now.AddDays(1), Until = Now.AddDays(300), Lasts = TimeSpan.FromDays(2) }));
    }

    [Theory]
    [InlineData(null, "until quiet.untilMissing")]
    [InlineData(1.0, "until quiet.untilBefore")]
    [InlineData(-3.0, "until quiet.untilBefore")]
    [InlineData(1 + (31.5 * 24), "until quiet.tooLong")]
    public void End_of_a_single_window_must_come_and_come_soon(double? hours, string expected) =>
        Assert.Equal([expected], Check(Once with { Until = hours is { } h ? Now.AddHours(h) : null }));

    [Fact]
    public void Window_that_is_over_before_it_is_written_is_none()
    {
        Assert.Equal(["until quiet.past"], Check(Once with { From = Now.AddHours(-3), Until = Now.AddHours(-1) }));
        Assert.Equal(["until quiet.past"], Check(Weekly with { From = Now.AddHours(-3), Until = Now }));
    }

    [Fact]
    public void Mistakes_of_a_repeated_window_are_named()
    {
        Assert.Equal(["cron quiet.cron", "lasts quiet.lastsMissing", "until quiet.untilBefore"], Check(Weekly with { Cron = "wrong", Lasts = null, Until = Now.AddDays(-1) }));
        Assert.Equal(["lasts quiet.lasts"], Check(Weekly with { Lasts = TimeSpan.FromSeconds(59) }));
        Assert.Equal(["lasts quiet.lasts"], Check(Weekly with { Lasts = TimeSpan.FromHours(48.1) }));
        Assert.Equal(["lasts quiet.lastsOnce"], Check(Once with { Lasts = TimeSpan.FromHours(1) }));
    }

    [Fact]
    public void Places_that_are_none_are_named_with_what_there_is()
    {
        var mistakes = Mistakes(Once with { Scope = new(new("provinces-34", "94"), "nowhere", "telephone", "fax") });
        Assert.Equal(["participant", "phase", "role", "system"], mistakes.Select(m => m.Field));
        Assert.All(mistakes.Skip(1), m => Assert.NotEmpty(m.Message.Arguments[1]));
    }

    [Theory]
    [InlineData(null, "quiet.reasonMissing")]
    [InlineData("  ", "quiet.reasonMissing")]
    public void Reason_is_needed(string? reason, string code) => Assert.Equal([$"reason {code}"], Check(Once with { Reason = reason }));

    [Fact]
    public void Reason_has_a_longest() => Assert.Equal(["reason quiet.reasonLong"], Check(Once with { Reason = new('x', WindowRules.LongestReason + 1) }));

    [Theory]
    [InlineData("admin", true, true, true)]
    [InlineData("participant:provinces-63/94", false, true, false)]
    [InlineData("participant:provinces-63/92,provinces-63/94", false, true, true)]
    [InlineData("vendor:provinces-63/94", false, false, false)]
    [InlineData("monitor", false, false, false)]
    [InlineData("agency:c06", false, false, false)]
    [InlineData("approver", false, false, false)]
    [InlineData("reader", false, false, false)]
    public void Administrators_write_any_and_participants_their_own(string role, bool all, bool own, bool other)
    {
        Assert.True(Mandate.TryParse(role, out var mandate));
        bool May(QuietScope scope) => WindowRules.MayWrite(mandate, scope);
        Assert.Equal((all, own, other), (May(All), May(All with { Participant = People.SocTrangId }), May(All with { Participant = People.CanTho.Participant })));
    }

    [Fact]
    public void Where_one_reads_only_ones_own_windows_of_others_are_hidden()
    {
        Assert.True(Mandate.TryParse("participant:provinces-63/94", out var mandate));
        var own = LienThong.Programme with { Reading = ReadingScope.Own };
        bool May(Programme programme, ParticipantId? id) => WindowRules.MayRead(programme, mandate, All with { Participant = id });
        Assert.True(May(LienThong.Programme, People.CanTho.Participant));
        Assert.False(May(own, People.CanTho.Participant));
        Assert.True(May(own, People.SocTrangId));
        Assert.True(May(own, null));
    }

    private static ImmutableArray<WindowMistake> Mistakes(WindowWish wish) =>
        WindowRules.Check(LienThong.Programme, LienThong.Provinces, wish, Now, text => text == "wrong" ? Message.Of("quiet.cron", text) : null);

    private static IEnumerable<string> Check(WindowWish wish) => Mistakes(wish).Select(m => $"{m.Field} {m.Message.Code}");
}
