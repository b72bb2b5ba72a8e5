using System.CommandLine;
using Rollout.Storage;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Publications;

namespace Rollout.Web.Commands;

/// <summary><c>ledger verify</c>: walks the whole hash chain and names the first entry that does not hold; the publications rest on it and are walked too.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var verify = new Command("verify") { CommandContext.Data };
        verify.SetAction(RunAsync);
        return new Command("ledger") { verify };
    }

    /// <summary>Opens the database alone, not the boards: a broken ledger must be readable to be told.</summary>
    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var texts = CommandContext.Texts;
        var storage = CommandContext.Storage(parsed);
        if (storage.Provider == StorageProvider.Sqlite && !File.Exists(storage.DatabasePath)) return CommandContext.Fail(texts["command.noFile", storage.DatabasePath]);
        var database = StorageServices.Database(storage);
        var (count, broken) = new ChainCheck(database).Run(ct);
        if (broken is { } seq) return CommandContext.Fail(texts["command.ledgerBroken", seq, count]);
        await Console.Out.WriteLineAsync(texts["command.ledgerHolds", count]);
        var (events, editions, brokenPublication) = await new PublicationCheck(database, storage).RunAsync(ct);
        if (brokenPublication is not null) return CommandContext.Fail(texts["command.publicationsBroken", brokenPublication]);
        if (events > 0) await Console.Out.WriteLineAsync(texts["command.publicationsHold", events, editions]);
        return CommandContext.Done;
    }
}
