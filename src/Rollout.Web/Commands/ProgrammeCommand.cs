using System.CommandLine;
using Rollout.Web.Settings;

namespace Rollout.Web.Commands;

/// <summary><c>programme check [--catalog FOLDER] FILE</c>: every mistake of a programme file at once, those between it and its catalogue among them.</summary>
internal static class ProgrammeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE");
        var catalog = new Option<string?>("--catalog");
        var check = new Command("check") { file, catalog, CommandContext.Data };
        check.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(catalog)));
        return new Command("programme") { check };
    }

    private static int Run(string file, string? catalog)
    {
        var texts = CommandContext.Texts;
        if (!File.Exists(file)) return CommandContext.Fail(texts["command.noFile", file]);
        var folder = catalog ?? DataFiles.CatalogOf(file);
        if (!Directory.Exists(Path.Combine(folder, "participants"))) return CommandContext.Fail(texts["command.noCatalog", folder]);
        var reading = DataFiles.ReadProgramme(folder, file);
        if (reading.Programme is not { } programme || !reading.Mistakes.IsEmpty)
            return CommandContext.Fail(string.Join(Environment.NewLine, reading.Mistakes.Select(texts.Say)));
        Console.Out.WriteLine(texts["command.programmeHolds", programme.Key, programme.Phases.Length, programme.Steps.Length, programme.ListDefinitions.Length]);
        return CommandContext.Done;
    }
}
