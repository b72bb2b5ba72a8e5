using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
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
        Then(Row().When(command, Programme), new StepEvent.FigureStated(Share, Autumn.From, Autumn.To, 44.47m)
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
        foreach (var actor in (Actor[])[CaMau, C06, Btp]) Then(Row().When(Wish with { Actor = actor }, Programme), Stated(44.47m));
        Then(Row().When(Wish with { Actor = Actor.Import("letter.json"), At = Now }, Programme), Stated(44.47m) with { Basis = Basis.Baseline });
    }

    [Fact]
    public void Nobody_else_states_it()
    {
        foreach (var actor in (Actor[])[
            People.SocTrang, BtpAgency, People.Administrator, People.Reader, People.Approver, Actor.Probe("probe"), Btp with { Agency = "vpcp" }, Btp with { Agency = null }])
            Row().When(Wish with { Actor = actor }, Programme).ThenForbidden("figure.reportedBy");
        Row().When(Wish with { Actor = CaMau with { Kind = ActorKind.Vendor } }, Programme).ThenForbidden("actor.vendor");
        Row().When(Wish with { Actor = C06, Measure = Books, Value = 3 }, Programme).ThenForbidden("figure.reportedBy");
    }

    [Fact]
    public void Mandate_offers_what_the_rules_allow()
    {
        foreach (var (word, may) in ((string, bool)[])[("monitor", true), ("agency:c06", true), ("agency:btp", false), ("participant:provinces-34/96", true), ("participant:provinces-34/01", false),
            ("vendor:provinces-34/96", false), ("admin", false), ("reader", false), ("approver", false)])
        {
            Assert.True(Mandate.TryParse(word, out var mandate));
            Assert.Equal(may, mandate.MayStateFigures(Programme, ShareMeasure, CaMauId));
        }
    }

    [Fact]
    public void Measure_that_the_programme_has_not_is_refused_with_those_it_has() =>
        Row().When(Wish with { Measure = "seen" }, Programme).ThenRefused("figure.measure", "seen", "unseen, books");

    [Theory]
    [InlineData(-0.01, "figure.percent")]
    [InlineData(100.01, "figure.percent")]
    [InlineData(44.475, "figure.decimals")]
    public void Number_that_is_no_share_is_refused(decimal value, string code) => Row().When(Wish with { Value = value }, Programme).ThenRefused(code);

    [Theory]
    [InlineData(-1, "figure.count")]
    [InlineData(1e16, "figure.count")]
    [InlineData(0.5, "figure.decimals")]
    public void Number_that_is_no_count_is_refused(decimal value, string code) =>
        Row().When(Wish with { Measure = Books, Value = value }, Programme).ThenRefused(code);

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(20.5)]
    public void Edges_of_a_share_are_shares(decimal value) => Then(Row().When(Wish with { Value = value }, Programme), Stated(value));

    [Fact]
    public void Noughts_behind_a_number_are_no_decimals() => Then(Row().When(Wish with { Value = 44.4700m }, Programme), Stated(44.47m));

    [Fact]
    public void Period_that_ends_before_it_begins_is_refused() =>
        Row().When(Wish with { Period = new(Autumn.To, Autumn.From) }, Programme).ThenRefused("figure.reversed", "2025-10-28", "2025-07-01");

    [Fact]
    public void Period_that_is_not_over_is_refused()
    {
        Row().When(Wish with { Period = Autumn with { To = new(2025, 11, 2) } }, Programme).ThenRefused("figure.future", "2025-11-02", "2025-11-01");
        Accepted(Row().When(Wish with { Period = Autumn with { To = new(2025, 11, 1) } }, Programme));
    }

    [Fact]
    public void Period_of_one_day_is_a_period() => Accepted(Row().When(Wish with { Period = new(Autumn.To, Autumn.To) }, Programme));

    [Fact]
    public void Figure_is_not_known_before_its_period_is_over()
    {
        Row().When(Wish with { At = Times.At("2025-10-27 23:59") }, Programme).ThenRefused("figure.beforeEnd", "2025-10-28");
        Row().When(Wish with { Actor = Actor.Import("letter.json"), At = Times.At("2025-10-01 00:00") }, Programme).ThenRefused("figure.beforeEnd");
        Row().When(Wish with { At = Times.At("2025-10-28 00:00") }, Programme).ThenAt(Times.At("2025-10-28 00:00"));
        Row().When(Wish, Programme).ThenAt(Now);
    }

    [Fact]
    public void Figure_of_the_future_is_refused() => Row().When(Wish with { At = Now.AddMinutes(1) }, Programme).ThenRefused("at.future");

    [Fact]
    public void Same_figure_again_writes_nothing()
    {
        var given = After(Row().When(Wish, Programme));
        given.When(Wish with { Version = 1 }, Programme).Then();
        given.When(Wish with { Version = 0, Value = 44.470m }, Programme).Then();
        given.When(Wish with { Actor = C06, Version = 1 }, Programme).Then();
        Row().When(Wish with { Value = null }, Programme).Then();
    }

    [Fact]
    public void Another_figure_for_the_same_period_needs_its_reason()
    {
        var given = After(Row().When(Wish, Programme));
        given.When(Wish with { Value = 44.4m, Version = 1 }, Programme).ThenRefused("note.required");
        given.When(Wish with { Value = 44.4m, Version = 1, Note = " " }, Programme).ThenRefused("note.required");
        Then(given.When(Wish with { Value = 44.4m, Version = 1, Note = "Đếm lại" }, Programme), Stated(44.4m));
        Then(given.When(Wish with { Value = 44.4m, Version = 1, Note = "Đếm lại", Actor = Btp }, Programme), Stated(44.4m) with { Basis = Basis.Correction });
    }

    [Fact]
    public void Correction_of_what_was_not_seen_is_stale()
    {
        var given = After(Row().When(Wish, Programme));
        given.When(Wish with { Value = 44.4m, Note = "Đếm lại" }, Programme).ThenStale();
        given.When(Wish with { Value = 144.4m }, Programme).ThenStale();
        Row().When(Wish with { Version = 1 }, Programme).ThenStale();
    }

    [Fact]
    public void Figure_taken_back_is_none_and_can_be_stated_anew_with_a_reason()
    {
        var given = After(Row().When(Wish, Programme));
        given.When(Wish with { Value = null, Version = 1 }, Programme).ThenRefused("note.required");
        given = After(given.When(Wish with { Value = null, Version = 1, Note = "Sai kỳ" }, Programme));
        var fact = given.Progress.Measured.Find(Share, Autumn)!;
        Assert.Equal((null, 2), (fact.Value, fact.Version));
        given.When(Wish with { Value = 1, Version = 2 }, Programme).ThenRefused("note.required");
        Then(given.When(Wish with { Value = 1, Version = 2, Note = "Đã đếm" }, Programme), Stated(1));
    }

    [Fact]
    public void Periods_that_overlap_stand_beside_each_other()
    {
        var given = Row();
        foreach (var period in (FigurePeriod[])[July, August, Quarter, Autumn]) given = After(given.When(Wish with { Period = period }, Programme));
        Assert.Equal([July, August, Quarter, Autumn], given.Progress.Measured.Of(Share).Keys);
        Assert.All(given.Progress.Measured.All, f => Assert.Equal(1, f.Fact.Version));
    }

    [Fact]
    public void Correction_holds_no_earlier_than_what_it_corrects()
    {
        var given = After(Row().When(Wish with { At = Times.At("2025-10-30 08:00") }, Programme));
        var later = Wish with { Value = 1, Version = 1, Note = "Đếm lại" };
        given.When(later with { At = Times.At("2025-10-29 08:00") }, Programme).ThenRefused("at.beforeLast");
        given.When(later with { At = Times.At("2025-10-30 08:00") }, Programme).ThenAt(Times.At("2025-10-30 08:00"));
        given.AtTime(Times.At("2025-10-29 08:00")).When(later, Programme).ThenAt(Times.At("2025-10-30 08:00"));
    }

    [Fact]
    public void Import_writes_over_what_is_earlier_and_leaves_what_is_later()
    {
        var import = Wish with { Actor = Actor.Import("letter.json"), Value = 40, At = Times.At("2025-10-31 00:00") };
        var earlier = After(Row().When(Wish with { At = Times.At("2025-10-30 08:00") }, Programme));
        Then(earlier.When(import, Programme), Stated(40) with { Basis = Basis.Baseline });
        var later = After(Row().When(Wish, Programme));
        later.When(import, Programme).ThenRefused("import.later", "1");
        later.When(import with { Value = 44.47m }, Programme).Then();
        later.When(import with { At = Now }, Programme).ThenRefused("import.later", "1");
    }

    /// <summary>The order of product.md: who, version, rule.</summary>
    [Fact]
    public void Who_is_asked_before_the_version_and_the_version_before_the_rules()
    {
        var all = Wish with { Actor = People.Reader, Version = 5, Value = 200 };
        Row().When(all, Programme).ThenForbidden("figure.reportedBy");
        Row().When(all with { Actor = CaMau }, Programme).ThenStale();
        Row().When(all with { Actor = CaMau, Version = 0 }, Programme).ThenRefused("figure.percent", "200");
    }

    private static Given Row() => new(new ParticipantProgress(Programme, Sets.Provinces34.Find(CaMauId)!), 0, Now);

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
