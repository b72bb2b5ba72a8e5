using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Core.Reports;
using Rollout.Documents;
using Rollout.Storage.Time;
using Rollout.Web.Api;
using Rollout.Web.Printing;
using Rollout.Web.Reading;
using Rollout.Web.Resources;
using Rollout.Web.Settings;

namespace Rollout.Web.Commands;

/// <summary><c>export status-lists|progress|checklist|reminder --programme P --phase F [--as-of D] [--known-on D] --format docx --out FILE</c>.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Programme = new("--programme") { Required = true };
    private static readonly Option<string?> Phase = new("--phase");
    private static readonly Option<string?> AsOf = new("--as-of");
    private static readonly Option<string?> KnownOn = new("--known-on");
    private static readonly Option<string> Format = new("--format") { Required = true };
    private static readonly Option<string> Out = new("--out") { Required = true };

    public static Command Create()
    {
        var code = new Option<string>("--participant") { Required = true };
        var deadline = new Option<string?>("--deadline");
        var system = new Option<string?>("--system");
        var signature = new Option<string?>("--signature");
        return new Command("export")
        {
            Of("status-lists", (_, documents, view, _) => (() => documents.Appendix(view), null)),
            Of("progress", (_, documents, view, _) => view.Programme.Progress is { } form ? (() => documents.Progress(view, form), null) : (null, None("progress"))),
            Of("checklist", (parsed, documents, view, _) => Checklist(documents, view, parsed.GetRequiredValue(code)), code),
            Of("reminder", (parsed, _, view, now) => Reminder(view, now, name => name switch
            {
                "deadline" => parsed.GetValue(deadline),
                "system" => parsed.GetValue(system),
                "signature" => parsed.GetValue(signature),
                _ => null,
            }), deadline, system, signature),
        };
    }

    private static Command Of(string name, Func<ParseResult, DocumentReading, BoardView, DateTimeOffset, (Func<ReportDocument>? Document, QueryMistake? Mistake)> make, params ReadOnlySpan<Option> more)
    {
        var command = new Command(name) { Programme, Phase, AsOf, KnownOn, Format, Out, CommandContext.Data };
        foreach (var option in more) command.Add(option);
        command.SetAction((parsed, ct) => RunAsync(parsed, make, ct));
        return command;
    }

    private static (Func<ReportDocument>?, QueryMistake?) Checklist(DocumentReading documents, BoardView view, string code)
    {
        if (view.Programme.Checklist is not { } form) return (null, None("checklist"));
        return view.Board.Find(code) is { } row
            ? (() => documents.Checklist(view, form, row), null)
            : (null, new("participant", "unknown", code, [.. view.Board.Participants.All.Select(p => p.Code)], NotFound: true));
    }

    private static (Func<ReportDocument>?, QueryMistake?) Reminder(BoardView view, DateTimeOffset now, Func<string, string?> word)
    {
        if (view.Programme.Letter is not { } form) return (null, None("reminder"));
        var (wish, mistakes) = ReminderQuery.Read(view, form, word, now);
        return wish is null ? (null, mistakes[0]) : (() => DocumentReading.Reminder(form, wish), null);
    }

    private static QueryMistake None(string document) => new("export", "unknown", document, [], NotFound: true);

    private static async Task<int> RunAsync(
        ParseResult parsed, Func<ParseResult, DocumentReading, BoardView, DateTimeOffset, (Func<ReportDocument>? Document, QueryMistake? Mistake)> make, CancellationToken ct)
    {
        var (texts, format, file) = (CommandContext.Texts, parsed.GetRequiredValue(Format), parsed.GetRequiredValue(Out));
        var isPdf = string.Equals(format, ReportDownload.Pdf, StringComparison.OrdinalIgnoreCase);
        var writer = ReportWriters.Find(isPdf ? "html" : format);
        if (writer is null) return CommandContext.Fail(texts["query.unknown", "--format", format, string.Join(", ", ReportWriters.Formats.Append(ReportDownload.Pdf))]);
        using var printer = new PdfPrinter(PrintingSettings.Of(new ConfigurationBuilder().AddEnvironmentVariables().Build()), TimeProvider.System, NullLogger<PdfPrinter>.Instance);
        if (isPdf && !printer.IsAvailable) return CommandContext.Fail(texts["pdf.none", "--format html"]);
        using var context = CommandContext.Open(parsed);
        if (context is null) return CommandContext.Failed;
        var reading = context.Services.GetRequiredService<BoardReading>();
        var (view, mistake) = reading.Read(parsed.GetRequiredValue(Programme), parsed.GetValue(Phase), parsed.GetValue(AsOf), parsed.GetValue(KnownOn));
        Func<ReportDocument>? document = null;
        if (view is not null)
            (document, mistake) = make(
                parsed, context.Services.GetRequiredService<DocumentReading>(), view, context.Services.GetRequiredService<DomainClock>().Now);
        if (mistake is not null) return CommandContext.Fail(texts[$"query.{mistake.Code}", $"--{mistake.Parameter}", mistake.Value, string.Join(", ", mistake.Choices)]);
        using var written = new MemoryStream();
        writer.Write(document!(), written);
        var bytes = isPdf ? await printer.PrintAsync(written.ToArray(), ct) : written.ToArray();
        if (bytes is null) return CommandContext.Fail(texts["pdf.failed", "--format html"]);
        try
        {
            // Written beside and moved into place, so that a full disk leaves no half document.
            var part = file + ".part";
            await File.WriteAllBytesAsync(part, bytes, ct);
            File.Move(part, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CommandContext.Fail(e.Message);
        }
        await Console.Out.WriteLineAsync(texts["command.exported", file, Texts.Moment(view!.AsOf)]);
        return CommandContext.Done;
    }
}
