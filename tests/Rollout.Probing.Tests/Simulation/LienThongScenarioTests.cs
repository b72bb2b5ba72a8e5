using Rollout.Simulator;

namespace Rollout.Probing.Tests.Simulation;

/// <summary>The shipped scenario tells the story it should.</summary>
public sealed class LienThongScenarioTests
{
    private static readonly Scenario Scenario = ScenarioFiles.LienThong;
    private static readonly ScenarioTimeline Timeline = Scenario.Timeline();
    private static readonly Progress Progress = new(Timeline);

    [Fact]
    public void Participants_are_those_of_appendix_one() => Assert.Equal(
        AppendixOne.DoneWithPartOne.Concat(AppendixOne.AtPartOne).Concat(AppendixOne.NotAtPartOne).Order(StringComparer.Ordinal),
        Scenario.Participants.Order(StringComparer.Ordinal));

    [Fact]
    public void Services_at_the_start_are_those_of_appendix_one()
    {
        string[] partOne = ["catalogue", "gateway", "receive", "status"];
        string[] all = ["catalogue", "civil", "gateway", "ndxp", "receive", "status"];
        string[] dossiers = ["dossier", "returned", "synchronised"];
        foreach (var plan in Timeline.Plans)
        {
            string[] expected = plan.Participant == AppendixOne.DoneWithAll ? plan.Environment == "test" ? [.. all, .. dossiers] : all
                : AppendixOne.DoneAtStart(plan.Participant, plan.Environment, "1") ? partOne : [];
            Assert.Equal(expected.Order(StringComparer.Ordinal), plan.ComesUp.Where(role => role.Value <= Scenario.Start).Select(role => role.Key).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Steps_under_way_in_appendix_one_are_not_started_anew()
    {
        Assert.Equal(AppendixOne.AtPartOne.Order(StringComparer.Ordinal), ReportedUnstarted("1.1"));
        Assert.Equal(AppendixOne.AtPartTwo.Order(StringComparer.Ordinal), ReportedUnstarted("2.1"));
    }

    [Fact]
    public void What_a_baseline_has_done_has_no_events()
    {
        Assert.DoesNotContain(Timeline.People, entry => entry.Participant == AppendixOne.DoneWithAll && entry.Step.Length > 0);
        Assert.All(AppendixOne.DoneWithPartOne, participant => Assert.Empty(Progress.EventsOf(participant, "test", "1")));
    }

    [Fact]
    public void Parts_begin_when_those_before_them_are_done()
    {
        foreach (var participant in Scenario.Participants)
        {
            Follows(participant, "test", "3", ("test", "1"), ("test", "2"));
            Follows(participant, "production", "1", ("test", "1"));
            Follows(participant, "production", "2", ("test", "2"));
            Follows(participant, "production", "3", ("test", "3"), ("production", "1"), ("production", "2"));
        }
    }

    [Fact]
    public void Steps_of_a_part_are_done_in_order()
    {
        foreach (var participant in Scenario.Participants)
            foreach (var (environment, steps) in Tracks())
            {
                if (AppendixOne.DoneAtStart(participant, environment, steps[0][..1])) continue;
                var done = steps.Select(step => Progress.StepDone(participant, environment, step)).ToList();
                Assert.Equal(done.OrderBy(instant => instant ?? DateTimeOffset.MaxValue), done);
            }
    }

    [Fact]
    public void First_day_has_services_and_decisions_to_see()
    {
        var from = new DateTimeOffset(2024, 8, 1, 10, 0, 0, TimeSpan.FromHours(7));
        var up = Timeline.Plans.Sum(plan => plan.ComesUp.Values.Count(instant => from <= instant && instant <= from.AddHours(10)));
        var firstDay = Timeline.People.Where(entry => entry.At < Scenario.Start.AddHours(24)).ToList();

        Assert.InRange(up, 8, 20);
        Assert.InRange(firstDay.Count(entry => entry.Action == "report"), 8, 20);
        Assert.InRange(firstDay.Count(entry => entry.Action == "confirm"), 6, 20);
    }

    [Fact]
    public void Every_day_something_happens()
    {
        var moments = Timeline.People.Select(entry => entry.At)
            .Concat(Timeline.Plans.SelectMany(plan => plan.ComesUp.Values.Concat(plan.Faults.Select(fault => fault.From))));
        var days = moments.Select(moment => DateOnly.FromDateTime(moment.DateTime)).ToHashSet();
        var first = DateOnly.FromDateTime(Scenario.Start.DateTime);
        var last = DateOnly.FromDateTime(Scenario.End.DateTime);

        Assert.All(Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays), day => Assert.Contains(day, days));
    }

    [Fact]
    public void Country_at_the_end_is_believable()
    {
        Assert.InRange(CountDone("test", "1"), 45, 50);
        Assert.InRange(CountDone("test", "2"), 35, 40);
        Assert.InRange(CountDone("production", "3"), 22, 28);
        var opened = Timeline.People.Where(entry => entry.Action == "openService").Select(entry => entry.Participant)
            .Append(AppendixOne.DoneWithAll).Distinct().Count();
        Assert.InRange(opened, 22, 28);
        Assert.InRange(Timeline.People.Count(entry => entry.Action == "return"), 20, 90);
        Assert.InRange(Stuck().Count(), 8, 20);
    }

    [Fact]
    public void Quang_nam_has_its_gateway_disabled_for_an_evening()
    {
        var fault = Timeline.PlanOf("49", "test").FaultOf("gateway", new DateTimeOffset(2024, 8, 14, 20, 0, 0, TimeSpan.FromHours(7)));

        Assert.Equal(FaultKind.ServiceDisabled, fault?.Kind);
        Assert.Equal("dịch vụ tắt để nâng cấp", fault?.Message);
    }

    [Fact]
    public void Soc_trang_leaves_the_end_to_end_test_alone_until_late_in_august()
    {
        var events = Progress.EventsOf("94", "test", "3").ToList();

        Assert.NotEmpty(events);
        Assert.All(events, entry => Assert.True(entry.At >= new DateTimeOffset(2024, 8, 25, 0, 0, 0, TimeSpan.FromHours(7))));
    }

    [Fact]
    public void Ha_giang_waits_for_c06_at_the_interface()
    {
        var block = Timeline.People.Single(entry => entry.Participant == "02" && entry.Action == "block");

        Assert.Equal(("1.3", "c06", "waiting"), (block.Step, block.BlockedOn, block.BlockedKind));
    }

    [Fact]
    public void Registry_forgets_every_gateway_for_two_days_in_september()
    {
        var during = new DateTimeOffset(2024, 9, 19, 12, 0, 0, TimeSpan.FromHours(7));
        var touched = Timeline.Plans.Where(plan => plan.IsUp("gateway", during)).ToList();

        Assert.InRange(touched.Count, 12, 126);
        Assert.All(touched, plan => Assert.Contains(plan.Faults, fault => fault.Kind == FaultKind.UnknownMember && fault.Covers("gateway", during)));
    }

    [Fact]
    public void Dossiers_can_be_tried_in_the_test_environment_as_the_steps_are_reported()
    {
        Assert.All(Timeline.Plans.Where(plan => plan.Environment == "production"), plan => Assert.DoesNotContain("dossier", plan.ComesUp.Keys));
        foreach (var (step, role) in new[] { ("3.1", "dossier"), ("3.2", "synchronised"), ("3.3", "returned") })
            foreach (var plan in Timeline.Plans.Where(plan => plan.Environment == "test" && plan.Participant != AppendixOne.DoneWithAll))
            {
                var reported = Timeline.People.LastOrDefault(
                    entry => entry.Participant == plan.Participant && entry.Environment == "test" && entry.Step == step && entry.Action == "report");
                Assert.True(plan.ComesUp.TryGetValue(role, out var up) ? reported?.At == up : reported is null || IsSentBack(reported));
            }
    }

    [Fact]
    public void Thai_nguyen_does_not_move_for_weeks() =>
        Assert.DoesNotContain(Timeline.People, entry => entry.Participant == "19" && entry.At < Scenario.Start.AddDays(90));

    [Fact]
    public void Every_kind_of_fault_comes_up_somewhere() =>
        Assert.Empty(Enum.GetValues<FaultKind>().Except(Timeline.Plans.SelectMany(plan => plan.Faults).Select(fault => fault.Kind)));

    private static bool IsSentBack(PersonEvent report) => Timeline.People.Any(
        entry => entry.Participant == report.Participant && entry.Environment == report.Environment && entry.Step == report.Step
            && entry.Action == "return" && entry.At > report.At);

    private static IEnumerable<(string Environment, string[] Steps)> Tracks() =>
        from environment in Scenario.Environments
        from steps in new string[][] { ["1.1", "1.2", "1.3", "1.4"], ["2.1", "2.2", "2.3"], ["3.1", "3.2", "3.3"] }
        select (environment, steps);

    private static int CountDone(string environment, string part) =>
        Scenario.Participants.Count(participant => Progress.PartDone(participant, environment, part) is not null);

    private static IEnumerable<string> ReportedUnstarted(string step) =>
        from entry in Timeline.People
        where entry.Environment == "test" && entry.Step == step
        group entry by entry.Participant into cell
        where cell.First().Action == "report"
        orderby cell.Key
        select cell.Key;

    private static IEnumerable<string> Stuck() => Timeline.People
        .GroupBy(entry => (entry.Participant, entry.Environment, entry.Step))
        .Where(cell => cell.Last().Action == "block")
        .Select(cell => cell.Key.Participant)
        .Distinct();

    private static void Follows(string participant, string environment, string part, params (string Environment, string Part)[] before)
    {
        if (Progress.EventsOf(participant, environment, part).FirstOrDefault() is not { } first) return;
        Assert.All(before, track =>
        {
            var done = Progress.PartDone(participant, track.Environment, track.Part);
            Assert.True(done <= first.At, $"{participant} {environment}/{part} began {first.At:O}, {track} done {done:O}");
        });
    }
}
