using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Probing;
using Rollout.Simulator;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Jobs;
using Rollout.Web.Logging;
using Rollout.Web.Settings;

namespace Rollout.Web.Demo;

/// <summary>
/// The simulated country, the only place that knows the Simulator: imports the published states, starts 63 provinces on loopback sockets,
/// hands their addresses to the prober as they come, and lets simulated people report and confirm through the one path.
/// </summary>
internal sealed class DemoCountry(
    ProgrammeCatalog catalog, BoardStore boards, BaselineImport import, StepRecorder recorder, Targets targets, ProbingOptions probing, StorageOptions storage,
    RolloutSettings settings, DomainClock clock, TimeProvider time, ILogger<DemoCountry> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var scenario = DemoScenario.Read(settings);
        var item = catalog.All[0];
        if (boards.Current.Seq == 0) await ImportAsync(item, stoppingToken);
        await using var country = await SimulatedCountry.StartAsync(scenario, () => clock.Now, stoppingToken);
        probing.TrustedRoots!.Add(country.CertificateAuthority);
        await File.WriteAllTextAsync(Path.Combine(storage.Folder, ProbingServices.TrustedRootsFile), country.CertificateAuthority.ExportCertificatePem(), stoppingToken);
        Log.DemoStarted(log, clock.Beginning, clock.Speed);

        var addresses = new Queue<SimulatedAddress>(country.Addresses.OrderBy(a => a.From));
        var people = new Queue<PersonEvent>(country.People.Where(p => p.At >= clock.Beginning));
        using var timer = new PeriodicTimer(Tick, time);
        try
        {
            do
            {
                await HandOutAsync(item, addresses, stoppingToken);
                while (people.TryPeek(out var next) && next.At <= clock.Now) await ActAsync(item, people.Dequeue(), stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops, and the country with it.
        }
    }

    private async Task ImportAsync(ProgrammeCatalog.Item item, CancellationToken ct)
    {
        foreach (var source in item.Programme.Baselines)
            await import.RunAsync(item, source, DataFiles.Baseline(DataFiles.Folder, item.Programme.Key, source.File), ct);
    }

    private async Task HandOutAsync(ProgrammeCatalog.Item item, Queue<SimulatedAddress> addresses, CancellationToken ct)
    {
        var due = new List<(string, ParticipantId, string, string, Uri)>();
        while (addresses.TryPeek(out var next) && next.From <= clock.Now)
        {
            var a = addresses.Dequeue();
            due.Add((item.Programme.Key, item.Participants.IdOf(a.Participant), a.Environment, a.Role, a.Url));
        }
        targets.Put(due);
        // Whoever hands in its addresses agrees that they are looked at.
        var asked = due.Select(d => d.Item2).Distinct().Where(id => boards.Of(item.Programme.Key)[id].Probing is null).ToList();
        if (asked.Count == 0) return;
        await recorder.RecordAllAsync(item.Programme.Key, asked.ConvertAll(StepCommand (id) => SimulatedPeople.Agrees(id)), ct);
    }

    private async Task ActAsync(ProgrammeCatalog.Item item, PersonEvent person, CancellationToken ct)
    {
        var board = boards.Of(item.Programme.Key);
        if (SimulatedPeople.Command(item, board, person) is not { } command) return;
        var recorded = await recorder.RecordAsync(item.Programme.Key, command, ct);
        // A probe may have been faster than the person: the product refuses, the person shrugs.
        if (recorded.Refusal is { } refusal) Log.PersonRefused(log, $"{command.GetType().Name} {person.Participant} {person.Environment} {person.Step}: {refusal.Message}");
    }
}
