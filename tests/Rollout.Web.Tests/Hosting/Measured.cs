using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Programmes;
using Rollout.Web.Settings;

namespace Rollout.Web.Tests.Hosting;

/// <summary>The programme that measures: six provinces with a share, 28 of which nobody has one.</summary>
internal static class Measured
{
    public const string Key = "dong-bo-2025";
    public const string Share = "chua-nhan-trang-thai";
    public const string Autumn = "2025-07-01..2025-10-28";
    public const string Root = $"/api/v1/programmes/{Key}";
    public const string Place = $"{Root}/measures";
    public const string CaMau = "provinces-34/96";

    /// <summary>Imports what the programme starts from.</summary>
    public static async Task ImportAsync(RunningServer server)
    {
        var item = server.Services.GetRequiredService<ProgrammeCatalog>().Find(Key)!;
        foreach (var source in item.Programme.Baselines)
        {
            var outcome = await server.Services.GetRequiredService<BaselineImport>().RunAsync(
                item, source, DataFiles.Baseline(Repository.Data(), Key, source.File), TestContext.Current.CancellationToken);
            Assert.Empty(outcome.Mistakes);
        }
    }

    /// <summary>A figure as another system sends it.</summary>
    public static string Figure(string code, string value, int version = 0, string? note = null, string to = "2025-10-28") =>
        $$"""{ "code": "{{code}}", "from": "2025-07-01", "to": "{{to}}", "value": {{value}}, "version": {{version}}{{(note is null ? "" : $", \"note\": \"{note}\"")}} }""";
}
