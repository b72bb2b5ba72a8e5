using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Web.Accounts;
using Rollout.Web.Jobs;
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
            .WithQuery((ParticipantQuery.Word, "Code of a participant; all of them when absent"), ("phase", "Key of a phase; all of them when absent"),
                ("asOf", "What had been seen by then, as far as it is kept: a date (the end of that day in Asia/Ho_Chi_Minh) or an instant with its offset; now when absent"),
                ("knownOn", "Means nothing for results, which record themselves: they are told as of asOf"));
        api.MapPost(Probes + "/run", Run).WithMetadata(new SignedInOnly(), new ReadableUnderOwn())
            .WithSummary("Looks now, before the schedule; the run tells how far it is").WithJson<ProbeRunBody>("""{ "participant": "92", "phase": "test" }""");
        api.MapGet(Probes + "/runs/{id}", Follow).WithMetadata(new SignedInOnly(), new ReadableUnderOwn()).WithSummary("How far a run is, and what it saw");
    }

    private static IResult Read(HttpContext http, ProbeReading reading, PastProbes past, Texts texts)
    {
        var view = http.View();
        var mandate = Person.Of(http.User)?.Mandate;
        ParticipantId? participant = ParticipantQuery.Code(http.Request.Query) is { } code ? view.Board.Find(code)!.Participant.Id : null;
        if (mandate is not null && participant is { } one && !mandate.MayRead(view.Programme, one)) return Problems.Forbidden(texts);
        var phase = string.IsNullOrEmpty(http.Request.Query["phase"]) ? null : view.Phase.Key;
        return TypedResults.Ok<object>((view.Live ? reading.Lines(view.Board, phase, participant) : past.Lines(view, phase, participant))
            .Where(line => mandate is null || mandate.MayRead(view.Programme, line.Participant.Id))
            .Select(line => ProbeAnswers.Of(line, mandate?.MayReadAddresses(view.Programme, line.Participant.Id) == true, texts)));
    }

    private static IResult Run(HttpContext http, ProbeRuns runs, LiveAccess access, Texts texts)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        var (view, body) = (http.View(), http.Body<ProbeRunBody>());
        var (code, phase) = (Given(body.Participant), Given(body.Phase));
        var row = code is null ? null : view.Board.Find(code);
        if (!May(person, row?.Participant.Id)) return Problems.Forbidden(texts);
        if (code is not null && row is null) return Unknown(ParticipantQuery.Word, code, view.Board.Participants.All.Select(p => p.Code), texts);
        if (phase is not null && view.Programme.FindPhase(phase) is null) return Unknown("phase", phase, view.Programme.Phases.Select(p => p.Key), texts);
        var run = runs.Start(view.Programme, code, phase, person.Name);
        return TypedResults.Accepted<object>($"/api/v1/programmes/{view.Programme.Key}/probes/runs/{run.Id}", new { run.Id, run.Total });
    }

    private static IResult Follow(HttpContext http, string id, ProbeRuns runs, LiveAccess access, Texts texts)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        var view = http.View();
        if (runs.Find(id) is not { } run || run.Programme != view.Programme.Key) return Problems.Unknown("run", id, [], texts);
        return May(person, run.Participant is { } code ? view.Board.Find(code)?.Participant.Id : null)
            ? TypedResults.Ok(ProbeAnswers.Of(run, view.Board, target => person.Mandate.MayReadAddresses(view.Programme, target.Participant), texts))
            : Problems.Forbidden(texts);
    }

    /// <summary>Whether somebody may have a participant looked at now, or with null everybody.</summary>
    private static bool May(Person person, ParticipantId? participant) => person.Mandate.MayRunProbes(participant ?? default);

    private static ProblemHttpResult Unknown(string field, string value, IEnumerable<string> choices, Texts texts) => Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "query.unknown", texts["query.unknown", field, value, string.Join(", ", choices)], texts, ("parameter", field));

    private static string? Given(string? word) => string.IsNullOrWhiteSpace(word) ? null : word.Trim();
}
