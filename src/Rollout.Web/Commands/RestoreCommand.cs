using System.CommandLine;
using Rollout.Core.Calendar;
using Rollout.Storage.Backups;
using Rollout.Web.Jobs;
using Rollout.Web.Resources;

namespace Rollout.Web.Commands;

/// <summary><c>restore --from BACKUP</c>: into an empty place alone, with everything checked before and after.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from") { Required = true };
        var command = new Command("restore") { from, CommandContext.Data };
        command.SetAction((parsed, ct) => StorageCommands.RunAsync(() => RunAsync(parsed, parsed.GetRequiredValue(from), ct)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string from, CancellationToken ct)
    {
        var texts = CommandContext.Texts;
        var restorer = new BackupRestorer(CommandContext.Storage(parsed), BackupSettings.Of(CommandContext.Configuration).DumpProgram);
        var outcome = await restorer.RunAsync(Path.GetFullPath(from), ct);
        if (outcome.Manifest is not { } brought) return CommandContext.Fail(texts.Say(outcome.Why!));
        await Console.Out.WriteLineAsync(texts[
            "command.restored", Texts.Moment(HanoiTime.Local(brought.TakenAt)), brought.LedgerSeq, brought.LedgerHash, brought.PublicationSeq, brought.Rows("contents"), brought.Rows("files")]);
        return CommandContext.Done;
    }
}
