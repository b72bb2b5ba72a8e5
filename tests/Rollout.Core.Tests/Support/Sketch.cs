using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Support;

/// <summary>A programme of one step, for rules that the real one does not need.</summary>
internal static class Sketch
{
    public static readonly Participant Participant = new(new("boats", "1"), "Boat", "boat", "", [], null);

    public static Programme Programme(params string[] step) => ProgrammeYaml.Read("sketch.yaml", Yaml(step), ["boats"]).Programme!;

    public static ParticipantProgress Row(Programme programme) => new(programme, Participant);

    /// <summary>The programme's text with lines of its step.</summary>
    public static string Yaml(params string[] step) =>
        $$"""
        key: sketch
        title: Sketch
        lead: land
        participants: boats
        participantWord: Boat
        organisations:
          - { key: land, names: [{ full: Land, short: L }] }
          - { key: sea, names: [{ full: Sea, short: S }] }
        systems: [{ key: radio, title: Radio, owner: sea }]
        phases: [{ key: trial, title: Trial }]
        parts:
          - key: "1"
            title: Part
            system: radio
            steps:
              - key: "1"
                title: Step
        {{string.Join('\n', step.Select(line => "        " + line))}}
        probes: [{ key: ping, kind: tcp, role: radio }]
        statusLists: [{ number: 1, title: Completed, where: { radio: completed } }]
        appendix: { name: A, title: T, issuedWith: I, columns: [a, b, c, d] }
        blockerKinds: { staff: Staff }
        """;
}
