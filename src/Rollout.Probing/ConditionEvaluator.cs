using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Rollout.Core.Programmes;

namespace Rollout.Probing;

/// <summary>Decides conditions on what was seen. What is not there equals nothing and differs from everything.</summary>
internal static class ConditionEvaluator
{
    /// <summary>Patterns run over other people's text.</summary>
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(250);

    /// <summary>What holds for an HTTP answer when the programme says nothing.</summary>
    private static readonly ImmutableArray<Condition> Success =
    [
        new(ConditionSubject.Status, "", ">=", "200", "200 ≤ status ≤ 299"),
        new(ConditionSubject.Status, "", "<=", "299", "200 ≤ status ≤ 299"),
    ];

    /// <summary>The first condition that does not hold; null when all do.</summary>
    public static Trouble? Evaluate(ImmutableArray<Condition> conditions, Observation seen)
    {
        foreach (var condition in conditions)
            if (Check(condition, seen) is { } trouble) return trouble;
        return null;
    }

    /// <summary>Whether the answer is a success by HTTP's own word.</summary>
    public static Trouble? EvaluateSuccess(Observation seen) => Evaluate(Success, seen);

    private static Trouble? Check(Condition condition, Observation seen)
    {
        if (!seen.Shows(condition.Subject)) return new(FaultCodes.SelfCondition, condition.Source);
        var value = seen.Of(condition);
        try
        {
            return Holds(condition, value) ? null : new(CodeOf(condition.Subject), $"{condition.Source} → {Excerpt.Of(value.Text)}");
        }
        catch (RegexMatchTimeoutException)
        {
            return new(FaultCodes.SelfCondition, condition.Source);
        }
        catch (RegexParseException)
        {
            return new(FaultCodes.SelfCondition, condition.Source);
        }
    }

    private static bool Holds(Condition condition, SeenValue seen) => condition.Operator switch
    {
        "==" => Same(condition.Value, seen),
        "!=" => !Same(condition.Value, seen),
        "contains" => seen.Text?.Contains(condition.Value, StringComparison.Ordinal) == true,
        "matches" => seen.Text is not null && Regex.IsMatch(seen.Text, condition.Value, RegexOptions.CultureInvariant, PatternTime),
        _ => (seen.Number ?? Number(seen.Text)) is { } left && Number(condition.Value) is { } right
            && Ordered(condition.Operator, left.CompareTo(right)),
    };

    private static bool Same(string wanted, SeenValue seen) =>
        seen.Number is { } left && Number(wanted) is { } right ? left.Equals(right) : string.Equals(seen.Text, wanted, StringComparison.Ordinal);

    private static bool Ordered(string comparison, int order) => comparison switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        ">=" => order >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "No such operator in the grammar of conditions"),
    };

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string CodeOf(ConditionSubject subject) => subject switch
    {
        ConditionSubject.Status => FaultCodes.ConditionStatus,
        ConditionSubject.Latency => FaultCodes.ConditionLatency,
        ConditionSubject.Header => FaultCodes.ConditionHeader,
        ConditionSubject.Json => FaultCodes.ConditionJson,
        ConditionSubject.Body => FaultCodes.ConditionBody,
        _ => FaultCodes.ConditionCertificate,
    };
}
