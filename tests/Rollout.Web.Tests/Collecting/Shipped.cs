using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Collecting;

/// <summary>Another programme of the repository on a running server: its baselines, and what a test says of it.</summary>
internal static class Shipped
{
    /// <summary>Imports a programme's baselines.</summary>
    public static async Task ImportAsync(this RunningServer server, string key)
    {
        var item = server.Services.GetRequiredService<ProgrammeCatalog>().Find(key)!;
        foreach (var source in item.Programme.Baselines)
        {
            var result = await server.Services.GetRequiredService<BaselineImport>().RunAsync(
                item, source, DataFiles.Baseline(Repository.Data(), key, source.File), TestContext.Current.CancellationToken);
            Assert.Empty(result.Mistakes);
        }
    }

    /// <summary>Something that somebody of a participant does.</summary>
    public static async Task RecordAsync(this RunningServer server, string key, StepCommand command)
    {
        var recorded = await server.Services.GetRequiredService<StepRecorder>().RecordAsync(key, command, TestContext.Current.CancellationToken);
        Assert.Null(recorded.Refusal);
    }

    /// <summary>A participant reports a step.</summary>
    public static Task ReportAsync(this RunningServer server, string key, string code, string phase, string step)
    {
        var row = server.Services.GetRequiredService<BoardStore>().Of(key).Find(code)!;
        return server.RecordAsync(key, new StepCommand.Change(
            new(ActorKind.Participant, "thu", Participant: row.Participant.Id), new(row.Participant.Id, phase, step), StepStatus.Reported, row[phase, step].Version));
    }
}
