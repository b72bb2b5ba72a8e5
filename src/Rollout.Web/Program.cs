using System.CommandLine;
using System.Globalization;
using Rollout.Web.Commands;

// Every command of the one executable. Nothing at all: the demo.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("vi");
// Two cores: one reads the programmes while the other finds out what is asked and makes ready what serves them.
if (args is [] or [ServeCommand.Key, ..]) CommandContext.ReadAhead();
var root = new RootCommand("rollout")
{
    ServeCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
    ProbeCommand.Create(),
    LedgerCommand.Create(),
    ProgrammeCommand.Create(),
    PublicationCommands.Create(),
    ApiKeyCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    MigrateStorageCommand.Create(),
};
root.SetAction((_, ct) => ServeCommand.RunDemoAsync(ct));

var parsed = root.Parse(args);
// The server ends by itself when it is asked to, in its own time; other commands are cut off after two seconds.
if (parsed.Errors.Count == 0) return await parsed.InvokeAsync(parsed.CommandResult.Command is { Name: ServeCommand.Key } or RootCommand ? new() { ProcessTerminationTimeout = null } : new());
await Console.Error.WriteLineAsync(string.Join(" ", parsed.Errors.Select(e => e.Message)));
return CommandContext.WrongUsage;
