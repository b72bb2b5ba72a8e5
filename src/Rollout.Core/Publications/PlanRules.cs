using Rollout.Core.Steps;

namespace Rollout.Core.Publications;

/// <summary>What a plan may say.</summary>
public static class PlanRules
{
    /// <summary>The longest title of an added row and the longest note, in characters.</summary>
    public const int Longest = 500;

    /// <summary>The most notes.</summary>
    public const int MostRemarks = 10;

    /// <summary>What is wrong with a plan; null when nothing is.</summary>
    internal static Refusal? Check(long? id, PublicationPlan plan, PublicationFacts facts)
    {
        if (facts.Programme.FindPhase(plan.Phase) is null) return Refusal.Rule("publication.phase", plan.Phase, string.Join(", ", facts.Programme.Phases.Select(p => p.Key)));
        if (plan.AsOf > facts.Now) return Refusal.Rule("publication.future");
        foreach (var placing in plan.Placings)
        {
            if (!facts.Programme.Systems.Any(s => s.Key == placing.SystemKey) && facts.Programme.FindStep(placing.SystemKey) is null) return Refusal.Rule("publication.system", placing.SystemKey);
            if (Wrong(placing.Text)) return Refusal.Rule("publication.placing", placing.Code, $"{Longest}");
        }
        if (plan.Placings.GroupBy(p => (p.SystemKey, p.Code)).FirstOrDefault(g => g.Count() > 1) is { } twice) return Refusal.Rule("publication.placedTwice", twice.Key.Code);
        if (plan.Remarks.Count > MostRemarks || plan.Remarks.Any(Wrong)) return Refusal.Rule("publication.remark", $"{MostRemarks}", $"{Longest}");
        return Superseding(id, plan.Supersedes, facts);
    }

    /// <summary>The plan without what nobody sees.</summary>
    internal static PublicationPlan Clean(PublicationPlan plan) => plan with
    {
        AsOf = plan.AsOf is { } asOf ? Calendar.HanoiTime.Local(asOf) : null,
        Placings = [.. plan.Placings.Select(p => p with { Text = p.Text.Trim() })],
        Remarks = [.. plan.Remarks.Select(r => r.Trim())],
    };

    /// <summary>Only what is in force can be replaced.</summary>
    internal static Refusal? Superseding(long? id, long? supersedes, PublicationFacts facts) =>
        supersedes is not { } before || (before != id && facts.All.Any(p => p.Id == before && p.State == PublicationState.Issued))
            ? null : Refusal.Rule("publication.supersedes", $"{before}");

    private static bool Wrong(string text) => string.IsNullOrWhiteSpace(text) || text.Length > Longest || text.Any(char.IsControl);
}
