using FsCheck;
using FsCheck.Fluent;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Measures;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Wording;
using static Rollout.Core.Tests.Support.Dossiers;

namespace Rollout.Core.Tests.Properties;

/// <summary>What holds of figures whoever states, corrects and takes back what.</summary>
public sealed class MeasureProperties
{
    private static readonly FigurePeriod[] Periods = [July, August, Quarter, Autumn];
    private static readonly Participant[] Some = [.. Sets.Provinces34.All.Take(6)];

    private static readonly Gen<(int Who, int Measure, int Period, decimal? Value, int Behind, int Minutes, bool Note)> Move =
        from who in Gen.Choose(0, Some.Length - 1)
        from measure in Gen.Choose(0, 1)
        from period in Gen.Choose(0, Periods.Length - 1)
        from value in Gen.Frequency((6, Gen.Choose(-1, 12).Select(v => (decimal?)v)), (1, Gen.Choose(0, 12000).Select(v => (decimal?)(v / 100m))), (2, Gen.Constant<decimal?>(null)))
        from behind in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(0, 2)))
        from minutes in Gen.Choose(-30, 3000)
        from note in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        select (who, measure, period, value, behind, minutes, note);

    [Fact]
    public void Ranking_places_everybody_once_and_nobody_without_a_figure() => Check((scribe, _) =>
    {
        foreach (var measure in Rules.Measures)
            foreach (var order in Enum.GetValues<RankOrder>())
            {
                var ranking = Ranking.Of(scribe.Board, measure, order: order);
                Assert.Equal(Sets.Provinces34.All.Select(p => p.Code).Order(), ranking.Ranked.Select(r => r.Participant.Code).Concat(ranking.Without.Select(p => p.Code)).Order());
                Assert.All(ranking.Without, p => Assert.True(ranking.Period is null || scribe.Board.ValueOf(p.Id, measure.Key, ranking.Period.Value) is null));
                Assert.All(ranking.Ranked, r => Assert.Equal(r.Value, scribe.Board.ValueOf(r.Participant.Id, measure.Key, ranking.Period!.Value)));
                foreach (var ranked in ranking.Ranked)
                {
                    var up = (measure.Better == BetterWhen.Lower) == (order == RankOrder.BestFirst);
                    Assert.Equal(1 + ranking.Ranked.Count(r => up ? r.Value < ranked.Value : r.Value > ranked.Value), ranked.Rank);
                }
                Assert.Equal(
                    ranking.Ranked.OrderBy(r => r.Rank).ThenBy(r => Sets.Provinces34.IndexOf(r.Participant.Id)).Select(r => r.Participant.Code),
                    ranking.Ranked.Select(r => r.Participant.Code));
                if (ranking.Total is { } total) Assert.Equal((ranking.Ranked.IsEmpty ? null : ranking.Ranked.Sum(r => r.Value), 34), (total.Sum, total.Counted + total.Missing));
            }
    });

    [Fact]
    public void Order_across_participants_makes_no_difference() => Check((scribe, random) =>
    {
        var queues = scribe.Entries.GroupBy(e => e.Participant).Select(g => new Queue<LedgerEntry>(g)).ToList();
        var board = Empty;
        while (queues.Count > 0)
        {
            var queue = queues[random.Next(queues.Count)];
            board = board.Apply(queue.Dequeue());
            if (queue.Count == 0) queues.Remove(queue);
        }
        Assert.Equal(BoardText.Of(scribe.Board), BoardText.Of(board));
    });

    [Fact]
    public void Entries_seen_twice_change_nothing() => Check((scribe, _) =>
        Assert.Equal(BoardText.Of(scribe.Board), BoardText.Of(scribe.Board.Apply(scribe.Entries))));

    [Fact]
    public void Board_of_an_instant_holds_the_last_that_was_said_by_then() => Check((scribe, random) =>
    {
        if (scribe.Entries.Count == 0) return;
        var at = scribe.Entries[random.Next(scribe.Entries.Count)].At;
        var board = Empty.Apply(scribe.Entries.Where(e => e.At <= at));
        foreach (var (participant, measure, period) in
            from p in Some from m in Rules.Measures from d in Periods select (p, m.Key, d))
        {
            var said = scribe.Entries.Where(e => e.At <= at && e.Participant == participant.Id && e.Event is StepEvent.FigureStated s && s.Measure == measure && s.Period == period).ToList();
            var fact = board[participant.Id].Measured.Find(measure, period);
            Assert.Equal(((said.LastOrDefault()?.Event as StepEvent.FigureStated)?.Value, said.Count), (fact?.Value, fact?.Version ?? 0));
            Assert.Equal(said.Select(e => e.At), said.Select(e => e.At).Order());
        }
    });

    [Fact]
    public void What_is_accepted_is_a_figure_of_its_measure_and_a_correction_has_its_reason() => Check((scribe, _) =>
    {
        var seen = new HashSet<(ParticipantId, string, FigurePeriod)>();
        foreach (var entry in scribe.Entries)
        {
            var stated = Assert.IsType<StepEvent.FigureStated>(entry.Event);
            if (stated.Value is { } value) Assert.Null(Rules.FindMeasure(stated.Measure)!.Refuse(value));
            Assert.True(HanoiTime.DayOf(entry.At) >= stated.To);
            Assert.Equal(seen.Add((entry.Participant, stated.Measure, stated.Period)), stated.Basis != Basis.Correction);
        }
    });

    [Fact]
    public void Entries_come_back_from_their_fields_and_the_chain_holds() => Check((scribe, _) =>
    {
        var (seq, hash) = (0L, HashChain.Genesis);
        foreach (var entry in scribe.Entries)
        {
            var back = EventFields.Read(EventFields.KindOf(entry.Event), EventFields.Of(entry.Event));
            Assert.Equal(entry.Event, back);
            Assert.True(HashChain.Holds(entry with { Draft = entry.Draft with { Event = back } }, seq, hash));
            (seq, hash) = (entry.Seq, entry.Hash);
        }
    });

    [Fact]
    public void Differences_lead_from_one_board_to_the_other() => Check((scribe, random) =>
    {
        var before = Empty.Apply(scribe.Entries.Take(random.Next(scribe.Entries.Count + 1)));
        var changes = FigureChange.Between(before, scribe.Board).ToDictionary(c => (c.Participant.Id, c.Measure.Key, c.Period));
        foreach (var (participant, measure, period) in from p in Some from m in Rules.Measures from d in Periods select (p, m.Key, d))
        {
            var (then, now) = (before.ValueOf(participant.Id, measure, period), scribe.Board.ValueOf(participant.Id, measure, period));
            Assert.Equal(then != now, changes.ContainsKey((participant.Id, measure, period)));
            if (changes.TryGetValue((participant.Id, measure, period), out var change)) Assert.Equal((then, now), (change.Before, change.After));
        }
    });

    [Fact]
    public void Number_comes_back_from_its_one_spelling() =>
        Prop.ForAll((from a in Gen.Choose(int.MinValue, int.MaxValue) from b in Gen.Choose(0, int.MaxValue) from scale in Gen.Choose(0, 12) select new decimal(b, Math.Abs(a / 2), 0, a < 0, (byte)scale)).ToArbitrary(), value =>
        {
            var text = ExactNumber.Of(value);
            Assert.Equal(value, ExactNumber.Read(text));
            Assert.Matches("^-?[0-9]+(\\.[0-9]*[1-9])?$", text);
            Assert.Equal(text, ExactNumber.Of(value + 0.000000000000m));
        }).QuickCheckThrowOnFailure();

    /// <summary>Tells random moves against the rules, by the monitor, and looks at what came of them.</summary>
    private static void Check(Action<Scribe, Random> holds) => Prop.ForAll(Gen.Zip(Gen.ListOf(Move), Gen.Choose(0, int.MaxValue)).ToArbitrary(), story =>
    {
        var (scribe, now) = (New(), Now);
        foreach (var move in story.Item1)
        {
            now = now.AddMinutes(move.Minutes);
            var (id, measure, period) = (Some[move.Who].Id, Rules.Measures[move.Measure].Key, Periods[move.Period]);
            var version = (scribe.Board[id].Measured.Find(measure, period)?.Version ?? 0) - move.Behind;
            scribe.Record(new StepCommand.StateFigure(Btp, id, measure, period, move.Value, version) { Note = move.Note ? "Vì sao" : null }, now);
        }
        holds(scribe, new Random(story.Item2));
    }).QuickCheckThrowOnFailure();
}
