using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Storage.Publications;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;
using Rollout.Web.Publishing;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>What every endpoint of publications does: who asks, which one is meant, what came of it.</summary>
internal sealed class PublicationCalls(
    PublicationDesk desk, PublicationReading reading, PublicationAnswers answers, LiveAccess access, BoardReading boards, DomainClock clock, Texts texts)
{
    /// <summary>The number that the path names.</summary>
    public static long IdOf(HttpContext http) => long.TryParse($"{http.GetRouteValue("id")}", NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>The list.</summary>
    public IResult List(HttpContext http) => TypedResults.Ok<object>(reading.Of(http.View(), access.Now(http.User)?.Mandate).Select(PublicationAnswers.Line).ToArray());

    /// <summary>All of one.</summary>
    public IResult Read(HttpContext http)
    {
        var (view, problem) = Find(http);
        return problem is not null ? problem : TypedResults.Ok(answers.Whole(view!, access.Now(http.User)));
    }

    /// <summary>The publication that a path names, if whoever asks may see it, or why not.</summary>
    public (PublicationView? View, ProblemHttpResult? Problem) Find(HttpContext http)
    {
        var (view, person) = (http.View(), access.Now(http.User));
        if (reading.Find(view, IdOf(http)) is not { } found) return (null, Unknown(http));
        if (!PublicationDecider.MaySee(found, person?.Mandate)) return (null, person is null ? Problems.SignIn(texts) : Problems.Forbidden(texts));
        return (reading.Look(view, found), null);
    }

    /// <summary>Begins a draft.</summary>
    public async Task<IResult> BeginAsync(HttpContext http, CancellationToken ct)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        var plan = http.Body<PublicationBody>().Plan;
        return Answer(http, await desk.ActAsync(http.User, http.View().Programme.Key, null, actor => new PublicationCommand.DraftLetter(actor, plan), ct), person, StatusCodes.Status201Created);
    }

    /// <summary>Does something with one.</summary>
    public Task<IResult> ActAsync(HttpContext http, Func<Actor, PublicationCommand> command, CancellationToken ct) =>
        DoAsync(http, id => desk.ActAsync(http.User, http.View().Programme.Key, id, command, ct));

    /// <summary>Enters number and date.</summary>
    public Task<IResult> IssueAsync(HttpContext http, CancellationToken ct)
    {
        var body = http.Body<PublicationIssueBody>();
        return DoAsync(http, id => desk.IssueAsync(http.User, http.View().Programme.Key, id, body.Version!.Value, body.Number, body.Day!.Value, ct));
    }

    /// <summary>Attaches the signed letter.</summary>
    public async Task<IResult> AttachAsync(HttpContext http, Storage.Contents.FileStore files, CancellationToken ct)
    {
        if (UploadReading.Boundary(http.Request) is not { } boundary) return Problems.Unreadable("Content-Type", texts, "multipart/form-data");
        // Before anything is taken in.
        if (access.Now(http.User) is null) return Problems.SignIn(texts);
        if (reading.Find(Now(http), IdOf(http)) is null) return Unknown(http);
        var programme = http.View().Programme;
        if (desk.MayAttach(http.User, programme.Key, IdOf(http)) is { } refusal) return Problems.Of(refusal, programme, texts);
        var (kept, problem) = await UploadReading.ReadAsync(http, boundary, files, texts);
        if (problem is not null) return problem;
        return kept is [var only]
            ? await DoAsync(http, id => desk.AttachAsync(http.User, programme.Key, id, only, ct), StatusCodes.Status201Created)
            : Problems.Of(Refusal.Rule("file.tooMany", "1"), programme, texts);
    }

    private async Task<IResult> DoAsync(HttpContext http, Func<long, Task<PublicationOutcome>> act, int done = StatusCodes.Status200OK)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        return reading.Find(Now(http), IdOf(http)) is null ? Unknown(http) : Answer(http, await act(IdOf(http)), person, done);
    }

    /// <summary>The publication as it is now, or the refusal, with the publication as somebody else has left it.</summary>
    private IResult Answer(HttpContext http, PublicationOutcome outcome, Person person, int done)
    {
        var now = outcome.Publication is { } p && PublicationDecider.MaySee(p, person.Mandate) ? answers.Whole(reading.Look(Now(http), p), person) : null;
        return outcome.Refusal is { } refusal
            ? Problems.Of(refusal, http.View().Programme, texts, refusal.Kind == RefusalKind.Stale ? [("current", now)] : [])
            : TypedResults.Json(now, statusCode: done);
    }

    private ProblemHttpResult Unknown(HttpContext http) => Problems.Unknown("id", $"{http.GetRouteValue("id")}", [], texts);

    /// <summary>What is done is done now, whatever instant the query names.</summary>
    private BoardView Now(HttpContext http) => new(boards.Present(http.View().Programme.Key, clock.Now), http.View().Phase, clock.Now, Live: true);
}
