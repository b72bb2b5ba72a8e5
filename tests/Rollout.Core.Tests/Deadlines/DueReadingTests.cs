using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Deadlines;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Deadlines;

/// <summary>What is overdue and soon due, and who must act.</summary>
public sealed class DueReadingTests
{
    /// <summary>Wednesday 2024-07-10 is the last day, either way it is said.</summary>
    [Theory]
    [InlineData("{ by: 2024-07-10 }")]
    [InlineData("{ before: 2024-07-11 }")]
    public void Last_day_lasts_until_midnight_in_hanoi(string due)
    {
        var harbour = Harbour.With(first: due);
        Assert.Equal("A 1.1 Soon 0 2024-07-10 participant", harbour.Reads("2024-07-10 23:59:59.999").First());
        Assert.Equal("A 1.1 Overdue 1 2024-07-10 participant", harbour.Reads("2024-07-11 00:00").First());
        Assert.Equal("A 1.1 Overdue 3 2024-07-10 participant", harbour.Reads("2024-07-15 12:00").First());
    }

    [Fact]
    public void Midnight_is_hanois_wherever_the_instant_was_written()
    {
        var harbour = Harbour.With(first: "{ by: 2024-07-10 }");
        DueState At(string utc) => DueReading.Of(harbour.Board, DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), VietNam.Days).Items[0].State;
        Assert.Equal(DueState.Soon, At("2024-07-10T16:59:59.999Z"));
        Assert.Equal(DueState.Overdue, At("2024-07-10T17:00:00Z"));
    }

    /// <summary>Saturday 2024-07-13, and the long break of 2024-04-27 to 2024-05-01 with its Monday swapped off.</summary>
    [Theory]
    [InlineData("{ by: 2024-07-13 }", "2024-07-15")]
    [InlineData("{ before: 2024-07-15 }", "2024-07-15")]
    [InlineData("{ by: 2024-04-29 }", "2024-05-02")]
    [InlineData("{ by: 2024-05-04 }", "2024-05-04")]
    [InlineData("{ before: 2022-05-25 }", "2022-05-24")]
    [InlineData("{ before: 2025-01-01 }", "2024-12-31")]
    public void Day_off_gives_until_the_next_working_day_and_no_other_day_moves(string due, string last) =>
        Assert.Equal(last, $"{Harbour.With(first: due).Reading("2025-06-01 08:00").Items[0].LastDay:yyyy-MM-dd}");

    [Theory]
    [InlineData("2024-07-13 10:00")]
    [InlineData("2024-07-14 10:00")]
    [InlineData("2024-07-15 10:00")]
    public void Days_off_make_nobody_later(string at) => Assert.StartsWith("A 1.1 Overdue 1 ", Harbour.With(first: "{ by: 2024-07-12 }").Reads(at).First(), StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-07-03 08:00", 5)]
    [InlineData("2024-07-06 08:00", 3)]
    [InlineData("2024-07-10 08:00", 0)]
    public void Soon_is_within_five_working_days(string at, int left)
    {
        var harbour = Harbour.With(first: "{ by: 2024-07-10 }");
        Assert.Equal($"A 1.1 Soon {left} 2024-07-10 participant", harbour.Reads(at).First());
        Assert.Empty(harbour.Reads("2024-07-02 23:59:59.999"));
        Assert.Equal(new DateOnly(2024, 7, 10), harbour.Reading("2024-07-02 08:00").Next);
    }

    [Fact]
    public void File_may_call_more_soon() =>
        Assert.Equal("A 1.1 Soon 10 2024-07-10 participant", Harbour.With("{ soonWithin: 10 }", "{ by: 2024-07-10 }").Reads("2024-06-26 08:00").First());

    [Fact]
    public void Step_without_a_deadline_of_its_own_has_the_programmes()
    {
        var harbour = Harbour.With("{ whole: { by: 2024-07-12, source: almanac } }", "{ by: 2024-07-10 }");
        Assert.Equal(
            ["A 1.1 Overdue 1 2024-07-10 participant", "B 1.1 Overdue 1 2024-07-10 participant", "C 1.1 Overdue 1 2024-07-10 participant",
                "A 1.2 Soon 1 2024-07-12 participant", "B 1.2 Soon 1 2024-07-12 participant", "C 1.2 Soon 1 2024-07-12 participant"],
            harbour.Reads("2024-07-11 08:00"));
        Assert.Equal("almanac", harbour.Reading("2024-07-11 08:00").Items[^1].Deadline!.Source);
    }

    [Fact]
    public void Phase_may_have_a_deadline_of_its_own_and_the_programmes_stands_behind_it()
    {
        var programme = Harbour.Read(Harbour.Yaml("{ whole: { season: { by: 2024-09-30 } } }", "{ rehearsal: { by: 2024-07-10 } }"));
        var (oil, light) = (programme.FindStep("1.1")!, programme.FindStep("1.2")!);
        Assert.Equal(new DateOnly(2024, 7, 10), programme.DeadlineOf("rehearsal", oil)!.Date);
        Assert.Equal(new DateOnly(2024, 9, 30), programme.DeadlineOf("season", oil)!.Date);
        Assert.Null(programme.DeadlineOf("rehearsal", light));
    }

    [Fact]
    public void Report_in_time_leaves_the_agency_its_working_days_and_charges_the_participant_with_none()
    {
        // Reported on the last day, a Wednesday; three working days after it end on Monday.
        var harbour = Harbour.With(first: "{ by: 2024-07-10 }", keepers: "3").Has("A", "1.1", Reported, "2024-07-10 23:00");
        Assert.Contains("A 1.1 confirmation Soon 0 2024-07-15 keepers", harbour.Reads("2024-07-15 23:59:59.999"));
        Assert.Contains("A 1.1 confirmation Overdue 1 2024-07-15 keepers", harbour.Reads("2024-07-16 00:00"));
        Assert.DoesNotContain(harbour.Reading("2024-07-16 00:00").Items, i => i.Participant.Code == "A" && i.WaitsOn.Contains("participant"));
        Assert.Null(harbour.Reading("2024-07-16 00:00").Items.Single(i => i.Participant.Code == "A").Deadline);
    }

    [Fact]
    public void Agency_without_a_term_answers_for_the_steps_deadline() =>
        Assert.Contains("A 1.1 Overdue 1 2024-07-10 keepers", Harbour.With(first: "{ by: 2024-07-10 }").Has("A", "1.1", Reported, "2024-07-09 08:00").Reads("2024-07-11 08:00"));

    [Fact]
    public void Agency_has_its_term_where_the_step_has_no_deadline()
    {
        var harbour = Harbour.With(keepers: "1").Has("A", "1.1", Reported, "2024-07-12 08:00");
        Assert.Equal(["A 1.1 confirmation Soon 1 2024-07-15 keepers"], harbour.Reads("2024-07-12 09:00"));
        Assert.Equal(["A 1.1 confirmation Overdue 1 2024-07-15 keepers"], harbour.Reads("2024-07-16 09:00"));
        Assert.Empty(harbour.Has("A", "1.1", Done, "2024-07-16 10:00", Basis.Confirmation).Reads("2024-07-16 11:00"));
    }

    [Fact]
    public void Agencies_that_all_confirm_answer_each_for_its_own_term_and_only_until_it_has()
    {
        var harbour = Harbour.With(keepers: "1", guild: "4").Has("B", "1.2", Reported, "2024-07-08 08:00");
        Assert.Equal(["B 1.2 confirmation Overdue 1 2024-07-09 keepers", "B 1.2 confirmation Soon 2 2024-07-12 guild"], harbour.Reads("2024-07-10 08:00"));
        harbour.Happened("B", "1.2", new StepEvent.PartlyConfirmed("keepers") { Status = Reported }, "2024-07-10 09:00");
        Assert.Equal(["B 1.2 confirmation Soon 2 2024-07-12 guild"], harbour.Reads("2024-07-10 10:00"));
    }

    [Fact]
    public void Agencies_with_the_same_term_share_a_line() =>
        Assert.Equal(["B 1.2 confirmation Soon 3 2024-07-11 keepers+guild"], Harbour.With(keepers: "3", guild: "3").Has("B", "1.2", Reported, "2024-07-08 08:00").Reads("2024-07-08 09:00"));

    [Fact]
    public void Obstacle_is_charged_to_whom_it_names()
    {
        var harbour = Harbour.With(first: "{ by: 2024-07-10 }", keepers: "3")
            .Has("A", "1.1", Blocked, "2024-07-01 08:00", on: "guild").Has("B", "1.1", Blocked, "2024-07-01 08:00", on: "participant");
        Assert.Equal(
            ["A 1.1 Overdue 1 2024-07-10 guild", "B 1.1 Overdue 1 2024-07-10 participant", "C 1.1 Overdue 1 2024-07-10 participant"], harbour.Reads("2024-07-11 08:00"));
    }

    [Fact]
    public void Returned_report_is_the_participants_again() =>
        Assert.Contains(
            "A 1.1 Overdue 1 2024-07-10 participant",
            Harbour.With(first: "{ by: 2024-07-10 }", keepers: "9").Has("A", "1.1", Reported, "2024-07-09 08:00").Has("A", "1.1", InProgress, "2024-07-10 08:00", Basis.Confirmation)
                .Reads("2024-07-11 08:00"));

    [Fact]
    public void What_no_source_tells_is_counted_and_charged_to_nobody()
    {
        var silent = Harbour.Silent(Harbour.Yaml(first: "{ by: 2024-07-10 }")).Has("B", "1.1", InProgress, "2024-07-01 08:00");
        var reading = silent.Reading("2024-07-11 08:00");
        Assert.Equal(["B 1.1 Overdue 1 2024-07-10 participant"], reading.Items.Select(Harbour.Line));
        Assert.Equal(2, reading.Unknown);
        Assert.Equal(0, silent.Reading("2024-06-01 08:00").Unknown);
    }

    [Fact]
    public void Each_finds_what_waits_for_it()
    {
        var harbour = Harbour.With(first: "{ by: 2024-07-10 }", keepers: "1")
            .Has("A", "1.1", Reported, "2024-07-08 08:00").Has("B", "1.1", Blocked, "2024-07-08 08:00", on: "guild");
        string Of(string word)
        {
            Assert.True(Mandate.TryParse(word, out var mandate));
            return string.Join(' ', harbour.Reading("2024-07-12 08:00").For(mandate, harbour.Programme).Select(i => i.Participant.Code));
        }
        Assert.Equal("A", Of("agency:keepers"));
        Assert.Equal("B", Of("agency:guild"));
        Assert.Equal("B", Of("monitor"));
        Assert.Equal("C", Of("participant:harbours/C"));
        Assert.Equal("", Of("participant:harbours/A,harbours/B"));
        Assert.Equal("", Of("reader"));
    }

    [Fact]
    public void Year_without_holidays_is_told()
    {
        var harbour = Harbour.With(first: "{ by: 2026-12-31 }");
        Assert.Empty(harbour.Reading("2026-12-30 08:00").MissingYears);
        Assert.Equal([2027], harbour.Reading("2027-01-05 08:00").MissingYears);
    }

    [Fact]
    public void Programme_without_deadlines_has_nothing_due_and_counts_no_year()
    {
        var reading = DueReading.Of(LienThong.WithBaselines().Board, Times.At("2030-01-01 08:00"), WorkingDays.WeekendsAlone);
        Assert.Empty(reading.Items);
        Assert.Empty(reading.MissingYears);
        Assert.Equal((0, null), (reading.Unknown, reading.Next));
    }

    [Fact]
    public void Phase_alone_is_read_where_one_is_asked_for()
    {
        var harbour = Harbour.With("{ whole: { by: 2024-07-10 } }");
        Assert.Equal(6, harbour.Reading("2024-07-11 08:00").Items.Length);
        Assert.Equal((0, 6), (harbour.Reading("2024-07-11 08:00", "season").Items.Length, harbour.Reading("2024-07-11 08:00", "season").Unknown));
        Assert.Equal((6, 6), (harbour.Reading("2024-07-11 08:00", null).Items.Length, harbour.Reading("2024-07-11 08:00", null).Unknown));
    }
}
