using System.CommandLine;
using Rollout.Core.Retention;
using Rollout.Storage.Backups;
using Rollout.Web.Jobs;

namespace Rollout.Web.Commands;

/// <summary><c>backup --to FOLDER [--keep N]</c>: one whole backup, beside a running server that goes on writing.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var to = new Option<string>("--to") { Required = true };
        var keep = new Option<int?>("--keep");
        keep.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int?>() is < 1) r.AddError("--keep: 1, 2, …");
        });
        var command = new Command("backup") { to, keep, CommandContext.Data };
        command.SetAction((parsed, ct) => StorageCommands.RunAsync(() => RunAsync(parsed, parsed.GetRequiredValue(to), parsed.GetValue(keep), ct)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string to, int? keep, CancellationToken ct)
    {
        var texts = CommandContext.Texts;
        var wish = BackupSettings.Of(CommandContext.Configuration).Wish(to) with { Keep = keep is { } count ? KeepRule.Last(count) : null };
        var outcome = await new BackupMaker(CommandContext.Storage(parsed), TimeProvider.System).MakeAsync(wish, ct);
        if (outcome.Manifest is not { } made) return CommandContext.Fail(texts.Say(outcome.Why!));
        await Console.Out.WriteLineAsync(
            texts["command.backedUp", outcome.Path!, made.LedgerSeq, made.LedgerHash, made.Rows("contents"), made.Rows("files"), made.Bytes, outcome.Removed]);
        return CommandContext.Done;
    }
}
