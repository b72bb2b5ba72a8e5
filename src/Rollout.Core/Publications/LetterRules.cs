using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;

namespace Rollout.Core.Publications;

/// <summary>What number and date a letter may bear.</summary>
public static class LetterRules
{
    /// <summary>The longest number, in characters.</summary>
    public const int Longest = 60;

    /// <summary>
    /// The earliest date: a letter is dated when its signer has approved it, and cannot tell what was not known yet on its day. Approval follows
    /// submission, and that the state that is told.
    /// </summary>
    public static DateOnly Earliest(Publication publication) => HanoiTime.DayOf(publication.ApprovedAt ?? publication.Since);

    /// <summary>What is wrong with number and date; null when nothing is.</summary>
    internal static Refusal? Check(Publication publication, PublicationCommand.IssueLetter issue, PublicationFacts facts)
    {
        var number = Clean(issue.Number);
        if (number.Length == 0) return Refusal.Rule("publication.number");
        if (number.Length > Longest || number.Any(char.IsControl)) return Refusal.Rule("publication.numberLong", $"{Longest}");
        if (issue.Date > HanoiTime.DayOf(facts.Now)) return Refusal.Rule("publication.dateFuture", Day(HanoiTime.DayOf(facts.Now)));
        if (issue.Date < Earliest(publication)) return Refusal.Rule("publication.dateEarly", Day(Earliest(publication)));
        var same = facts.All.FirstOrDefault(p => p.Id != publication.Id && p.Letter is { } l && l.Date.Year == issue.Date.Year && string.Equals(l.Number, number, StringComparison.OrdinalIgnoreCase));
        if (same is not null) return Refusal.Rule("publication.numberUsed", number, $"{issue.Date.Year}", $"{same.Id}");
        return PlanRules.Superseding(publication.Id, publication.Plan.Supersedes, facts);
    }

    /// <summary>The number as it is kept.</summary>
    internal static string Clean(string? number) => number?.Trim() ?? "";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
