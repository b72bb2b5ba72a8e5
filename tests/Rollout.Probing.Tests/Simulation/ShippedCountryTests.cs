using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests.Simulation;

/// <summary>The shipped programme's own probes look at the shipped country: two files that must agree.</summary>
public sealed class ShippedCountryTests
{
    private static readonly Programme Programme =
        ProgrammeYaml.Read("lien-thong.yaml", ScenarioFiles.ProgrammeText, ["provinces-63"]).Programme!;

    [Fact]
    public async Task Who_was_done_before_passes_every_probe_and_dossiers_come_back_in_test_alone()
    {
        await using var country = await TryCountry.StartAsync(ScenarioFiles.LienThongText);
        country.At(ScenarioFiles.LienThong.Start);

        var results = await LookAsync(country, participant => participant == AppendixOne.DoneWithAll);

        Assert.All(results, result => Assert.Null(result.Fault));
        Assert.Equal(Programme.Probes.Sum(probe => probe.Phases.Length), results.Count);
        Assert.Equal(
            ["dossier-arrives", "dossier-returned", "dossier-synchronised"],
            results.Where(result => result.Target.Role == "dossier").Select(result => result.Probe).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Registry_that_forgets_every_gateway_shows_at_all_of_them()
    {
        await using var country = await TryCountry.StartAsync(ScenarioFiles.LienThongText);
        var during = new DateTimeOffset(2024, 9, 19, 3, 0, 0, TimeSpan.FromHours(7));
        country.At(during);
        var timeline = country.Country.Timeline;
        var sick = timeline.Plans.Where(plan => plan.AddressFaultAt(during) is not null).Select(plan => (plan.Participant, plan.Environment)).ToHashSet();

        var results = await LookAsync(country, participant => true, "gateway");

        var seen = results.Where(result => timeline.PlanOf(result.Target.Participant.Code, result.Target.Phase).IsUp("gateway", during)
            && !sick.Contains((result.Target.Participant.Code, result.Target.Phase))).ToList();
        Assert.InRange(seen.Count, 12, 126);
        Assert.All(seen, result => Assert.Equal((FaultOwner.ParticipantGateway, FaultCodes.XRoadUnknownMember), (result.Fault?.Owner, result.Fault?.Code)));
    }

    [Fact]
    public async Task Dossiers_that_the_platform_holds_are_nobody_elses()
    {
        await using var country = await TryCountry.StartAsync(ScenarioFiles.LienThongText);
        country.At(new(2024, 11, 12, 20, 0, 0, TimeSpan.FromHours(7)));

        var results = await LookAsync(country, participant => participant == AppendixOne.DoneWithAll, "dossier");

        Assert.Equal(
            [("dossier-arrives", null, null), ("dossier-returned", "ndxp", FaultCodes.DossierNotSynchronised), ("dossier-synchronised", "ndxp", FaultCodes.DossierNotSynchronised)],
            results.OrderBy(result => result.Probe, StringComparer.Ordinal).Select(result => (result.Probe, result.Fault?.Owner, result.Fault?.Code)));
    }

    private static async Task<List<ProbeResult>> LookAsync(TryCountry country, Func<string, bool> who, string? role = null)
    {
        var options = new ProbingOptions { AllowLoopback = true, TrustedRoots = [country.Country.CertificateAuthority] };
        using var probes = new ProbesByKind(options, TimeProvider.System);
        var runner = new ProbeRunner(probes, options, name => name, () => DateTimeOffset.UnixEpoch, NullLogger<ProbeRunner>.Instance);
        var orders =
            from address in country.Country.Addresses
            where who(address.Participant) && (role ?? address.Role) == address.Role
            let target = new ProbeTarget(1, Programme.Key, new("provinces-63", address.Participant), address.Environment, address.Role, address.Url)
            from probe in Programme.Probes
            where probe.Role == address.Role && probe.Phases.Contains(address.Environment)
            select new ProbeOrder(probe, target, EverPassed: true);
        var results = new ConcurrentQueue<ProbeResult>();
        await runner.RunAsync([.. orders], urgent: false, (result, _) =>
        {
            results.Enqueue(result);
            return ValueTask.CompletedTask;
        }, Given.Token);
        return [.. results];
    }
}
