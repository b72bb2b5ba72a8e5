using System.Data.Common;
using System.Security.Claims;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;

namespace Rollout.Web.Acting;

/// <summary>
/// Where people's commands come in, from a page's circuit and from the API alike: asks once more who it is, then lets the rules decide.
/// Hiding a button is no permission; this is.
/// </summary>
public sealed class Desk(LiveAccess access, ProgrammeCatalog catalog, StepRecorder recorder, RolloutDatabase database)
{
    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 4000;

    /// <summary>Records what somebody wants, or says why not.</summary>
    /// <param name="user">Who says to want it.</param>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="participant">Whose row.</param>
    /// <param name="command">The command of an actor.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task<Recorded> ActAsync(ClaimsPrincipal? user, string programme, ParticipantId participant, Func<Actor, StepCommand> command, CancellationToken ct)
    {
        try
        {
            return await DecideAsync(user, programme, participant, command, ct);
        }
        catch (DbException e) when (database.Refuse(e) is { } refusal)
        {
            // Already asking who it is needs the database: what was typed stays where it is.
            return Refused(refusal);
        }
    }

    private async Task<Recorded> DecideAsync(ClaimsPrincipal? user, string programme, ParticipantId participant, Func<Actor, StepCommand> command, CancellationToken ct)
    {
        if (access.Now(user) is not { } person) return Refused(Refusal.Forbidden("actor.signIn"));
        var rules = catalog.Find(programme)!.Programme;
        if (!person.Mandate.MayRead(rules, participant)) return Refused(Refusal.Forbidden("actor.mayNotSee"));
        var wanted = command(person.ActorFor(rules, participant));
        return Unfit(wanted) is { } refusal ? Refused(refusal) : await recorder.RecordAsync(programme, wanted, ct);
    }

    private static Refusal? Unfit(StepCommand command) =>
        command.Written?.Length > LongestNote ? Refusal.Rule("note.tooLong", $"{LongestNote}", $"{command.Written.Length}") : null;

    private static Recorded Refused(Refusal refusal) => new([], refusal);
}
