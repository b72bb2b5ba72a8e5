using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Acting;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Refusals as problem documents (RFC 9457) with the rule's key in <c>code</c>.</summary>
internal static class Problems
{
    /// <summary>A query or path that is wrong: names the parameter and the choices.</summary>
    public static ProblemHttpResult Of(QueryMistake mistake, Texts texts) => TypedResults.Problem(
        title: texts["query.title"], statusCode: mistake.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
        detail: texts[$"query.{mistake.Code}", mistake.Parameter, mistake.Value, string.Join(", ", mistake.Choices)],
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["code"] = $"query.{mistake.Code}",
            ["parameter"] = mistake.Parameter,
            ["choices"] = mistake.Choices,
        });

    /// <summary>Nobody is signed in.</summary>
    public static ProblemHttpResult SignIn(Texts texts) => TypedResults.Problem(
        title: texts["query.signIn"], statusCode: StatusCodes.Status401Unauthorized,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "query.signIn" });

    /// <summary>Somebody is, but may not read this.</summary>
    public static ProblemHttpResult Forbidden(Texts texts) => TypedResults.Problem(
        title: texts["query.forbidden"], statusCode: StatusCodes.Status403Forbidden,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "query.forbidden" });

    /// <summary>A rule's refusal: who (403), another version (409, with the cell as it is), the rule itself (422), nothing can be written (503).</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="programme">The programme whose words it speaks.</param>
    /// <param name="texts">The words.</param>
    /// <param name="more">Further members of the document.</param>
    public static ProblemHttpResult Of(Refusal refusal, Programme programme, Texts texts, params ReadOnlySpan<(string Name, object? Value)> more) => Of(
        refusal.Kind switch
        {
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Stale => StatusCodes.Status409Conflict,
            RefusalKind.Rule => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status503ServiceUnavailable,
        },
        refusal.Message.Code, RefusalWords.Of(texts, programme, refusal), texts, more);

    /// <summary>A problem of any status.</summary>
    public static ProblemHttpResult Of(int status, string code, string detail, Texts texts, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        foreach (var (name, value) in more) extensions[name] = value;
        return TypedResults.Problem(title: texts["refusal.title"], statusCode: status, detail: detail, extensions: extensions);
    }

    /// <summary>The body is larger than is taken here.</summary>
    public static ProblemHttpResult TooLarge(long most, Texts texts) =>
        Of(StatusCodes.Status413PayloadTooLarge, "body.tooLarge", texts["say.body.tooLarge", Size(most)], texts, ("limit", most));

    /// <summary>A size as people read it.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{bytes / 1024} kB" : $"{bytes / 1024 / 1024} MB";

    /// <summary>The body cannot be read.</summary>
    /// <param name="at">Where in it.</param>
    /// <param name="texts">The words.</param>
    /// <param name="expected">What is expected there.</param>
    public static ProblemHttpResult Unreadable(string at, Texts texts, params ReadOnlySpan<string> expected) =>
        Of(new QueryMistake(at, "body", "", [.. expected], NotFound: false), texts);

    /// <summary>A part of the path is no such thing.</summary>
    public static ProblemHttpResult Unknown(string parameter, string value, IEnumerable<string> choices, Texts texts) =>
        Of(new QueryMistake(parameter, "unknown", value, [.. choices], NotFound: true), texts);
}
