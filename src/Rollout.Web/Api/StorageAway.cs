using System.Globalization;
using System.Net;
using Rollout.Core.Steps;
using Rollout.Storage.Database;
using Rollout.Web.Guarding;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>
/// What is answered while the database is away, full or locked: 503, for a program as a problem document, for people as a page that needs no
/// database and tries again by itself. Everything else that goes wrong stays a mistake of the program.
/// </summary>
internal static class StorageAway
{
    private const string Policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private const int Pause = 5;

    public static void UseStorageAway(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<RolloutDatabase>();
        var texts = app.Services.GetRequiredService<Texts>();
        app.Use(next => http =>
        {
            Task answered;
            try
            {
                answered = next(http);
            }
            catch (Exception e)
            {
                answered = Task.FromException(e);
            }
            // Nearly all are answered at once and well: those pass without a task of their own.
            return answered.IsCompletedSuccessfully ? answered : WaitAsync(answered, http);
        });

        async Task WaitAsync(Task answered, HttpContext http)
        {
            try
            {
                await answered;
            }
            catch (Exception e) when (!http.Response.HasStarted && database.RefusalOf(e) is { Kind: RefusalKind.Unavailable } refusal)
            {
                http.Response.Clear();
                SecurityHeaders.PutAgain(http);
                await AnswerAsync(http, refusal, texts);
            }
        }
    }

    private static Task AnswerAsync(HttpContext http, Refusal refusal, Texts texts)
    {
        http.Response.Headers.RetryAfter = Pause.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, refusal.Message.Code, texts.Say(refusal.Message), texts).ExecuteAsync(http);
        (http.Response.StatusCode, http.Response.ContentType) = (StatusCodes.Status503ServiceUnavailable, "text/html; charset=utf-8");
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return http.Response.WriteAsync(Page(texts, HttpMethods.IsGet(http.Request.Method)), http.RequestAborted);
    }

    /// <summary>What was asked for is asked for again by itself; what was sent is not sent twice.</summary>
    private static string Page(Texts texts, bool again) => $"""
        <!DOCTYPE html>
        <html lang="{Texts.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        {(again ? $"<meta http-equiv=\"refresh\" content=\"{Pause}\">" : "")}<title>{WebUtility.HtmlEncode(texts["away.title"])}</title><link rel="stylesheet" href="/app.css"></head>
        <body><main class="card mistake"><h1>{WebUtility.HtmlEncode(texts["away.title"])}</h1><p>{WebUtility.HtmlEncode(texts["away.text"])}</p>
        <p class="mistake-ways"><a class="button primary" href="">{WebUtility.HtmlEncode(texts["away.retry"])}</a></p></main></body></html>
        """;
}
