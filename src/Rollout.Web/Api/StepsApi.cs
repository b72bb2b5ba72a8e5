using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Ledgers;
using Rollout.Web.Acting;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Acting on a step, commenting it, and a participant's service. A click on a page goes the same way (<see cref="Desk"/>).</summary>
internal static class StepsApi
{
    private const string Step = "/programmes/{programme}/participants/{code}/phases/{phaseKey}/steps/{step}";

    public static void MapSteps(this RouteGroupBuilder api)
    {
        api.MapPost(Step + "/changes", ChangeAsync).WithMetadata(new SignedInOnly()).WithSummary("Changes a step: report, withdraw, confirm, return, block, unblock, correct")
            .WithJson<ChangeBody>("""{"to":"reported","version":1,"note":"Đã kiểm tra","at":"2024-08-01","document":{"number":"12/STP","issuer":"Sở Tư pháp","date":"2024-08-01"}}""");
        api.MapPost(Step + "/comments", CommentAsync).WithMetadata(new SignedInOnly()).WithSummary("Says something about a step, or adds evidence")
            .WithJson<CommentBody>("""{"note":"Đề nghị bổ sung biên bản kiểm thử"}""");
        api.MapPost(Step + "/uphold", UpholdAsync).WithMetadata(new SignedInOnly()).WithSummary("Lets a status stand though the results of the probes say otherwise")
            .WithJson<UpholdBody>("""{"version":3,"note":"Đã gọi thử cùng địa phương, hệ thống chạy"}""");
        api.MapPost("/programmes/{programme}/participants/{code}/service", ServiceAsync).WithMetadata(new SignedInOnly()).WithSummary("Opens or interrupts a participant's service")
            .WithJson<ServiceBody>("""{"state":"interrupted","at":"2024-08-01T15:00:00+07:00","note":"Bảo trì"}""");
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, string code, string phaseKey, string step, Desk desk, BoardStore boards, Texts texts, CancellationToken ct)
    {
        var view = http.View();
        if (Missing(view, phaseKey, step) is { } missing) return Problems.Of(missing, texts);
        var key = new StepKey(IdOf(view, code), phaseKey, step);
        var recorded = await desk.ActAsync(http.User, view.Programme.Key, key.Participant, actor => http.Body<ChangeBody>().Command(actor, key), ct);
        return Answer(view, key, recorded, boards, texts);
    }

    private static async Task<IResult> CommentAsync(HttpContext http, string code, string phaseKey, string step, Desk desk, BoardStore boards, Texts texts, CancellationToken ct)
    {
        var view = http.View();
        if (Missing(view, phaseKey, step) is { } missing) return Problems.Of(missing, texts);
        var (key, body) = (new StepKey(IdOf(view, code), phaseKey, step), http.Body<CommentBody>());
        var recorded = await desk.ActAsync(
            http.User, view.Programme.Key, key.Participant, actor => new StepCommand.Comment(actor, key, body.Note, FileBody.References(body.Files)), ct);
        return Answer(view, key, recorded, boards, texts);
    }

    private static async Task<IResult> UpholdAsync(HttpContext http, string code, string phaseKey, string step, Desk desk, BoardStore boards, Texts texts, CancellationToken ct)
    {
        var view = http.View();
        if (Missing(view, phaseKey, step) is { } missing) return Problems.Of(missing, texts);
        var (key, body) = (new StepKey(IdOf(view, code), phaseKey, step), http.Body<UpholdBody>());
        var recorded = await desk.ActAsync(http.User, view.Programme.Key, key.Participant, actor => new StepCommand.Uphold(actor, key, body.Version!.Value, body.Note), ct);
        return Answer(view, key, recorded, boards, texts);
    }

    private static async Task<IResult> ServiceAsync(HttpContext http, string code, Desk desk, BoardStore boards, Texts texts, CancellationToken ct)
    {
        var view = http.View();
        var (id, body) = (IdOf(view, code), http.Body<ServiceBody>());
        var recorded = await desk.ActAsync(
            http.User, view.Programme.Key, id,
            actor => new StepCommand.SetService(actor, id, Words.Read<ServiceState>(body.State!), HanoiTime.TryReadSince(body.At, out var since) ? since : null, body.Note), ct);
        if (recorded.Refusal is { } refusal) return Problems.Of(refusal, view.Programme, texts);
        var fact = boards.Of(view.Programme.Key)[id].Service!;
        return TypedResults.Created((string?)null, new ServiceAnswer(Words.Of(fact.State), fact.Since));
    }

    /// <summary>The new cell (201), or the refusal with the cell as somebody else has left it.</summary>
    private static IResult Answer(BoardView view, StepKey key, Recorded recorded, BoardStore boards, Texts texts)
    {
        var now = view with { Board = boards.Of(view.Programme.Key), Phase = view.Programme.FindPhase(key.Phase)! };
        var cell = CellAnswers.Of(now, now.Board[key.Participant], view.Programme.FindStep(key.Step)!);
        return recorded.Refusal is { } refusal ? Problems.Of(refusal, view.Programme, texts, refusal.Kind == RefusalKind.Stale ? [("current", cell)] : []) : TypedResults.Created((string?)null, cell);
    }

    /// <summary>The participant exists: <see cref="ReadingFilter"/> has looked.</summary>
    private static ParticipantId IdOf(BoardView view, string code) => view.Board.Find(code)!.Participant.Id;

    private static QueryMistake? Missing(BoardView view, string phase, string step) =>
        view.Programme.FindPhase(phase) is null ? new("phase", "unknown", phase, [.. view.Programme.Phases.Select(p => p.Key)], NotFound: true)
        : view.Programme.FindStep(step) is null ? new("step", "unknown", step, [.. view.Programme.Steps.Select(s => s.Key)], NotFound: true)
        : null;
}
