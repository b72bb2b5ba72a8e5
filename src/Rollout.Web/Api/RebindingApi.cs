using System.Collections.Immutable;
using Rollout.Web.Accounts;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Accounts of participants that were taken over, and binding them to who took over: for administrators alone.</summary>
internal static class RebindingApi
{
    private const string Place = "/accounts/successions";

    public static void MapRebinding(this RouteGroupBuilder api)
    {
        api.MapGet(Place, Preview).WithMetadata(new SignedInOnly()).WithSummary("Accounts whose role names a participant that was taken over, with the role that names its successor (administrators)");
        api.MapPost(Place, Bind).WithMetadata(new SignedInOnly()).WithSummary("Binds accounts to the successors, all or none (administrators)")
            .WithJson<RebindingBody>("""{"accounts":[{"id":"…","role":"participant:provinces-63/94"}]}""");
    }

    private static IResult Preview(HttpContext http, AccountSuccession succession, LiveAccess access, Texts texts) =>
        access.Now(http.User) is null ? Problems.SignIn(texts) : Answer(succession.Preview(Caller.Of(http)), texts);

    private static IResult Bind(HttpContext http, AccountSuccession succession, LiveAccess access, Texts texts)
    {
        if (access.Now(http.User) is null) return Problems.SignIn(texts);
        var seen = http.Body<RebindingBody>().Accounts;
        return Answer(succession.Bind(Caller.Of(http), seen.IsDefault ? [] : [.. seen.Select(s => (s.Id ?? "", s.Role ?? ""))]), texts);
    }

    private static IResult Answer(AdminAnswer<ImmutableArray<Rebinding>> answer, Texts texts)
    {
        if (answer.Refused) return Problems.Forbidden(texts);
        if (!answer.Ok)
        {
            var why = answer.Mistakes[0];
            return Problems.Of(
                why == AccountSuccession.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, why.Message.Code, texts.Say(why.Message), texts);
        }
        return TypedResults.Ok<object>(new
        {
            Accounts = answer.Value.Select(r => new { r.Account.Id, r.Account.UserName, r.Account.FullName, r.Account.Office, r.Account.Role, NewRole = r.Role, r.Account.DisabledAt }),
        });
    }
}
