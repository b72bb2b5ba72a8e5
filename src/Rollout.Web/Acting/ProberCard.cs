using Rollout.Core.Programmes;
using Rollout.Probing;
using Rollout.Web.Jobs;

namespace Rollout.Web.Acting;

/// <summary>How the prober shows itself to a participant: what its operators need to find it in their logs and to let it in.</summary>
public sealed class ProberCard(ProbingOptions options, SweepSettings sweeps)
{
    /// <summary>How it introduces itself.</summary>
    public string UserAgent => options.UserAgent;

    /// <summary>From which address it calls; null when the installation has not said so.</summary>
    public string? SourceAddress => options.SourceAddress;

    /// <summary>How often it looks at a programme's addresses.</summary>
    public TimeSpan Every(Programme programme) => sweeps.Intervals(programme).FirstOrDefault();
}
