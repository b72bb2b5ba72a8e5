using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Whether a participant's addresses may be probed, and by whom its operators will see them probed.</summary>
internal static class ProbingApi
{
    private const string Place = CellRoute.Participant + "/probing";

    public static void MapProbing(this RouteGroupBuilder api)
    {
        api.MapGet(Place, Read).WithMetadata(new SignedInOnly()).WithSummary("Whether a participant's addresses may be probed, how often and from where they are");
        api.MapPost(Place, SetAsync).WithMetadata(new SignedInOnly()).WithSummary("Agrees to probing, pauses it with a reason, or takes the consent back")
            .WithJson<ProbingBody>("""{"consent":"paused","note":"Nâng cấp máy chủ đến hết tuần"}""");
    }

    private static IResult Read(HttpContext http, LiveAccess access, ProberCard prober, Texts texts)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        var (view, participant) = (http.View(), http.ParticipantOf());
        if (!person.Mandate.MayReadAddresses(view.Programme, participant)) return Problems.Forbidden(texts);
        var every = (int)prober.Every(view.Programme).TotalSeconds;
        return Answer(view.Board[participant].Probing, fact => TypedResults.Ok<object>(
            new { Consent = fact.Consent, fact.Since, prober.UserAgent, prober.SourceAddress, EverySeconds = every }));
    }

    private static async Task<IResult> SetAsync(HttpContext http, Desk desk, BoardStore boards, Texts texts, CancellationToken ct)
    {
        var (programme, participant, body) = (http.View().Programme, http.ParticipantOf(), http.Body<ProbingBody>());
        var recorded = await desk.ActAsync(
            http.User, programme.Key, participant, actor => new StepCommand.SetProbing(actor, participant, Words.Read<ProbingConsent>(body.Consent!), body.Note), ct);
        if (recorded.Refusal is { } refusal) return Problems.Of(refusal, programme, texts);
        return Answer(boards.Of(programme.Key)[participant].Probing, fact => TypedResults.Created((string?)null, (object)new { fact.Consent, fact.Since }));
    }

    private static T Answer<T>(ProbingFact? fact, Func<(string? Consent, DateTimeOffset? Since), T> answer) where T : IResult =>
        answer(fact is null ? (null, null) : (Words.Of(fact.Consent), fact.Since));
}
