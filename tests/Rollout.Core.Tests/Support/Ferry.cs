using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Support;

/// <summary>
/// An invented programme without systems in which steps concern only some: 2 and 3 those for whom 1 is done, 4 all but Cove, 5 Alma and who
/// joins, 6 whom 5 concerns.
/// </summary>
internal static class Ferry
{
    public const string Yaml =
        """
        key: ferry
        title: Ferries of the coast
        lead: guild
        participants: harbours
        participantWord: Harbour
        organisations:
          - { key: guild, names: [{ full: Guild of pilots, short: GP }] }
        phases:
          - { key: spring, title: Spring }
          - { key: autumn, title: Autumn, after: spring }
        deadlines: { whole: { by: 2024-07-31 } }
        parts:
          - key: A
            title: Landing
            steps:
              - { key: "1", title: Build the pier, reports: participant, confirm: { any: [guild] } }
              - { key: "2", title: Light the pier, reports: participant, confirm: { any: [guild] }, applies: { after: "1" } }
              - { key: "3", title: Sell tickets, reports: participant, confirm: { any: [guild] }, applies: { after: "2" } }
          - key: B
            title: Ships
            steps:
              - { key: "4", title: Dredge, reports: participant, confirm: { any: [guild] }, applies: { except: [C] } }
              - { key: "5", title: Buy a ship, reports: participant, confirm: { any: [guild] }, applies: { participants: [A], open: true } }
              - { key: "6", title: Name the ship, reports: participant, confirm: { any: [guild] }, applies: { with: "5" } }
        statusLists:
          - { number: 1, title: Built, where: { steps: { "1": done } } }
          - { number: 2, title: Not built, where: { steps: { "1": notDone } } }
          - { number: 3, title: Built and dark, where: { steps: { "1": done, "2": [notStarted, inProgress, reported] } } }
          - { number: 4, title: Lit, where: { steps: { "2": done } } }
          - { number: 5, title: Held up, where: { steps: { "4": blocked } } }
        appendix: { name: Table, title: Harbours, issuedWith: (none), columns: [No., What, How many, Which] }
        blockerKinds: { software: Software }
        """;

    public static readonly Actor Guild = new(ActorKind.Agency, "guild.first", "guild");

    public static readonly Actor Monitor = new(ActorKind.Monitor, "monitor", "guild");

    public static Programme Programme { get; } = ProgrammeYaml.Read("ferry.yaml", Yaml, ["harbours"]) is { Programme: { } read } ? read : throw new InvalidDataException();

    public static Scribe Ledger(params ReadOnlySpan<string> covered)
    {
        var scribe = new Scribe(Programme, Lights.Harbours);
        foreach (var phase in covered) scribe.Covers(phase, Times.At("2024-01-01 00:00"));
        return scribe;
    }

    public static Actor Of(string code) => new(ActorKind.Participant, code, Participant: Id(code));

    public static ParticipantId Id(string code) => Lights.Harbours.Find(code)!.Id;

    /// <summary>What the rules say to somebody who wants a step to have a status.</summary>
    public static Decision Wants(this Scribe scribe, Actor actor, string code, string step, StepStatus to, string? note = null, string phase = "spring") =>
        scribe.Record(new StepCommand.Change(actor, new(Id(code), phase, step), to, scribe.Board.Find(code)![phase, step].Version) { Note = note }, Times.Now);
}
