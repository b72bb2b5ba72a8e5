using Microsoft.AspNetCore.Http.HttpResults;
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
}
