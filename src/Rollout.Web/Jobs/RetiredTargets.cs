using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;
using Rollout.Storage.Time;

namespace Rollout.Web.Jobs;

/// <summary>
/// Whose addresses are not looked at any more, since their participant was joined with others or their programme is closed.
/// <c>Probing:KeepTakenOver</c> goes on looking at those who were joined, while their systems still run.
/// </summary>
public sealed class RetiredTargets(ProgrammeCatalog catalog, DomainClock clock, IConfiguration configuration)
{
    private readonly bool _keep = configuration.GetValue("Probing:KeepTakenOver", defaultValue: false);

    /// <summary>Whether a participant's addresses have retired by now.</summary>
    public bool Has(Programme programme, ParticipantId participant) =>
        Retirement.Of(programme, participant, _keep ? [] : catalog.Lineages, HanoiTime.DayOf(clock.Now));
}
