using System.Globalization;
using Rollout.Core.Programmes;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Resources;

namespace Rollout.Web.Acting;

/// <summary>A refusal as a person reads it: the keys in it (phases, agencies, statuses, instants) become the words they stand for.</summary>
public static class RefusalWords
{
    /// <summary>The sentence.</summary>
    public static string Of(Texts texts, Programme programme, Refusal refusal) => texts.Say(
        new Message(refusal.Message.Code, [.. refusal.Message.Arguments.Select(a => string.Join(", ", a.Split(", ").Select(key => Word(texts, programme, key))))]));

    private static string Word(Texts texts, Programme programme, string key)
    {
        if (programme.FindPhase(key) is { } phase) return Texts.Of(phase.Short);
        if (key == StepDefinition.Participant) return Texts.Of(programme.ParticipantWord).ToLower(CultureInfo.CurrentCulture);
        if (programme.FindOrganisation(key) is { } agency) return Texts.Of(agency.Names[^1].Short);
        if (programme.BlockerKinds.FirstOrDefault(k => k.Key == key).Value is { } kind) return Texts.Of(kind);
        if (Words.Find<StepStatus>(key) is { } status) return texts[StateKeys.Of(status)];
        if (Words.Find<PublicationState>(key) is not null) return texts[$"publication.state.{key}"];
        return DateTimeOffset.TryParseExact(key, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? Texts.Moment(instant) : key;
    }
}
