using System.Data.Common;
using Microsoft.Extensions.Options;

namespace Rollout.Web.Commands;

/// <summary>What commands on the storage as a whole share: a disk, a server or a setting that fails ends them with one clear line.</summary>
internal static class StorageCommands
{
    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or OptionsValidationException)
        {
            return CommandContext.Fail(e.Message.ReplaceLineEndings(" "));
        }
        catch (OperationCanceledException)
        {
            return CommandContext.Failed;
        }
    }
}
