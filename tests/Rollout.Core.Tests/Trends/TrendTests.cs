using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Trends;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Trends;

/// <summary>The ledger over time, a point a day.</summary>
public sealed class TrendTests
{
    private static readonly Board Empty = Board.Empty(Lights.Programme, Lights.Harbours);

    [Fact]
    public void Every_day_from_the_first_entry_to_the_last_has_its_point()
    {
        var points = Trend.Of(Empty, "rehearsal", Ledger().Entries, Times.At("1900-01-06 09:00"));
        Assert.Equal(
            [
                "01-01 0·0·3·0 done 0", "01-02 0·1·2·0 done 1", "01-03 0·1·2·0 done 1", "01-04 1·0·2·0 done 2", "01-05 1·0·2·0 done 2",
                "01-06 1·0·2·0 done 2",
            ],
            points.Select(Text));
    }

    [Fact]
    public void Day_ends_at_midnight_in_hanoi()
    {
        var scribe = Lights.Ledger();
        scribe.Covers("rehearsal", Times.At("1900-01-01 00:00"));
        scribe.Has("A", "1.1", Done, Times.At("1900-01-02 23:59"), "rehearsal");
        scribe.Has("B", "1.1", Done, Times.At("1900-01-03 00:00"), "rehearsal");
        var points = Trend.Of(Empty, "rehearsal", scribe.Entries, Times.At("1900-01-03 12:00"));
        Assert.Equal([0, 1, 2], points.Select(p => p.StepsDone));
    }

    [Fact]
    public void Late_entry_stands_on_the_day_since_when_it_holds()
    {
        var scribe = Ledger();
        var late = new StepEvent.StatusChanged(NotStarted, Done, Basis.Report);
        scribe.Happened("C", "1.1", late, Times.At("1900-01-03 08:00"), "rehearsal", recordedAt: Times.At("1900-01-05 08:00"));
        var points = Trend.Of(Empty, "rehearsal", scribe.Entries, Times.At("1900-01-04 20:00"));
        Assert.Equal([0, 1, 2, 3], points.Select(p => p.StepsDone));
    }

    [Fact]
    public void Points_are_the_boards_of_the_ends_of_their_days()
    {
        var scribe = Ledger();
        foreach (var point in Trend.Of(Empty, "rehearsal", scribe.Entries, Times.At("1900-01-06 09:00")))
        {
            var end = HanoiTime.EndOf(point.Day);
            var board = Empty.Apply(scribe.Entries.Where(e => e.At <= end));
            Assert.Equal([SystemCount.Of(board, "beacon", "rehearsal", end)], point.Systems);
        }
    }

    [Fact]
    public void Order_of_the_entries_given_does_not_matter() =>
        Assert.Equal(
            Trend.Of(Empty, "rehearsal", Ledger().Entries, Times.At("1900-01-06 09:00")).Select(Text),
            Trend.Of(Empty, "rehearsal", Ledger().Entries.AsEnumerable().Reverse(), Times.At("1900-01-06 09:00")).Select(Text));

    [Fact]
    public void Entries_after_the_last_instant_are_left_out()
    {
        Assert.Equal([0, 1], Trend.Of(Empty, "rehearsal", Ledger().Entries, Times.At("1900-01-02 20:00")).Select(p => p.StepsDone));
        Assert.Empty(Trend.Of(Empty, "rehearsal", Ledger().Entries, Times.At("1899-12-31 20:00")));
        Assert.Empty(Trend.Of(Empty, "rehearsal", [], Times.Now));
    }

    [Fact]
    public void Quiet_day_from_which_on_silence_means_not_started_says_so()
    {
        var yaml = Repository.Text("data", "programmes", "lien-thong.yaml").ReplaceLineEndings("\n");
        var programme = ProgrammeYaml.Read(
            "lien-thong.yaml", yaml.Replace("phases:\n  - key: test\n", "phases:\n  - key: test\n    knownFrom: 2024-08-04\n", StringComparison.Ordinal), ["provinces-63"]).Programme!;
        var fold = new TrendFold(Board.Empty(programme, LienThong.Few), "test");
        var scribe = new Scribe(programme, LienThong.Few);
        scribe.Has("92", "1.1", Done, Times.At("2024-08-01 08:00"), "test");
        foreach (var entry in scribe.Entries) fold.Add(entry);

        var unknown = fold.Until(Times.At("2024-08-06 08:00")).Select(p => p.Systems[0].Unknown).ToList();

        Assert.True(unknown[2] > 0);
        Assert.Equal([unknown[0], unknown[0], unknown[0], 0, 0, 0], unknown);
    }

    [Fact]
    public void Closed_day_takes_no_entry_until_it_is_opened_again()
    {
        var fold = new TrendFold(Empty, "rehearsal");
        var entries = Ledger().Entries;
        foreach (var entry in entries) fold.Add(entry);
        Assert.Equal(new DateOnly(1900, 1, 4), fold.Open);
        Assert.Throws<InvalidOperationException>(() => fold.Add(entries[0]));
        Assert.Null(fold.BackTo(new(1900, 1, 1)));
        Assert.Empty(fold.Until(Times.Now));
    }

    [Fact]
    public void Another_programmes_entries_begin_no_trend()
    {
        var draft = Ledger().Entries[0].Draft with { Programme = "other", Participant = new("boats", "1"), At = Times.At("1899-12-01 08:00") };
        var foreign = HashChain.Seal(draft, 1, HashChain.Genesis);
        Assert.Empty(Trend.Of(Empty, "rehearsal", [foreign], Times.At("1900-01-03 08:00")));
        Assert.Equal(new DateOnly(1900, 1, 1), Trend.Of(Empty, "rehearsal", [foreign, .. Ledger().Entries], Times.At("1900-01-03 08:00"))[0].Day);
    }

    /// <summary>Alma carries oil on the second and lights on the fourth; the almanac speaks of the first.</summary>
    private static Scribe Ledger()
    {
        var scribe = Lights.Ledger();
        scribe.Covers("rehearsal", Times.At("1900-01-01 00:00"));
        scribe.Has("A", "1.1", Done, Times.At("1900-01-02 10:00"), "rehearsal");
        scribe.Has("A", "1.2", Done, Times.At("1900-01-04 10:00"), "rehearsal");
        return scribe;
    }

    private static string Text(TrendPoint p) =>
        $"{p.Day:MM-dd} {p.Systems[0].Completed}·{p.Systems[0].InProgress}·{p.Systems[0].NotStarted}·{p.Systems[0].Unknown} done {p.StepsDone}";
}
