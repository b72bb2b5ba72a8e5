using Rollout.Core.Collecting;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Collecting;

/// <summary>Who has handed in the reports that were asked for, who has not, who was late.</summary>
public sealed class ReportCollectionTests
{
    [Fact]
    public void Report_is_received_in_time_late_by_working_days_or_overdue()
    {
        var almanac = Almanac.Of(Almanac.TwoReports).Has("A", "1.1", Reported, "2024-07-10 23:59").Has("B", "1.1", Reported, "2024-07-15 08:00");
        Assert.Equal(["A Received on 2024-07-10", "B Late 3 on 2024-07-15", "C Overdue 5"], almanac.Says("2024-07-17 08:00", "oil"));
        Assert.Equal(["A Overdue 5", "B Overdue 5", "C Overdue 5"], almanac.Says("2024-07-17 08:00", "light"));
    }

    [Fact]
    public void Before_its_last_day_has_ended_a_report_is_missing_and_nobody_is_late() =>
        Assert.Equal(["A Missing", "B Missing", "C Missing"], Almanac.Of(Almanac.TwoReports).Says("2024-07-10 23:59", "oil"));

    [Fact]
    public void Without_a_deadline_nobody_is_ever_late()
    {
        var almanac = Almanac.Of(Almanac.TwoReports, due: null).Has("A", "1.1", Reported, "2025-01-06 08:00");
        Assert.Equal(["A Received on 2025-01-06", "B Missing", "C Missing"], almanac.Says("2026-01-05 08:00", "oil"));
        Assert.Null(almanac.Read("2026-01-05 08:00").Copies[0].LastDay);
    }

    [Fact]
    public void Confirmation_long_after_makes_the_report_no_later()
    {
        var almanac = Almanac.Of(Almanac.TwoReports).Has("A", "1.1", Reported, "2024-07-10 08:00").Has("A", "1.1", Done, "2024-08-20 08:00", Basis.Confirmation);
        Assert.Equal("A Received on 2024-07-10 confirmed", almanac.Says("2024-08-21 08:00", "oil").First());
    }

    [Fact]
    public void Returned_report_is_none_and_its_files_are_none_either()
    {
        var almanac = Almanac.Of(Almanac.TwoReports).Has("A", "1.1", Reported, "2024-07-09 08:00", files: ["aa"]).Has("A", "1.1", InProgress, "2024-07-10 08:00", Basis.Confirmation);
        Assert.Equal("A Overdue 1", almanac.Says("2024-07-11 08:00", "oil").First());
        almanac.Has("A", "1.1", Reported, "2024-07-12 08:00", files: ["bb"]);
        Assert.Equal("A Late 2 on 2024-07-12 1 files", almanac.Says("2024-07-13 08:00", "oil").First());
    }

    [Fact]
    public void File_that_was_added_beside_the_report_counts_and_the_same_file_counts_once()
    {
        var almanac = Almanac.Of(Almanac.TwoReports).Has("A", "1.1", Reported, "2024-07-09 08:00", files: ["aa"])
            .Happened("A", "1.1", new StepEvent.Commented(["aa", "bb"]), "2024-07-10 08:00");
        Assert.Equal("A Received on 2024-07-09 2 files", almanac.Says("2024-07-10 09:00", "oil").First());
    }

    [Fact]
    public void Report_of_several_steps_is_here_once_the_last_of_them_is_and_as_late_as_the_worst()
    {
        var almanac = Almanac.Of(Almanac.OneReport).Has("A", "1.1", Reported, "2024-07-09 08:00").Has("B", "1.2", Reported, "2024-07-12 08:00").Has("B", "1.1", Reported, "2024-07-15 08:00");
        Assert.Equal(["A Overdue 4 without 1.2", "B Late 3 on 2024-07-15", "C Overdue 4"], almanac.Says("2024-07-16 08:00", "all"));
    }

    [Fact]
    public void Of_whom_no_source_speaks_nothing_is_known_and_nobody_is_late()
    {
        Assert.All(Almanac.Silent(Almanac.TwoReports).Says("2025-01-06 08:00", "oil"), line => Assert.EndsWith(" Unknown", line, StringComparison.Ordinal));
        // The second copy is a receipt of its own.
        var almanac = Almanac.Of(Almanac.TwoReports).Has("A", "1.1", Reported, "2024-07-09 08:00");
        Assert.Equal(["A Unknown", "B Unknown", "C Unknown"], almanac.Says("2024-08-01 08:00", "oil", "season"));
    }

    [Fact]
    public void Published_report_was_here_by_the_day_of_its_source_and_perhaps_in_time()
    {
        var almanac = Almanac.Of(Almanac.TwoReports).Has("A", "1.1", Reported, "2024-07-08 00:00", Basis.Baseline, precision: DatePrecision.Day)
            .Has("B", "1.1", Reported, "2024-08-08 00:00", Basis.Baseline, precision: DatePrecision.Day);
        Assert.Equal(["A Received on 2024-07-08", "B NotDated on 2024-08-08", "C Overdue 22"], almanac.Says("2024-08-09 08:00", "oil"));
        Assert.All(almanac.Read("2024-08-09 08:00").Copies[0].Receipts.Take(2), r => Assert.True(r.Published));
    }

    [Fact]
    public void Every_report_stands_once_in_every_phase_with_its_deadline()
    {
        var collection = Almanac.Of(Almanac.TwoReports).Read("2024-07-01 08:00");
        Assert.Equal(["oil rehearsal", "oil season", "light rehearsal", "light season"], collection.Copies.Select(c => $"{c.Report.Key} {c.Phase.Key}"));
        Assert.All(collection.Copies, c => Assert.Equal((new DateOnly(2024, 7, 10), 3), (c.LastDay, c.Receipts.Length)));
        Assert.Equal("7", collection.Request!.Number);
    }

    [Fact]
    public void Confirmation_that_an_agency_owes_too_long_is_told()
    {
        var yaml = Almanac.Yaml(Almanac.TwoReports).Replace("{ key: keepers,", "{ key: keepers, confirmWithin: 3,", StringComparison.Ordinal);
        var scribe = new Scribe(Deadlines.Harbour.Read(yaml), Lights.Harbours);
        scribe.Covers("rehearsal", Times.At("2022-01-01 00:00"));
        scribe.Happened("A", "1.1", new StepEvent.StatusChanged(NotStarted, Reported, Basis.Report), Times.At("2024-07-08 08:00"), "rehearsal");
        Assert.Empty(Late("2024-07-11 20:00"));
        Assert.Equal(["A 1.1 keepers 1"], Late("2024-07-12 08:00"));

        IEnumerable<string> Late(string at) => ReportCollection.Of(scribe.Board, Times.At(at), VietNam.Days, scribe.Entries)!.LateConfirmations
            .Select(i => $"{i.Participant.Code} {i.Step.Key} {string.Join('+', i.WaitsOn)} {i.Days}");
    }

    [Fact]
    public void Programme_that_asks_for_no_reports_collects_none() =>
        Assert.Null(ReportCollection.Of(Lights.Ledger().Board, Times.Now, VietNam.Days, []));
}
