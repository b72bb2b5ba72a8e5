using System.CommandLine;
using Rollout.Core.Programmes;
using Rollout.Web.Settings;

namespace Rollout.Web.Commands;

/// <summary><c>import baseline --programme P [--date D] [--phase F] FILE</c>: a published state, all of it or nothing.</summary>
internal static class ImportCommand
{
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
        if (Source(item.Programme, file, date, phase) is not { } source)
            return CommandContext.Fail(texts["command.baselineDate", string.Join(", ", item.Programme.Phases.Select(p => p.Key))]);

        var result = await context.Services.GetRequiredService<BaselineImport>().RunAsync(item, source, await File.ReadAllTextAsync(file, ct), ct);
        if (result.Refusal is { } refusal) return CommandContext.Fail(texts.Say(refusal.Message));
        if (!result.Mistakes.IsEmpty)
            return CommandContext.Fail(string.Join(Environment.NewLine, [.. result.Mistakes.Select(texts.Say), texts["command.nothingImported", result.Mistakes.Length]]));
        foreach (var (key, why) in result.Left) Console.Out.WriteLine($"{key}: {texts.Say(why)}");
        Console.Out.WriteLine(texts["command.imported", result.Written, result.Left.Length]);
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
