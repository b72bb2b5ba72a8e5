using System.CommandLine;
using Rollout.Storage.Moves;

namespace Rollout.Web.Commands;

/// <summary><c>migrate-storage</c>: from the SQLite file of a data folder to the PostgreSQL server that the settings name.</summary>
internal static class MigrateStorageCommand
{
    public static Command Create()
    {
        var command = new Command("migrate-storage") { CommandContext.Data };
        command.SetAction((parsed, ct) => StorageCommands.RunAsync(() => RunAsync(parsed, ct)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var texts = CommandContext.Texts;
        var moved = await new StorageMove(CommandContext.Storage(parsed)).RunAsync(ct);
        if (moved.Why is { } why) return CommandContext.Fail(texts.Say(why));
        await Console.Out.WriteLineAsync(texts["command.moved", moved.LedgerSeq, moved.LedgerHash, moved.Tables.Length, moved.Tables.Sum(t => t.Rows), moved.Keys]);
        return CommandContext.Done;
    }
}
