using Microsoft.Extensions.Logging;
using Rollout.Core.Participants;

namespace Rollout.Probing;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Check {Probe} of {Participant} in {Phase} broke")]
    public static partial void ProbeBroke(this ILogger logger, Exception exception, string probe, ParticipantId participant, string phase);

    [LoggerMessage(2, LogLevel.Warning, "Reference {Reference} is out of reach: {Code} {Detail}")]
    public static partial void ReferenceUnreachable(this ILogger logger, Uri reference, string code, string detail);

    [LoggerMessage(3, LogLevel.Warning, "The made-up dossier of {Participant} in {Phase} could not be removed: {Reason}")]
    public static partial void DossierLeft(this ILogger logger, ParticipantId participant, string phase, string reason);
}
