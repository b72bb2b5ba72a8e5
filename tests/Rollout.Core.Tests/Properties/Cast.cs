using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Properties;

/// <summary>Actors of all kinds, chosen for a cell by number: those whose turn it is come up most.</summary>
internal static class Cast
{
    /// <summary>How many numbers there are.</summary>
    public const int Size = 12;

    /// <summary>The actor that a number means at a step: 0–2 its participant, 3–6 its confirmers, 7–8 the monitor, then those who may not.</summary>
    public static Actor Of(int who, StepDefinition step, ParticipantId participant, Programme programme)
    {
        var confirmers = step.Settlement.MayConfirm;
        return who switch
        {
            <= 2 => new(ActorKind.Participant, "contact", Participant: participant, Office: "Sở Tư pháp"),
            <= 6 => Agency(confirmers[who % confirmers.Length], who % 2 == 0 ? "first" : "second"),
            <= 8 => new(ActorKind.Monitor, "monitor", programme.Lead),
            9 => Agency(programme.Organisations[participant.Code.Length % programme.Organisations.Length].Key, "first"),
            10 => new(ActorKind.Participant, "stranger", Participant: participant with { Code = participant.Code == "92" ? "94" : "92" }),
            _ => new(participant.Code == "92" ? ActorKind.Administrator : ActorKind.Reader, "onlooker", programme.Lead),
        };
    }

    public static Actor Agency(string key, string name) => new(ActorKind.Agency, $"{key}.{name}", key);
}
