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
    public static ProblemHttpResult Of(Refusal refusal, Programme programme, Texts texts, CellAnswer? current = null)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = refusal.Message.Code };
        if (refusal.Kind == RefusalKind.Stale) extensions["current"] = current;
        return TypedResults.Problem(title: texts["refusal.title"], detail: RefusalWords.Of(texts, programme, refusal), statusCode: StatusOf(refusal.Kind), extensions: extensions);
    }

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Stale => StatusCodes.Status409Conflict,
        RefusalKind.Rule => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
