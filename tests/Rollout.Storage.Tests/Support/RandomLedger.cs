using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Storage.Tests.Support;

/// <summary>
/// Weeks of a busy country from a seed, through the one path: reports and corrections that hold since days before they were written,
/// confirmations, blocks, probes, services. What the rules refuse is simply not written.
/// </summary>
internal sealed class RandomLedger(Installation here, Store store, int seed)
{
    private const int Sittings = 4;

    private static readonly ImmutableArray<Actor> Agencies = [People.C06, People.Btp, People.Ndxp];

    private readonly Random _random = new(seed);

    /// <summary>Writes for some days, calling back at the end of each, just after midnight.</summary>
    public async Task WriteAsync(int days, int commandsADay, Action? night = null)
    {
        for (var day = 0; day < days; day++)
        {
            for (var sitting = 0; sitting < Sittings; sitting++)
            {
                here.Time.Advance(TimeSpan.FromMinutes(_random.Next(90, 180)));
                foreach (var programme in store.Boards.Current.Boards.Values.Select(b => b.Programme).OrderBy(p => p.Key, StringComparer.Ordinal))
                    await store.Recorder.RecordAllAsync(
                        programme.Key, [.. Enumerable.Range(0, commandsADay / Sittings).Select(_ => Command(programme))], TestContext.Current.CancellationToken);
            }
            here.Time.Set(HanoiTime.StartOf(HanoiTime.DayOf(here.Time.GetUtcNow()).AddDays(1)));
            night?.Invoke();
            here.Time.Advance(TimeSpan.FromHours(8));
        }
    }

    /// <summary>Instants of every sort between two: any, ends and beginnings of days to the millisecond.</summary>
    public IEnumerable<DateTimeOffset> Instants(DateTimeOffset from, DateTimeOffset to, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var any = HanoiTime.Local(from + ((to - from) * _random.NextDouble()));
            yield return (i % 4) switch
            {
                0 => HanoiTime.EndOf(HanoiTime.DayOf(any)),
                1 => HanoiTime.StartOf(HanoiTime.DayOf(any)),
                2 => HanoiTime.EndOf(HanoiTime.DayOf(any)).AddMilliseconds(-1),
                _ => any,
            };
        }
    }

    private StepCommand Command(Programme programme)
    {
        // A quarter of the country is busy, so that cells have long stories.
        var participant = Any(store.Boards.Of(programme.Key).Participants.All[..16]).Id;
        var key = new StepKey(participant, Any(programme.Phases).Key, Any(programme.Steps).Key);
        var cell = store.Boards.Of(programme.Key)[participant][key.Phase, key.Step];
        // Programmes that measure nothing get the same moves as ever.
        return _random.Next(programme.Measures.IsEmpty ? 10 : 13) switch
        {
            0 => Correct(programme, key, cell),
            1 or 2 => Observe(key),
            3 => new StepCommand.SetService(
                new(ActorKind.Agency, programme.Service!.SetBy, programme.Service.SetBy), participant, Any(Enum.GetValues<ServiceState>().ToImmutableArray()),
                _random.Next(2) == 0 ? null : Earlier(), "Theo báo cáo"),
            4 => new StepCommand.StateSource(Actor.Import("x.json"), participant, key.Phase, Earlier(), DatePrecision.Day, null),
            5 => new StepCommand.Import(Actor.Import("x.json"), key, Any(Statuses[..4]), Earlier()) { Precision = DatePrecision.Day },
            6 => new StepCommand.Change(programme.Lead == "bo" ? People.Bo : Any(Agencies), key, StepStatus.Done, cell.Version),
            >= 10 => State(programme, participant),
            _ => Report(programme, key, cell),
        };
    }

    private StepCommand.StateFigure State(Programme programme, Core.Participants.ParticipantId participant)
    {
        var measure = Any(programme.Measures).Key;
        var month = new DateOnly(2024, _random.Next(4, 7), 1);
        var period = new FigurePeriod(month, month.AddMonths(_random.Next(4) == 0 ? 2 : 1).AddDays(-1));
        var import = _random.Next(4) == 0;
        return new(
            import ? Actor.Import("x.json") : People.Province(participant.Code), participant, measure, period,
            _random.Next(5) == 0 ? null : _random.Next(0, 101), store.Boards.Of(programme.Key)[participant].Measured.Find(measure, period)?.Version ?? 0)
        {
            Note = "Số liệu kỳ này",
            At = import || _random.Next(2) == 0 ? Earlier() : null,
            Precision = import ? DatePrecision.Day : DatePrecision.Instant,
            Document = import ? new("12/CV", programme.Lead, "2024-08") : null,
        };
    }

    private StepCommand.Change Report(Programme programme, StepKey key, StepState cell)
    {
        var to = cell.Status == StepStatus.Blocked ? cell.Blocker!.From : Any(Statuses);
        return new(People.Province(key.Participant.Code), key, to, cell.Version)
        {
            Note = "Báo cáo " + to,
            At = _random.Next(2) == 0 ? null : Earlier(),
            BlockedOn = to == StepStatus.Blocked ? "participant" : null,
            BlockedKind = to == StepStatus.Blocked ? programme.BlockerKinds[0].Key : null,
        };
    }

    private StepCommand.Change Correct(Programme programme, StepKey key, StepState cell) =>
        new(new(ActorKind.Monitor, programme.Lead, programme.Lead), key, Any(Statuses[..4]), cell.Version)
        {
            Note = "Đính chính",
            At = Earlier(),
            Document = new("12/CV", programme.Lead, "2024-08"),
        };

    private StepCommand.Observe Observe(StepKey key)
    {
        var verification = Any(Enum.GetValues<VerificationState>().ToImmutableArray());
        return new(
            Actor.Probe("catalogue"), key, verification, verification == VerificationState.Passing ? null : new("participantSystem", "tcp.refused"),
            Seen: _random.Next(2) == 0, Settled: verification == VerificationState.Passing && _random.Next(2) == 0, Regressed: verification == VerificationState.Failing);
    }

    private static ImmutableArray<StepStatus> Statuses { get; } = [.. Enum.GetValues<StepStatus>()];

    /// <summary>Some instant of the last two weeks, often the very edge of a day.</summary>
    private DateTimeOffset Earlier()
    {
        var at = here.Time.GetUtcNow() - (TimeSpan.FromDays(14) * Math.Pow(_random.NextDouble(), 3));
        return _random.Next(4) switch
        {
            0 => HanoiTime.StartOf(HanoiTime.DayOf(at)),
            1 => HanoiTime.EndOf(HanoiTime.DayOf(at).AddDays(-1)),
            _ => HanoiTime.Local(at),
        };
    }

    private T Any<T>(ImmutableArray<T> all) => all[_random.Next(all.Length)];
}
