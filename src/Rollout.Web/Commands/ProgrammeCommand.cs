using System.CommandLine;
using Rollout.Web.Settings;

namespace Rollout.Web.Commands;

/// <summary><c>programme check FILE</c>: every mistake of a programme file at once.</summary>
internal static class ProgrammeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE");
        var check = new Command("check") { file, CommandContext.Data };
        check.SetAction(parsed => Run(parsed.GetRequiredValue(file)));
        return new Command("programme") { check };
    }

    private static int Run(string file)
    {
        var texts = CommandContext.Texts;
        if (!File.Exists(file)) return CommandContext.Fail(texts["command.noFile", file]);
        var reading = DataFiles.ReadProgramme(DataFiles.Folder, file);
        if (reading.Programme is not { } programme || !reading.Mistakes.IsEmpty)
            return CommandContext.Fail(string.Join(Environment.NewLine, reading.Mistakes.Select(texts.Say)));
        Console.Out.WriteLine(texts["command.programmeHolds", programme.Key, programme.Phases.Length, programme.Steps.Length, programme.ListDefinitions.Length]);
        return CommandContext.Done;
    }
}
