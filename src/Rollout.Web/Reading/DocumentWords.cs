using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Web.Resources;

namespace Rollout.Web.Reading;

/// <summary>Lends documents the words that pages use.</summary>
internal static class DocumentWords
{
    /// <summary>The words, agencies by the names they bear on a day.</summary>
    public static ReportWords Of(Texts texts, Programme programme, DateTimeOffset asOf) => new(
        (cell, known) => texts[StateKeys.Of(cell, known)],
        basis => texts[StateKeys.Of(basis)],
        (status, assumed) => texts[StateKeys.Of(status, assumed)],
        kind => texts[StateKeys.Of(kind)],
        owner => owner == StepDefinition.Participant ? Texts.Of(programme.ParticipantWord)
            : programme.FindOrganisation(owner) is { } agency ? Texts.Of(agency.NameOn(HanoiTime.DayOf(asOf)).Short) : owner);
}
