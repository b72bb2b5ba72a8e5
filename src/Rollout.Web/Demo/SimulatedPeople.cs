using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Simulator;

namespace Rollout.Web.Demo;

/// <summary>What simulated people want, in the words of the product.</summary>
internal static class SimulatedPeople
{
    public static StepCommand? Command(ProgrammeCatalog.Item item, Board board, PersonEvent person)
    {
        var id = item.Participants.IdOf(person.Participant);
        var actor = ActorOf(item.Programme, id, person.Actor);
        if (person.Action is "openService" or "interruptService")
        {
            var agency = item.Programme.Service is { } service ? ActorOf(item.Programme, id, service.SetBy) : actor;
            return new StepCommand.SetService(agency, id, person.Action == "openService" ? ServiceState.Open : ServiceState.Interrupted, null, person.Note ?? person.Action);
        }
        if (board.Find(person.Participant) is not { } row || item.Programme.CellIndex(person.Environment, person.Step) < 0) return null;
        var cell = row[person.Environment, person.Step];
        StepStatus? to = person.Action switch
        {
            "start" or "return" => StepStatus.InProgress,
            "report" => StepStatus.Reported,
            "confirm" => StepStatus.Done,
            "block" => StepStatus.Blocked,
            "unblock" => cell.Blocker?.From,
            _ => null,
        };
        return to is null ? null : new StepCommand.Change(actor, new(id, person.Environment, person.Step), to.Value, cell.Version)
        {
            Note = person.Note,
            BlockedOn = person.BlockedOn,
            BlockedKind = person.BlockedKind,
        };
    }

    /// <summary>A participant lets its addresses be looked at.</summary>
    public static StepCommand Agrees(ParticipantId id) =>
        new StepCommand.SetProbing(new(ActorKind.Participant, $"demo-{id.Code}", null, id), id, ProbingConsent.Agreed, null);

    private static Actor ActorOf(Programme programme, ParticipantId id, string who) =>
        who == StepDefinition.Participant ? new(ActorKind.Participant, $"demo-{id.Code}", null, id)
        : who == programme.Lead ? new(ActorKind.Monitor, $"demo-{who}", who)
        : new(ActorKind.Agency, $"demo-{who}", who);
}
