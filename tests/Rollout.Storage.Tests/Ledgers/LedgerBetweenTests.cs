using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>What one reading of the ledger holds and an earlier one does not.</summary>
public sealed class LedgerBetweenTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Entries_between_two_readings_are_those_that_only_the_later_one_holds(int seed)
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        var random = new RandomLedger(_here, store, seed);
        await random.WriteAsync(12, 80);
        var ledger = store.Ledger();
        var who = store.Board.Participants.All.Select(p => p.Id).ToList();
        var beginning = Installation.Beginning.AddDays(-20);
        var found = 0;
        foreach (var (from, to) in random.Instants(beginning, store.Clock.Now, 40).Zip(random.Instants(beginning, store.Clock.Now, 40).ToList()))
            foreach (var (fromKnown, toKnown) in new (DateTimeOffset?, DateTimeOffset?)[] { (null, null), (from, to), (to, null), (from, null), (null, from) })
            {
                bool Holds(Core.Ledger.LedgerEntry e, DateTimeOffset at, DateTimeOffset? known) => e.At <= at && !(e.RecordedAt > known);
                var expected = ledger.Where(e => e is { Phase: "test", Event: StepEvent.StatusChanged or StepEvent.SourceStated } && Holds(e, to, toKnown) && !Holds(e, from, fromKnown)).ToList();
                Assert.Equal(expected, store.Reader.Between(Store.Programme, "test", (from, fromKnown), (to, toKnown), who));
                found += expected.Count;
            }
        Assert.True(found > 1_000, $"Only {found} entries were compared.");
    }

    [Fact]
    public async Task Only_the_entries_of_those_asked_for_come()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        var one = new ParticipantId("provinces-63", "92");
        var (from, to) = (Installation.Beginning.AddYears(-1), Installation.Beginning.AddYears(1));
        Assert.Equal([one], store.Reader.Between(Store.Programme, "test", (from, null), (to, null), [one]).Select(e => e.Participant).Distinct());
        Assert.Empty(store.Reader.Between(Store.Programme, "test", (from, null), (to, null), []));
    }
}
