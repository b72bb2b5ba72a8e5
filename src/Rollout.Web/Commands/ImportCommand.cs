using System.CommandLine;
using Rollout.Core.Appendices;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Appendices;
using Rollout.Web.Settings;

namespace Rollout.Web.Commands;

/// <summary><c>import baseline --programme P [--date D] [--phase F] FILE</c>: a published state, all of it or nothing.</summary>
internal static class ImportCommand
{
    private static readonly string[] AppendixEndings = [".docx", ".xlsx", ".csv", ".txt"];

    public static Command Create()
    {
        var programme = new Option<string>("--programme") { Required = true };
        var date = new Option<string?>("--date");
        var phase = new Option<string?>("--phase");
        var file = new Argument<string>("FILE");
        var baseline = new Command("baseline") { programme, date, phase, file, CommandContext.Data };
        baseline.SetAction((parsed, ct) => RunAsync(
            parsed, parsed.GetRequiredValue(programme), parsed.GetValue(date), parsed.GetValue(phase), parsed.GetRequiredValue(file), ct));
        return new Command("import") { baseline };
    }

    private static async Task<int> RunAsync(ParseResult parsed, string programme, string? date, string? phase, string file, CancellationToken ct)
    {
        var texts = CommandContext.Texts;
        if (!File.Exists(file)) return CommandContext.Fail(texts["command.noFile", file]);
        using var context = CommandContext.Open(parsed);
        if (context is null) return CommandContext.Failed;
        if (context.Catalog.Find(programme) is not { } item)
            return CommandContext.Fail(texts["query.unknown", "--programme", programme, string.Join(", ", context.Catalog.All.Select(p => p.Programme.Key))]);
        if (AppendixEndings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)) return await AppendixAsync(context, item, date, phase, file, ct);
        if (Source(item.Programme, file, date, phase) is not { } source)
            return CommandContext.Fail(texts["command.baselineDate", string.Join(", ", item.Programme.Phases.Select(p => p.Key))]);
        return Told(await context.Services.GetRequiredService<BaselineImport>().RunAsync(item, source, await File.ReadAllTextAsync(file, ct), ct));
    }

    /// <summary>A published appendix as it was issued: of the date that is given, or else of the one that it states.</summary>
    private static async Task<int> AppendixAsync(CommandContext context, ProgrammeCatalog.Item item, string? date, string? phase, string file, CancellationToken ct)
    {
        var texts = CommandContext.Texts;
        var source = AppendixSource.OfFile(Path.GetFileName(file), await File.ReadAllBytesAsync(file, ct));
        if (source.Document is null) return CommandContext.Fail($"{source.Name}: {texts.Say(source.Refusal!)}");
        var reading = AppendixReader.Read(item.Programme, item.Participants, source.Document);
        if (!reading.Mistakes.IsEmpty) return Told(new([.. reading.Mistakes.Select(m => new Mistake(source.Name, m.Line, 0, m.Message))], 0, [], null));
        if ((date is null ? reading.Dated : StatedDate.Read(date)) is not { } stated || (phase is not null && item.Programme.FindPhase(phase) is null))
            return CommandContext.Fail(texts["command.baselineDate", string.Join(", ", item.Programme.Phases.Select(p => p.Key))]);
        var from = new BaselineSource(source.Name, [phase ?? item.Programme.Phases[0].Key], stated.At, stated.Precision, "");
        var document = reading.Letter is { } letter ? new DocumentReference(letter, item.Programme.Lead, stated.Written) : null;
        return Told(await context.Services.GetRequiredService<BaselineImport>().RunAsync(item, reading.State!, from, document, ct));
    }

    /// <summary>Says what came of it.</summary>
    private static int Told(BaselineImport.ImportOutcome result)
    {
        var texts = CommandContext.Texts;
        if (result.Refusal is { } refusal) return CommandContext.Fail(texts.Say(refusal.Message));
        if (!result.Mistakes.IsEmpty)
            return CommandContext.Fail(string.Join(Environment.NewLine, [.. result.Mistakes.Select(texts.Say), texts["command.nothingImported", result.Mistakes.Length]]));
        foreach (var (key, why) in result.Left) Console.Out.WriteLine($"{key}: {texts.Say(why)}");
        foreach (var (figure, why) in result.FiguresLeft) Console.Out.WriteLine($"{figure.Participant} {figure.Measure} {figure.Period}: {texts.Say(why)}");
        Console.Out.WriteLine(texts["command.imported", result.Written, result.Left.Length + result.FiguresLeft.Length]);
        return CommandContext.Done;
    }

    /// <summary>What the programme file says of this file, unless date and phase are given; the first phase when only the date is.</summary>
    private static BaselineSource? Source(Programme programme, string file, string? date, string? phase)
    {
        var name = Path.GetFileName(file);
        var declared = programme.Baselines.FirstOrDefault(b => b.File == name);
        if (phase is not null && programme.FindPhase(phase) is null) return null;
        var source = declared ?? new BaselineSource(name, [programme.Phases[0].Key], default, DatePrecision.Day, "");
        if (phase is not null) source = source with { Phases = [phase] };
        if (date is not null)
        {
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", out var day)) return null;
            source = source with { At = Core.Calendar.HanoiTime.StartOf(day), Precision = declared?.At == Core.Calendar.HanoiTime.StartOf(day) ? declared.Precision : DatePrecision.Day };
        }
        return source.At == default ? null : source;
    }
}
