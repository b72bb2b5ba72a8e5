using System.CommandLine;
using Rollout.Core.Lists;
using Rollout.Core.Reports;
using Rollout.Documents;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Commands;

/// <summary><c>export status-lists --programme P --phase F [--as-of D] --format docx --out FILE</c>.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var programme = new Option<string>("--programme") { Required = true };
        var phase = new Option<string?>("--phase");
        var asOf = new Option<string?>("--as-of");
        var format = new Option<string>("--format") { Required = true };
        var file = new Option<string>("--out") { Required = true };
        var lists = new Command("status-lists") { programme, phase, asOf, format, file, CommandContext.Data };
        lists.SetAction(parsed => Run(
            parsed, parsed.GetRequiredValue(programme), parsed.GetValue(phase), parsed.GetValue(asOf), parsed.GetRequiredValue(format), parsed.GetRequiredValue(file)));
        return new Command("export") { lists };
    }

    private static int Run(ParseResult parsed, string programme, string? phase, string? asOf, string format, string file)
    {
        var texts = CommandContext.Texts;
        if (ReportWriters.Find(format) is not { } writer)
            return CommandContext.Fail(texts["query.unknown", "--format", format, string.Join(", ", ReportWriters.Formats)]);
        using var context = CommandContext.Open(parsed);
        if (context is null) return CommandContext.Failed;
        var reading = ActivatorUtilities.CreateInstance<BoardReading>(context.Services);
        var (view, mistake) = reading.Read(programme, phase, asOf, null);
        if (mistake is not null) return CommandContext.Fail(texts[$"query.{mistake.Code}", $"--{mistake.Parameter}", mistake.Value, string.Join(", ", mistake.Choices)]);
        try
        {
            // Written beside and moved into place, so that a full disk leaves no half document.
            var part = file + ".part";
            using (var output = File.Create(part)) writer.Write(AppendixReport.Of(StatusLists.Of(view!.Board, view.Phase.Key, view.AsOf), Texts.Language), output);
            File.Move(part, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandContext.Fail(e.Message);
        }
        Console.Out.WriteLine(texts["command.exported", file, Texts.Moment(view.AsOf)]);
        return CommandContext.Done;
    }
}
