using Rollout.Core.Ledger;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Reports;

/// <summary>Entries as records: what is closed to the public is no column at all.</summary>
public sealed class ActivityReportTests
{
    private readonly Scribe _scribe = new(LienThong.Programme, LienThong.Few);

    [Fact]
    public void Row_says_when_whose_what_and_on_what_it_rests()
    {
        _scribe.Has("94", "1.1", StepStatus.Blocked, Times.Now);
        var records = Report(null, null).Records[0];
        var row = records.Fields.Zip(records.Rows[0]).ToDictionary(c => c.First, c => c.Second.Text);
        Assert.Equal(
            ("1", "2024-08-01T08:00:00+07:00", "94", "1.1", "status", "blocked", "confirmation", "participant", "software"),
            (row["seq"], row["at"], row["code"], row["step"], row["kind"], row["to"], row["basis"], row["blockedOn"], row["blockedKind"]));
    }

    [Fact]
    public void Public_gets_no_column_for_people_and_notes()
    {
        _scribe.Has("94", "1.1", StepStatus.InProgress, Times.Now);
        Assert.Empty(Report(null, null).Records[0].Fields.Intersect(["person", "note"]));
        var known = Report(_ => ("P", "N"), null).Records[0];
        Assert.Equal(["person", "note", "P", "N"], [.. known.Fields[^2..], .. known.Rows[0][^2..].Select(c => c.Text)]);
    }

    [Fact]
    public void Cut_is_said_in_the_last_row_which_is_as_wide_as_the_others()
    {
        _scribe.Has("94", "1.1", StepStatus.InProgress, Times.Now);
        var records = Report(null, "cut").Records[0];
        Assert.Equal((2, "cut", records.Fields.Length), (records.Rows.Length, records.Rows[^1][0].Text, records.Rows[^1].Length));
        Assert.Single(Report(null, null).Records[0].Rows);
    }

    [Fact]
    public void Source_partial_confirmation_and_probe_say_their_basis_by_their_kind()
    {
        _scribe.Happened("94", "2.3", new StepEvent.PartlyConfirmed("btp") { Status = StepStatus.Reported }, Times.Now);
        _scribe.Happened("94", "2.3", new StepEvent.VerificationChanged(null, VerificationState.Passing, null), Times.Now);
        _scribe.Covers("test", Times.Now);
        var records = Report(null, null).Records[0];
        var basis = records.Fields.IndexOf("basis");
        Assert.Equal(["confirmation", "probe", "baseline"], records.Rows.Select(r => r[basis].Text).Distinct());
    }

    private ReportDocument Report(Func<LedgerEntry, (string Person, string Note)>? closed, string? cut) =>
        ActivityReport.Of(LienThong.Few, _scribe.Entries, closed, "T", cut, "vi", Times.Now);
}
