using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Storage.Ledgers;

namespace Rollout.Storage.Tests.Support;

/// <summary>What boards must be: the ledger folded from its first entry, without any checkpoint.</summary>
internal static class Fold
{
    public static Board Of(string programme, IEnumerable<LedgerEntry> entries) => BoardStore.Empty(DataFiles.Two).Boards[programme].Apply(entries);

    /// <summary>Keeps a checkpoint of lien-thong at the end of a day through the head.</summary>
    public static void Keep(Store store, DateOnly day)
    {
        using var connection = store.Database.Connect();
        var board = Of(Store.Programme, store.Ledger().Where(e => e.At <= HanoiTime.EndOf(day)));
        Checkpoints.Keep(connection, day, store.Boards.Current.Seq, store.Boards.Current.Hash, store.Clock.Now, board);
    }

    /// <summary>The days of a programme's checkpoints.</summary>
    public static ImmutableArray<DateOnly> Days(Installation here, string programme)
    {
        using var connection = here.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT day FROM checkpoints WHERE programme = '{programme}' ORDER BY day";
        using var reader = command.ExecuteReader();
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        while (reader.Read()) days.Add(DateOnly.FromDayNumber(reader.GetInt32(0)));
        return days.ToImmutable();
    }

    /// <summary>Asserts that every programme's board as of an instant, from what was known at another, is the folded one.</summary>
    public static void AssertSame(Store store, ImmutableArray<LedgerEntry> ledger, DateTimeOffset at, DateTimeOffset? known)
    {
        foreach (var programme in store.Boards.Current.Boards.Keys)
        {
            var folded = BoardText.Of(Of(programme, ledger.Where(e => e.At <= at && (known is null || e.RecordedAt <= known)))).Split('\n');
            var read = BoardText.Of(store.Reader.AsOf(programme, new(at, known))).Split('\n');
            if (folded.SequenceEqual(read)) continue;
            var parts = folded.Except(read).Take(5).Select(l => "folded: " + l).Concat(read.Except(folded).Take(5).Select(l => "read:   " + l));
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{programme} as of {at:O} known on {known:O}:\n{string.Join('\n', parts)}"));
        }
    }
}
