using System.CommandLine;
using Rollout.Storage.Samples;
using Rollout.Web.Jobs;

namespace Rollout.Web.Commands;

/// <summary><c>probe run [--programme P] [--participant CODE] [--phase F]</c>: one sweep now, recorded like any other.</summary>
internal static class ProbeCommand
{
    public static Command Create()
    {
        var programme = new Option<string?>("--programme");
        var participant = new Option<string?>("--participant");
        var phase = new Option<string?>("--phase");
        var run = new Command("run") { programme, participant, phase, CommandContext.Data };
        run.SetAction((parsed, ct) => RunAsync(parsed, parsed.GetValue(programme), parsed.GetValue(participant), parsed.GetValue(phase), ct));
        return new Command("probe") { run };
    }

    private static async Task<int> RunAsync(ParseResult parsed, string? programme, string? participant, string? phase, CancellationToken ct)
    {
        var texts = CommandContext.Texts;
        using var context = CommandContext.Open(parsed);
        if (context is null) return CommandContext.Failed;
        var item = programme is null ? context.Catalog.All[0] : context.Catalog.Find(programme);
        if (item is null)
            return CommandContext.Fail(texts["query.unknown", "--programme", programme!, string.Join(", ", context.Catalog.All.Select(p => p.Programme.Key))]);
        if (phase is not null && item.Programme.FindPhase(phase) is null)
            return CommandContext.Fail(texts["query.unknown", "--phase", phase, string.Join(", ", item.Programme.Phases.Select(p => p.Key))]);
        if (participant is not null && item.Participants.Find(participant) is null)
            return CommandContext.Fail(texts["query.unknown", "--participant", participant, string.Join(", ", item.Participants.All.Select(p => p.Code))]);

        var samples = context.Services.GetRequiredService<ProbeSamples>();
        await samples.StartAsync(ct);
        var count = await context.Services.GetRequiredService<ProbeSweep>().RunAsync(item.Programme, participant, phase, ct);
        await samples.StopAsync(ct);
        Console.Out.WriteLine(texts["command.probed", count]);
        return CommandContext.Done;
    }
}
