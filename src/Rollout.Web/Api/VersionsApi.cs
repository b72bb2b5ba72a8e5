using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Versions;
using Rollout.Core.Wording;
using Rollout.Web.Accounts;
using Rollout.Web.Resources;
using Rollout.Web.Versions;

namespace Rollout.Web.Api;

/// <summary>The versions of a programme's file: administrators try one, and have it kept for the next start.</summary>
internal static class VersionsApi
{
    private const string Example = """{ "text": "key: …\n…", "reason": "Theo công văn mới", "losses": [] }""";
    private static readonly (string, string)[] Trial = [("dryRun", "true: says what it would change and keeps nothing")];

    public static void MapVersions(this RouteGroupBuilder api)
    {
        api.MapGet("/programmes/{programme}/versions", List).WithMetadata(new SignedInOnly()).WithSummary("What is served of a programme, and the versions that are kept (administrators)");
        api.MapGet("/programmes/{programme}/versions/{number}", One).WithMetadata(new SignedInOnly()).WithSummary("The text of a version (administrators)");
        api.MapPost("/programmes/{programme}/versions", (HttpContext http, ProgrammeDesk desk, Texts texts) => Send(http, desk, texts, http.View().Programme.Key))
            .WithMetadata(new SignedInOnly(), new TrialQuery()).WithSummary("Tries a new version of a programme, or has it kept for the next start (administrators)").WithQuery(Trial).WithJson<VersionBody>(Example);
        api.MapPost("/programmes", (HttpContext http, ProgrammeDesk desk, Texts texts) => Send(http, desk, texts, null))
            .WithMetadata(new SignedInOnly(), new TrialQuery()).WithSummary("The same for a programme that is not served yet (administrators)").WithQuery(Trial).WithJson<VersionBody>(Example);
    }

    private static IResult List(HttpContext http, ProgrammeDesk desk, Texts texts)
    {
        if (desk.All(Caller.Of(http)) is not { Ok: true, Value: var all }) return Problems.Forbidden(texts);
        var served = all.First(s => s.Key == http.View().Programme.Key);
        return TypedResults.Ok<object>(new
        {
            Programme = served.Key,
            Served = served.Item?.Origin is { } origin ? new { origin.File, origin.Sha256, Version = origin.Version?.Number } : null,
            Waiting = served.Waiting?.Number,
            PassedOver = served.Passed is { } passed ? new { passed.Version.Number, Mistakes = passed.Mistakes.Select(m => new { m.Line, m.Column, m.Message.Code, Message = texts.Say(m.Message) }) } : null,
            Versions = served.Kept.Select(Of),
        });
    }

    private static IResult One(HttpContext http, ProgrammeDesk desk, Texts texts, string number)
    {
        var known = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n);
        var answer = desk.Text(Caller.Of(http), http.View().Programme.Key, known ? n : 0);
        return answer.Refused ? Problems.Forbidden(texts) : answer.Value is { } text ? TypedResults.Text(text, "application/yaml; charset=utf-8") : Problems.Unknown("number", number, [], texts);
    }

    private static IResult Send(HttpContext http, ProgrammeDesk desk, Texts texts, string? programme)
    {
        var (caller, body) = (Caller.Of(http), http.Body<VersionBody>());
        var answer = desk.Preview(caller, body.Text!, programme);
        if (answer.Value is not { } preview) return Problems.Forbidden(texts);
        if (preview.Programme is not { } read) return Mistaken(preview, texts);
        if (TrialQuery.IsTrial(http)) return TypedResults.Ok(Of(read, preview));
        var kept = desk.Keep(caller, new(body.Text!, programme, body.Reason ?? "", [.. body.Losses ?? []], body.After));
        if (kept.Value is { } version) return TypedResults.Created((string?)null, Of(version));
        if (kept.Refused) return Problems.Forbidden(texts);
        var why = kept.Mistakes[0].Message;
        return Problems.Of(
            why.Code == "version.stale" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, why.Code, texts.Say(why), texts,
            ("losses", preview.Effect!.Losses.Select(Of)));
    }

    private static ProblemHttpResult Mistaken(VersionPreview preview, Texts texts) => Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "version.mistakes", texts["say.version.mistakes", preview.Mistakes.Length], texts,
        ("errors", preview.Mistakes.Select(m => new { m.Mistake.Line, m.Mistake.Column, m.Mistake.Message.Code, Message = texts.Say(m.Mistake.Message), m.Quoted })));

    private static object Of(ProgrammeVersion version) => new { version.Programme, version.Number, version.Sha256, version.By, At = HanoiTime.Local(version.At), version.Reason };

    private static object Of(LedgerLoss loss) => new { loss.Word, Kind = Words.Of(loss.Kind), loss.Key, Title = loss.Title is { } title ? Texts.Of(title) : null, loss.Entries };

    private static object Of(Programme programme, VersionPreview preview) => new
    {
        Programme = programme.Key,
        preview.IsNew,
        preview.After,
        Changes = preview.Difference!.Items.Select(c => new
        {
            Fate = Words.Of(c.Fate),
            c.Item.Section,
            c.Item.Key,
            Title = c.Item.Title is { } title ? Texts.Of(title) : null,
            Line = c.Fate == ItemFate.Gone ? (int?)null : c.Item.Line,
            Fields = c.Fields.Select(f => new { f.Way, f.Before, f.After }),
        }),
        preview.Difference.Reordered,
        Participants = new { Joined = preview.Difference.Joined.Select(p => new { p.Code, p.Name }), Left = preview.Difference.Left.Select(p => new { p.Code, p.Name }) },
        Ledger = new
        {
            preview.Effect!.Entries,
            Losses = preview.Effect.Losses.Select(Of),
            preview.Effect.Regained,
            Cells = preview.Effect.Cells.Select(c => new { c.Participant.Code, c.Participant.Name, Phase = c.Phase.Key, Step = c.Step.Key, Before = Of(c.Before), After = Of(c.After) }),
            Lists = preview.Effect.Lists.Select(l => new { Phase = l.Phase.Key, l.List.Number, l.Before, l.Joined, l.Left }),
        },
    };

    private static string Of(CellSight sight) => !sight.Concerns ? "notApplicable" : sight.Status is { } status ? Words.Of(status) : "unknown";
}
