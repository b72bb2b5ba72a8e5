using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>Figures on the disk: recorded, corrected with a reason, and honest as of any instant.</summary>
public sealed class FiguresTests : IDisposable
{
    private const string Programme = "giay-phep";
    private const string Measure = "ty-le";

    private static readonly ParticipantId CanTho = new("provinces-63", "92");
    private static readonly FigurePeriod July = new(new(2024, 7, 1), new(2024, 7, 31));
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Figure_is_read_back_with_its_note_by_whoever_starts_next()
    {
        var store = _here.Start(DataFiles.Two);
        var entry = Assert.Single((await SayAsync(store, 44.470m, 0, "Lần đầu")).Entries);

        Assert.Equal((null, null), (entry.Phase, entry.Step));
        Assert.Equal("44.47", EventFields.Of(entry.Event)["value"]);
        Assert.Equal("Lần đầu", Assert.Single(store.Notes.Read([entry.NoteHash!])).Value);
        var opened = _here.Start(DataFiles.Two);
        Assert.Equal(44.47m, opened.Boards.Of(Programme).ValueOf(CanTho, Measure, July));
        Assert.Equal((1, (long?)null), opened.Chain.Run(TestContext.Current.CancellationToken));
        Assert.Equal(BoardText.Of(store.Boards.Of(Programme)), BoardText.Of(opened.Boards.Of(Programme)));
    }

    [Fact]
    public async Task Same_figure_again_writes_nothing_and_another_needs_version_and_reason()
    {
        var store = _here.Start(DataFiles.Two);
        await SayAsync(store, 40, 0, null);

        Assert.Equal((0, null), Told(await SayAsync(store, 40, 0, null)));
        Assert.Equal((0, "version.stale"), Told(await SayAsync(store, 41, 0, "Đếm lại")));
        Assert.Equal((0, "note.required"), Told(await SayAsync(store, 41, 1, null)));
        Assert.Equal((1, null), Told(await SayAsync(store, 41, 1, "Đếm lại")));
        Assert.Equal(2, store.Ledger().Length);
    }

    [Fact]
    public async Task Board_of_an_instant_has_what_was_said_and_known_by_then()
    {
        var store = _here.Start(DataFiles.Two);
        var first = store.Clock.Now;
        await SayAsync(store, 40, 0, null);
        _here.Time.Advance(TimeSpan.FromDays(2));
        var second = store.Clock.Now;
        await SayAsync(store, null, 1, "Sai kỳ");
        _here.Time.Advance(TimeSpan.FromDays(2));
        var third = store.Clock.Now;
        await SayAsync(store, 42, 2, "Đếm lại", at: second.AddHours(1));

        Assert.Null(At(first.AddMilliseconds(-1))?.Version);
        Assert.Equal((40m, 1), (At(first)?.Value, At(first)?.Version));
        Assert.Equal((null, 2), (At(second)?.Value, At(second)?.Version));
        Assert.Equal((42m, 3), (At(second.AddHours(1))?.Value, At(third)?.Version));
        Assert.Null(At(third, third.AddMilliseconds(-1))?.Value);

        FigureFact? At(DateTimeOffset at, DateTimeOffset? known = null) => store.Reader.AsOf(Programme, new(at, known))[CanTho].Measured.Find(Measure, July);
    }

    [Fact]
    public async Task History_of_a_participant_holds_every_figure_that_was_said()
    {
        var store = _here.Start(DataFiles.Two);
        await SayAsync(store, 40, 0, null);
        await SayAsync(store, 41, 1, "Đếm lại");

        var said = store.Reader.Of(Programme, $"{CanTho}", "only", null, TwoTimes.All, 10).Select(e => ((StepEvent.FigureStated)e.Event).Value);

        Assert.Equal([41m, 40m], said);
    }

    [Fact]
    public async Task Two_who_correct_the_same_figure_do_not_write_over_each_other()
    {
        var store = _here.Start(DataFiles.Two);
        await SayAsync(store, 40, 0, null);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SayAsync(store, 50 + i, 1, $"Đếm lại {i}")));

        Assert.Equal(1, results.Count(r => r.Refusal is null));
        Assert.All(results.Where(r => r.Refusal is not null), r => Assert.Equal("version.stale", r.Refusal!.Message.Code));
    }

    private static (int Entries, string? Code) Told(Rollout.Storage.Ledgers.Recorded recorded) => (recorded.Entries.Length, recorded.Refusal?.Message.Code);

    private static Task<Rollout.Storage.Ledgers.Recorded> SayAsync(Store store, decimal? value, int version, string? note, DateTimeOffset? at = null) =>
        store.Recorder.RecordAsync(
            Programme, new StepCommand.StateFigure(People.Province(CanTho.Code), CanTho, Measure, July, value, version) { Note = note, At = at }, TestContext.Current.CancellationToken);
}
