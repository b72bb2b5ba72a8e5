using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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

    /// <summary>The first condition that does not hold; null when all do. What decided is in the observation's evidence.</summary>
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
        try
        {
            return condition.Subject == ConditionSubject.Body ? CheckBody(condition, seen) : CheckValue(condition, seen);
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

    private static Trouble? CheckValue(Condition condition, Observation seen)
    {
        var value = seen.Of(condition);
        var holds = Holds(condition, value);
        if (!holds) seen.SaidPart.Clear();
        if (condition.Path.Length > 0 && value.Text is not null) seen.SaidPart.Value(condition.Path, value.Text);
        return holds ? null : Unmet(condition, value.Text);
    }

    /// <summary>A body is long: what can be found among its bytes is not decoded.</summary>
    private static Trouble? CheckBody(Condition condition, Observation seen)
    {
        if (condition.Operator == "contains" && BodyText.IsUtf8(seen.Charset))
        {
            var wanted = Encoding.UTF8.GetBytes(condition.Value);
            var at = seen.Body.Span.IndexOf(wanted);
            if (at >= 0) seen.SaidPart.Place(at, wanted.Length);
            else seen.SaidPart.Clear();
            return at >= 0 ? null : Unmet(condition, seen.SaidPart.ToString());
        }
        if (Holds(condition, new(BodyText.Of(seen.Body, seen.Charset), null))) return null;
        seen.SaidPart.Clear();
        return Unmet(condition, seen.SaidPart.ToString());
    }

    private static Trouble Unmet(Condition condition, string? seen) => new(CodeOf(condition.Subject), $"{condition.Source} → {Excerpt.Of(seen)}");

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
