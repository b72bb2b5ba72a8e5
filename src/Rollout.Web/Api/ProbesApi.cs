using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>What the probes see, and looking now.</summary>
internal static class ProbesApi
{
    private const string Probes = "/programmes/{programme}/probes";

    public static void MapProbes(this RouteGroupBuilder api)
    {
        api.MapGet(Probes, Read).WithMetadata(new ReadableUnderOwn(), new ParticipantQuery())
            .WithSummary("What the probes see at every target: last result, streak, fault and whose it is")
            .WithQuery((ParticipantQuery.Word, "Code of a participant; all of them when absent"), ("phase", "Key of a phase; all of them when absent"));
    }

    private static IResult Read(HttpContext http, ProbeReading reading, Texts texts)
    {
        var view = http.View();
        var mandate = Person.Of(http.User)?.Mandate;
        ParticipantId? participant = ParticipantQuery.Code(http.Request.Query) is { } code ? view.Board.Find(code)!.Participant.Id : null;
        if (mandate is not null && participant is { } one && !mandate.MayRead(view.Programme, one)) return Problems.Forbidden(texts);
        var phase = string.IsNullOrEmpty(http.Request.Query["phase"]) ? null : view.Phase.Key;
        return TypedResults.Ok<object>(reading.Lines(view.Board, phase, participant)
            .Where(line => mandate is null || mandate.MayRead(view.Programme, line.Participant.Id))
            .Select(line => ProbeAnswers.Of(line, mandate?.MayReadAddresses(view.Programme, line.Participant.Id) == true, texts)));
    }
}
