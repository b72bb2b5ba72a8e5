using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Incidents;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;

namespace Rollout.Web.Tests.Hosting;

/// <summary>Targets and results as if the probes had looked, minute by minute until now.</summary>
internal static class Sightings
{
    public const string Programme = "lien-thong";
    public const string Set = "provinces-63";

    /// <summary>What only those who work with a participant may read.</summary>
    public const string Secret = "10.9.8.7";

    public static Fault Own { get; } = new(FaultOwner.ParticipantSystem, "condition.status", $"503 at {Secret}");

    public static Fault Central { get; } = new("ndxp", "xroad.ServiceFailed", $"behind {Secret}");

    /// <summary>Gives a participant a target.</summary>
    public static ProbeTarget Target(IServiceProvider services, string code, string role, string phase = "test", string url = "http://127.0.0.1:9/")
    {
        var targets = services.GetRequiredService<Targets>();
        targets.Put([(Programme, new(Set, code), phase, role, new Uri(url))]);
        return targets.Find(Programme, new(Set, code), phase, role)!;
    }

    /// <summary>Lets a target be seen: null is a pass; the last result is of now.</summary>
    public static Task SeeAsync(IServiceProvider services, ProbeTarget target, string probe, params Fault?[] faults) =>
        SeeAsync(services, target, probe, DateTimeOffset.UtcNow.AddDays(400), faults);

    /// <summary>As before, with the end of the certificate that was shown.</summary>
    public static async Task SeeAsync(IServiceProvider services, ProbeTarget target, string probe, DateTimeOffset certificateEnds, params Fault?[] faults)
    {
        var now = services.GetRequiredService<DomainClock>().Now;
        var samples = services.GetRequiredService<ProbeSamples>();
        foreach (var (i, fault) in faults.Index())
            await samples.AddAsync(
                new(target, probe, now.AddMinutes(i + 1 - faults.Length), fault, new(0.1, 1, 2, 3, 10 + i), $"{Secret}:443", certificateEnds) { Said = $"<p>{Secret}</p>" },
                TestContext.Current.CancellationToken);
        // They are written in batches, a moment later.
        var reader = services.GetRequiredService<SampleReader>();
        while (reader.Latest(target.Id, probe, faults.Length).Count < faults.Length) await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    /// <summary>A shared part fails for some.</summary>
    public static Incident Incident(IServiceProvider services, params string[] touched) => services.GetRequiredService<IncidentBook>().Begin(
        Programme, new("test", "ndxp"), "xroad.ServiceFailed", $"behind {Secret}", services.GetRequiredService<DomainClock>().Now.AddHours(-2), touched.Select(c => new ParticipantId(Set, c)));

    /// <summary>A participant says whether it may be looked at.</summary>
    public static async Task ConsentAsync(IServiceProvider services, string code, ProbingConsent consent = ProbingConsent.Agreed)
    {
        var id = new ParticipantId(Set, code);
        var recorded = await services.GetRequiredService<StepRecorder>().RecordAsync(
            Programme, new StepCommand.SetProbing(new(ActorKind.Participant, "thu", null, id), id, consent, "thu"), TestContext.Current.CancellationToken);
        Assert.Null(recorded.Refusal);
    }
}
