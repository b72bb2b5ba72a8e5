using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Wording;
using static Rollout.Core.Tests.Support.Dossiers;

namespace Rollout.Core.Tests.Steps;

/// <summary>Who states figures, what can be one, and how one is corrected.</summary>
public sealed class FigureRulesTests
{
    private static readonly StepCommand.StateFigure Wish = new(CaMau, CaMauId, Share, Autumn, 44.47m, 0);
    private static readonly DocumentReference Document = new("12/BC-STP", "Sở Tư pháp", "2025-10-29");

    [Fact]
    public void Figure_is_stated_with_all_that_goes_with_it()
    {
        var command = Wish with { Document = Document, Precision = DatePrecision.Day, Files = [new(new string('a', 64), "a.xlsx")], Note = "Lần đầu" };
        Then(Row().When(command, Rules), new StepEvent.FigureStated(Share, Autumn.From, Autumn.To, 44.47m)
        {
            Document = Document,
            Precision = DatePrecision.Day,
            Files = [new string('a', 64)],
        });
        Assert.Equal(("Lần đầu", 1), (command.Written, command.Evidence.Count));
        Assert.Equal((null, null), command.Place);
    }

    [Fact]
    public void Those_whom_the_measure_names_and_the_monitor_state_it()
    {
        foreach (var actor in (Actor[])[CaMau, C06, Btp]) Then(Row().When(Wish with { Actor = actor }, Rules), Stated(44.47m));
        Then(Row().When(Wish with { Actor = Actor.Import("letter.json"), At = Now }, Rules), Stated(44.47m) with { Basis = Basis.Baseline });
    }

    [Fact]
    public void Nobody_else_states_it()
    {
        foreach (var actor in (Actor[])[
            People.SocTrang, BtpAgency, People.Administrator, People.Reader, People.Approver, Actor.Probe("probe"), Btp with { Agency = "vpcp" }, Btp with { Agency = null }])
            Row().When(Wish with { Actor = actor }, Rules).ThenForbidden("figure.reportedBy");
        Row().When(Wish with { Actor = CaMau with { Kind = ActorKind.Vendor } }, Rules).ThenForbidden("actor.vendor");
        Row().When(Wish with { Actor = C06, Measure = Books, Value = 3 }, Rules).ThenForbidden("figure.reportedBy");
    }

    [Fact]
    public void Mandate_offers_what_the_rules_allow()
    {
        foreach (var (word, may) in ((string, bool)[])[("monitor", true), ("agency:c06", true), ("agency:btp", false), ("participant:provinces-34/96", true), ("participant:provinces-34/01", false),
            ("vendor:provinces-34/96", false), ("admin", false), ("reader", false), ("approver", false)])
        {
            Assert.True(Mandate.TryParse(word, out var mandate));
            Assert.Equal(may, mandate.MayStateFigures(Rules, ShareMeasure, CaMauId));
        }
    }

    [Fact]
    public void Measure_that_the_programme_has_not_is_refused_with_those_it_has() =>
        Row().When(Wish with { Measure = "seen" }, Rules).ThenRefused("figure.measure", "seen", "unseen, books");

    [Theory]
    [InlineData("-0.01", "figure.percent")]
    [InlineData("100.01", "figure.percent")]
    [InlineData("44.475", "figure.decimals")]
    public void Number_that_is_no_share_is_refused(string text, string code) => Row().When(Wish with { Value = ExactNumber.Read(text) }, Rules).ThenRefused(code);

    [Theory]
    [InlineData("-1", "figure.count")]
    [InlineData("1000000000000001", "figure.count")]
    [InlineData("0.5", "figure.decimals")]
    public void Number_that_is_no_count_is_refused(string text, string code) =>
        Row().When(Wish with { Measure = Books, Value = ExactNumber.Read(text) }, Rules).ThenRefused(code);

    [Theory]
    [InlineData("0")]
    [InlineData("100")]
    [InlineData("20.5")]
    public void Edges_of_a_share_are_shares(string text) => Then(Row().When(Wish with { Value = ExactNumber.Read(text) }, Rules), Stated(ExactNumber.Read(text)));

    [Fact]
    public void Noughts_behind_a_number_are_no_decimals() => Then(Row().When(Wish with { Value = 44.4700m }, Rules), Stated(44.47m));

    [Fact]
    public void Period_that_ends_before_it_begins_is_refused() =>
        Row().When(Wish with { Period = new(Autumn.To, Autumn.From) }, Rules).ThenRefused("figure.reversed", "2025-10-28", "2025-07-01");

    [Fact]
    public void Period_that_is_not_over_is_refused()
    {
        Row().When(Wish with { Period = Autumn with { To = new(2025, 11, 2) } }, Rules).ThenRefused("figure.future", "2025-11-02", "2025-11-01");
        Accepted(Row().When(Wish with { Period = Autumn with { To = new(2025, 11, 1) } }, Rules));
    }

    [Fact]
    public void Period_of_one_day_is_a_period() => Accepted(Row().When(Wish with { Period = new(Autumn.To, Autumn.To) }, Rules));

    [Fact]
    public void Figure_is_not_known_before_its_period_is_over()
    {
        Row().When(Wish with { At = Times.At("2025-10-27 23:59") }, Rules).ThenRefused("figure.beforeEnd", "2025-10-28");
        Row().When(Wish with { Actor = Actor.Import("letter.json"), At = Times.At("2025-10-01 00:00") }, Rules).ThenRefused("figure.beforeEnd");
        Row().When(Wish with { At = Times.At("2025-10-28 00:00") }, Rules).ThenAt(Times.At("2025-10-28 00:00"));
        Row().When(Wish, Rules).ThenAt(Now);
    }

    [Fact]
    public void Figure_of_the_future_is_refused() => Row().When(Wish with { At = Now.AddMinutes(1) }, Rules).ThenRefused("at.future");

    [Fact]
    public void Same_figure_again_writes_nothing()
    {
        var given = After(Row().When(Wish, Rules));
        given.When(Wish with { Version = 1 }, Rules).Then();
        given.When(Wish with { Version = 0, Value = 44.470m }, Rules).Then();
        given.When(Wish with { Actor = C06, Version = 1 }, Rules).Then();
        Row().When(Wish with { Value = null }, Rules).Then();
    }

    [Fact]
    public void Another_figure_for_the_same_period_needs_its_reason()
    {
        var given = After(Row().When(Wish, Rules));
        given.When(Wish with { Value = 44.4m, Version = 1 }, Rules).ThenRefused("note.required");
        given.When(Wish with { Value = 44.4m, Version = 1, Note = " " }, Rules).ThenRefused("note.required");
        Then(given.When(Wish with { Value = 44.4m, Version = 1, Note = "Đếm lại" }, Rules), Stated(44.4m));
        Then(given.When(Wish with { Value = 44.4m, Version = 1, Note = "Đếm lại", Actor = Btp }, Rules), Stated(44.4m) with { Basis = Basis.Correction });
    }

    [Fact]
    public void Correction_of_what_was_not_seen_is_stale()
    {
        var given = After(Row().When(Wish, Rules));
        given.When(Wish with { Value = 44.4m, Note = "Đếm lại" }, Rules).ThenStale();
        given.When(Wish with { Value = 144.4m }, Rules).ThenStale();
        Row().When(Wish with { Version = 1 }, Rules).ThenStale();
    }

    [Fact]
    public void Figure_taken_back_is_none_and_can_be_stated_anew_with_a_reason()
    {
        var given = After(Row().When(Wish, Rules));
        given.When(Wish with { Value = null, Version = 1 }, Rules).ThenRefused("note.required");
        given = After(given.When(Wish with { Value = null, Version = 1, Note = "Sai kỳ" }, Rules));
        var fact = given.Progress.Measured.Find(Share, Autumn)!;
        Assert.Equal((null, 2), (fact.Value, fact.Version));
        given.When(Wish with { Value = 1, Version = 2 }, Rules).ThenRefused("note.required");
        Then(given.When(Wish with { Value = 1, Version = 2, Note = "Đã đếm" }, Rules), Stated(1));
    }

    [Fact]
    public void Periods_that_overlap_stand_beside_each_other()
    {
        var given = Row();
        foreach (var period in (FigurePeriod[])[July, August, Quarter, Autumn]) given = After(given.When(Wish with { Period = period }, Rules));
        Assert.Equal([July, August, Quarter, Autumn], given.Progress.Measured.Of(Share).Keys);
        Assert.All(given.Progress.Measured.All, f => Assert.Equal(1, f.Fact.Version));
    }

    [Fact]
    public void Correction_holds_no_earlier_than_what_it_corrects()
    {
        var given = After(Row().When(Wish with { At = Times.At("2025-10-30 08:00") }, Rules));
        var later = Wish with { Value = 1, Version = 1, Note = "Đếm lại" };
        given.When(later with { At = Times.At("2025-10-29 08:00") }, Rules).ThenRefused("at.beforeLast");
        given.When(later with { At = Times.At("2025-10-30 08:00") }, Rules).ThenAt(Times.At("2025-10-30 08:00"));
        given.AtTime(Times.At("2025-10-29 08:00")).When(later, Rules).ThenAt(Times.At("2025-10-30 08:00"));
    }

    [Fact]
    public void Import_writes_over_what_is_earlier_and_leaves_what_is_later()
    {
        var import = Wish with { Actor = Actor.Import("letter.json"), Value = 40, At = Times.At("2025-10-31 00:00") };
        var earlier = After(Row().When(Wish with { At = Times.At("2025-10-30 08:00") }, Rules));
        Then(earlier.When(import, Rules), Stated(40) with { Basis = Basis.Baseline });
        var later = After(Row().When(Wish, Rules));
        later.When(import, Rules).ThenRefused("import.later", "1");
        later.When(import with { Value = 44.47m }, Rules).Then();
        later.When(import with { At = Now }, Rules).ThenRefused("import.later", "1");
    }

    /// <summary>The order of product.md: who, version, rule.</summary>
    [Fact]
    public void Who_is_asked_before_the_version_and_the_version_before_the_rules()
    {
        var all = Wish with { Actor = People.Reader, Version = 5, Value = 200 };
        Row().When(all, Rules).ThenForbidden("figure.reportedBy");
        Row().When(all with { Actor = CaMau }, Rules).ThenStale();
        Row().When(all with { Actor = CaMau, Version = 0 }, Rules).ThenRefused("figure.percent", "200");
    }

    private static Given Row() => new(new ParticipantProgress(Rules, Sets.Provinces34.Find(CaMauId)!), 0, Now);

    private static StepEvent.FigureStated Stated(decimal? value) => new(Share, Autumn.From, Autumn.To, value);

    private static void Then(Outcome outcome, StepEvent.FigureStated expected) => Assert.Equal([expected], Accepted(outcome).Events);

    private static Decision.Accepted Accepted(Outcome outcome) => Assert.IsType<Decision.Accepted>(outcome.Decision);

    private static Given After(Outcome outcome)
    {
        var accepted = Accepted(outcome);
        Assert.NotEmpty(accepted.Events);
        return accepted.Events.Aggregate(outcome.Before, (given, e) => given.Happened("", e, outcome.Command.Actor, accepted.At, "now"));
    }
}
