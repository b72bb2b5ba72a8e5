using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Steps;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>What the rules refuse, as problem documents: the sort of refusal is the status, the rule's key the <c>code</c>.</summary>
internal static class RefusalProblems
{
    /// <summary>A rule refuses.</summary>
    public static ProblemHttpResult Of(Refusal refusal, Texts texts, params ReadOnlySpan<(string Name, object? Value)> more) => Of(
        refusal.Kind switch
        {
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Stale => StatusCodes.Status409Conflict,
            RefusalKind.Rule => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status503ServiceUnavailable,
        }, refusal.Message.Code, texts.Say(refusal.Message), texts, more);

    /// <summary>A problem of any status.</summary>
    public static ProblemHttpResult Of(int status, string code, string detail, Texts texts, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        foreach (var (name, value) in more) extensions[name] = value;
        return TypedResults.Problem(title: texts["query.title"], statusCode: status, detail: detail, extensions: extensions);
    }

    /// <summary>The body cannot be read.</summary>
    /// <param name="at">Where in it.</param>
    /// <param name="texts">The words.</param>
    /// <param name="expected">What is expected there.</param>
    public static ProblemHttpResult Unreadable(string at, Texts texts, params ReadOnlySpan<string> expected) =>
        Problems.Of(new(at, "body", "", [.. expected], NotFound: false), texts);

    /// <summary>A part of the path is no such thing.</summary>
    public static ProblemHttpResult Unknown(string parameter, string value, IEnumerable<string> choices, Texts texts) =>
        Problems.Of(new QueryMistake(parameter, "unknown", value, [.. choices], NotFound: true), texts);
}
