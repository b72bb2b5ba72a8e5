using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Storage.Samples;
using Rollout.Web.Settings;

namespace Rollout.Web.Demo;

/// <summary>Who supplies whose software in the simulated country: invented names, from a file beside the scenario. What people have said since stays.</summary>
internal sealed class DemoVendors(ProgrammeCatalog catalog, VendorBook vendors) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first page goes first.
        await Task.Yield();
        var (programme, participants) = catalog.All[0];
        var file = Path.Combine(DataFiles.Folder, "scenarios", $"vendors-{participants.Key}.csv");
        if (!File.Exists(file) || vendors.All(programme.Key).Count > 0) return;
        vendors.Fill(programme.Key, Read(await File.ReadAllLinesAsync(file, stoppingToken), participants), "demo");
    }

    private static IEnumerable<KeyValuePair<ParticipantId, string>> Read(IEnumerable<string> lines, ParticipantSet participants) =>
        lines.Skip(1).Select(l => l.Split(',', 2)).Where(p => p.Length == 2).Select(p => KeyValuePair.Create(participants.IdOf(p[0]), p[1]));
}
