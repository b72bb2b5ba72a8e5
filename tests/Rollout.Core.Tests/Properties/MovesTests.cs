using FsCheck;
using FsCheck.Fluent;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Properties;

/// <summary>A property is worth what its stories reach: these, always the same, must reach everything that the rules tell apart.</summary>
public sealed class MovesTests
{
    private static readonly Story[] Stories = [.. Gen.Sample(Moves.Stories.Generator, 120, new Rnd(2122UL), 300).Select(Story.Of)];

    [Fact]
    public void Stories_reach_every_kind_of_event_status_and_basis()
    {
        var events = Stories.SelectMany(s => s.Entries).Select(e => e.Event).ToList();
        Assert.Equal(6, events.Select(e => e.GetType()).Distinct().Count());
        Assert.Equal(5, events.OfType<StepEvent.StatusChanged>().Select(e => e.To).Distinct().Count());
        Assert.Equal(5, events.OfType<StepEvent.StatusChanged>().Select(e => e.Basis).Distinct().Count());
        Assert.Equal(4, events.OfType<StepEvent.VerificationChanged>().Select(e => e.To).Distinct().Count());
    }

    [Fact]
    public void Stories_are_refused_by_every_rule_that_commands_can_break()
    {
        var codes = Stories.SelectMany(s => s.Told).Select(t => t.Decision).OfType<Decision.Refused>().Select(r => r.Refusal.Message.Code)
            .ToHashSet();
        string[] expected =
        [
            "actor.notInvolved", "actor.noComment", "actor.notReporter", "actor.notConfirmer", "version.stale", "status.already", "status.blocked", "status.transition",
            "block.done", "note.required", "confirm.twice", "confirm.own", "confirm.probed", "gate.missing", "gate.document", "at.future",
            "at.beforeLast", "at.confirmation", "import.later", "service.setBy",
        ];
        Assert.Empty(expected.Except(codes));
    }

    [Fact]
    public void Stories_pass_the_gate_in_order_and_out_of_order_and_hold_late_entries()
    {
        var entries = Stories.SelectMany(s => s.Entries)
            .Where(e => e is { Phase: "production", Event: StepEvent.StatusChanged { To: StepStatus.Done } }).ToList();
        var production = entries.Select(e => (StepEvent.StatusChanged)e.Event).ToList();
        Assert.Contains(production, e => e.OutOfOrder);
        Assert.Contains(production, e => e.Basis == Basis.Confirmation);
        Assert.Contains(production, e => e.TakenOver);
        Assert.Contains(production, e => e.Basis == Basis.Probe);
        Assert.Contains(production, e => e.From == StepStatus.Blocked && e.Basis == Basis.Report);
        Assert.Contains(Stories, s => s.Entries.Zip(s.Entries.Skip(1)).Any(p => p.Second.At < p.First.At.AddDays(-1)));
        Assert.Contains(entries, e => e.Step is "3.1" or "3.2" or "3.3" && e.Event is StepEvent.StatusChanged { Basis: Basis.Confirmation });
    }
}
