using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Probing;
using Rollout.Storage.Accounts;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Web.Accounts;
using Rollout.Web.Jobs;

namespace Rollout.Web.Acting;

/// <summary>A participant's addresses as people read and write them: all or nothing, every mistake named, every change in the security log.</summary>
public sealed class AddressBook(Targets targets, ProbeSweep sweep, ProbingOptions probing, SecurityLog log, BoardStore boards, StepRecorder recorder)
{
    private const string Kind = "endpoints";
    private readonly AddressGuard _guard = new(probing.AllowLoopback);

    /// <summary>The addresses in the order of the programme's phases and probes.</summary>
    public ImmutableArray<ProbeTarget> Of(Programme programme, ParticipantId participant)
    {
        targets.Refresh();
        var roles = TargetRules.Roles(programme);
        return [.. targets.Of(programme.Key, participant).OrderBy(t => programme.PhaseIndex(t.Phase)).ThenBy(t => roles.IndexOf(t.Role))];
    }

    /// <summary>Replaces the addresses, unless something is wrong with one of them. Whether the person may is asked before.</summary>
    /// <param name="person">Who asks, as the accounts have them now.</param>
    /// <param name="programme">Whose probes ask.</param>
    /// <param name="participant">Whose addresses.</param>
    /// <param name="list">All of them.</param>
    /// <param name="from">Where the request came from; empty in a circuit.</param>
    /// <param name="ct">Gives up before anything is changed.</param>
    /// <returns>Every mistake; none when the list is taken.</returns>
    public async Task<ImmutableArray<TargetMistake>> ReplaceAsync(
        Person person, Programme programme, ParticipantId participant, IReadOnlyList<TargetWish> list, string from, CancellationToken ct)
    {
        var mistakes = TargetRules.Check(programme, list, _guard.Allows);
        if (!mistakes.IsEmpty) return mistakes;
        ct.ThrowIfCancellationRequested();
        var before = Lines(targets.Of(programme.Key, participant));
        targets.Replace(programme.Key, participant, [.. list.Select(w => (w.Phase, w.Role, new Uri(w.Url)))]);
        var after = Lines(targets.Of(programme.Key, participant));
        var changes = after.Except(before).Select(l => $"+ {l}").Concat(before.Except(after).Select(l => $"- {l}")).ToList();
        await ConsentAsync(person, programme, participant, after.Count);
        if (changes.Count == 0) return [];
        log.Write(Kind, $"{programme.Key} {participant}", person.Name, from, string.Join("; ", changes));
        // What has begun is ended, even when whoever asked goes away.
        await sweep.JudgeAsync(programme, participant, CancellationToken.None);
        return [];
    }

    /// <summary>Whoever gives the addresses of its own to be probed and has said nothing else agrees to it; the page says so beside the button.</summary>
    private async Task ConsentAsync(Person person, Programme programme, ParticipantId participant, int addresses)
    {
        if (addresses == 0 || boards.Of(programme.Key)[participant].Probing is not null) return;
        var actor = person.ActorFor(programme, participant);
        if (actor.Kind != ActorKind.Participant || actor.Participant != participant) return;
        await recorder.RecordAsync(programme.Key, new StepCommand.SetProbing(actor, participant, ProbingConsent.Agreed, null), CancellationToken.None);
    }

    private static List<string> Lines(ImmutableArray<ProbeTarget> all) => [.. all.Select(t => $"{t.Phase} {t.Role} {t.Url}")];
}
