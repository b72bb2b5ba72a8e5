using System.CommandLine;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Sqlite;

namespace Rollout.Web.Commands;

/// <summary><c>ledger verify</c>: walks the whole hash chain and names the first entry that does not hold.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var verify = new Command("verify") { CommandContext.Data };
        verify.SetAction((parsed, ct) => Task.FromResult(Run(parsed, ct)));
        return new Command("ledger") { verify };
    }

    /// <summary>Opens the file alone, not the boards: a broken ledger must be readable to be told.</summary>
    private static int Run(ParseResult parsed, CancellationToken ct)
    {
        var texts = CommandContext.Texts;
        var storage = new StorageOptions(parsed.GetRequiredValue(CommandContext.Data));
        if (!File.Exists(storage.DatabasePath)) return CommandContext.Fail(texts["command.noFile", storage.DatabasePath]);
        var (count, broken) = new ChainCheck(new SqliteDatabase(storage)).Run(ct);
        if (broken is { } seq) return CommandContext.Fail(texts["command.ledgerBroken", seq, count]);
        Console.Out.WriteLine(texts["command.ledgerHolds", count]);
        return CommandContext.Done;
    }
}
