using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The addresses of a participant at which the probes look.</summary>
internal static class EndpointsApi
{
    private const string Example = """[{ "phase": "test", "role": "catalogue", "url": "https://dichvucong.example.vn/api/thu-tuc" }]""";

    public static void MapEndpointsOfParticipants(this RouteGroupBuilder api)
    {
        api.MapGet(CellRoute.Participant + "/endpoints", Read).WithMetadata(new SignedInOnly()).WithSummary("The addresses at which the probes look at a participant");
        api.MapPut(CellRoute.Participant + "/endpoints", Replace)
            .WithSummary("Replaces the addresses of a participant, all or nothing").WithMetadata(new SignedInOnly()).WithJson<EndpointsBody>(Example);
    }

    private static IResult Read(HttpContext http, AddressBook addresses, LiveAccess access, Texts texts)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        if (!person.Mandate.MayReadAddresses(http.View().Programme, http.ParticipantOf())) return Problems.Forbidden(texts);
        return Answer(http, addresses);
    }

    private static async Task<IResult> Replace(HttpContext http, AddressBook addresses, LiveAccess access, Texts texts)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        var participant = http.ParticipantOf();
        if (!person.Mandate.MayWriteAddresses(participant)) return Problems.Forbidden(texts);
        var mistakes = await addresses.ReplaceAsync(person, http.View().Programme, participant, [.. http.Body<EndpointsBody>().Select(e => new TargetWish(e!.Phase!, e.Role!, e.Url!))], http.Address(), http.RequestAborted);
        if (mistakes.IsEmpty) return Answer(http, addresses);
        var errors = mistakes.Select(m => new { m.Index, m.Field, m.Message.Code, Message = texts.Say(m.Message) });
        return Problems.Of(
            StatusCodes.Status422UnprocessableEntity, "endpoints.invalid", texts["endpoints.invalid", mistakes.Length], texts, ("errors", errors));
    }

    private static Ok<object> Answer(HttpContext http, AddressBook addresses)
    {
        var programme = http.View().Programme;
        return TypedResults.Ok<object>(addresses.Of(programme, http.ParticipantOf()).Select(t => new { t.Phase, t.Role, Url = t.Url.OriginalString, Probes = Probes(programme, t) }));
    }

    /// <summary>Keys of the probes that look there.</summary>
    private static IEnumerable<string> Probes(Programme programme, ProbeTarget target) =>
        programme.Probes.Where(p => p.Role == target.Role && p.Phases.Contains(target.Phase)).Select(p => p.Key);
}
