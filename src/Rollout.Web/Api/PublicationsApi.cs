using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Web.Guarding;

namespace Rollout.Web.Api;

/// <summary>Publications: read by everybody once issued, brought on their way by monitors and approvers.</summary>
internal static class PublicationsApi
{
    /// <summary>All of a programme.</summary>
    public const string All = "/programmes/{programme}/publications";

    /// <summary>One of them.</summary>
    public const string One = All + "/{id:long}";

    private const string Draft = """
        {
          "phase": "test", "asOf": "2024-07-31",
          "placings": [{ "system": "meters", "code": "94", "kind": "note", "text": "đã hoàn thành trước" }],
          "notes": ["Số liệu do các địa phương báo cáo"], "supersedes": null
        }
        """;

    private const string Edit = """{ "version": 1, "phase": "test", "asOf": null, "placings": [], "notes": [] }""";
    private const string Act = """{ "version": 2 }""";
    private const string WithReason = """{ "version": 2, "reason": "Thiếu số liệu của 02 địa phương" }""";
    private const string Issue = """{ "version": 3, "number": "5310/CV", "date": "2024-08-05" }""";

    public static void MapPublications(this RouteGroupBuilder api)
    {
        api.MapGet(All, (HttpContext http, PublicationCalls calls) => calls.List(http))
            .WithSummary("Publications, the newest first: issued ones, and those on their way for who works on them").WithBoardQuery();
        api.MapGet(One, (HttpContext http, PublicationCalls calls) => calls.Read(http))
            .WithSummary("A publication: what it prints, its decisions, hashes, files and history").WithBoardQuery();
        api.MapPost(All, (HttpContext http, PublicationCalls calls, CancellationToken ct) => calls.BeginAsync(http, ct))
            .WithSummary("Begins a draft (monitors)").WithMetadata(new SignedInOnly()).WithJson<PublicationBody>(Draft);
        api.MapPut(One, (HttpContext http, PublicationCalls calls, CancellationToken ct) =>
                calls.ActAsync(http, actor => http.Body<PublicationEditBody>() is var b ? new PublicationCommand.EditDraft(actor, b.Version!.Value, b.Plan) : null!, ct))
            .WithSummary("Changes a draft (monitors)").WithMetadata(new SignedInOnly()).WithJson<PublicationEditBody>(Edit);
        api.MapAct("submit", "Freezes its content and lays it before an approver (monitors)", Act, (actor, seen) => new PublicationCommand.SubmitDraft(actor, seen));
        api.MapAct("withdraw", "Takes it back before it is approved (monitors)", Act, (actor, seen) => new PublicationCommand.WithdrawDraft(actor, seen));
        api.MapAct("approve", "Approves it (approvers and monitors who had no hand in it)", Act, (actor, seen) => new PublicationCommand.ApproveDraft(actor, seen));
        api.MapAct("return", "Gives it back with a reason (as approving)", WithReason, (actor, seen) => new PublicationCommand.ReturnDraft(actor, seen));
        api.MapAct("cancel", "Gives it up with a reason, before it is issued (monitors)", WithReason, (actor, seen) => new PublicationCommand.CancelDraft(actor, seen));
        api.MapPost(One + "/issue", (HttpContext http, PublicationCalls calls, CancellationToken ct) => calls.IssueAsync(http, ct))
            .WithSummary("Enters number and date, and prints it once and for all (monitors)").WithMetadata(new SignedInOnly()).WithJson<PublicationIssueBody>(Issue);
        api.MapPost(One + "/comment", (HttpContext http, PublicationCalls calls, CancellationToken ct) =>
                calls.ActAsync(http, actor => new PublicationCommand.CommentOnDraft(actor) { Note = http.Body<PublicationCommentBody>().Note }, ct))
            .WithSummary("Comments on it (approvers and monitors)").WithMetadata(new SignedInOnly()).WithJson<PublicationCommentBody>("""{ "note": "Đề nghị rà soát dòng 3" }""");
        api.MapPost(One + "/signed", (HttpContext http, PublicationCalls calls, FileStore files, CancellationToken ct) => calls.AttachAsync(http, files, ct))
            .WithSummary("Attaches the signed letter, a pdf; an earlier one is kept (monitors)").WithFileBody().WithMetadata(new SignedInOnly(), new BodyLimitAttribute(UploadReading.MostBytes));
        api.MapPublicationFiles();
    }

    private static void MapAct(this RouteGroupBuilder api, string word, string summary, string example, Func<Actor, long, PublicationCommand> command) => api
        .MapPost($"{One}/{word}", (HttpContext http, PublicationCalls calls, CancellationToken ct) =>
            calls.ActAsync(http, actor => command(actor, http.Body<PublicationActBody>().Version!.Value) with { Note = http.Body<PublicationActBody>().Reason }, ct))
        .WithSummary(summary).WithMetadata(new SignedInOnly()).WithJson<PublicationActBody>(example);
}
