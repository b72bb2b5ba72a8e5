using System.Globalization;
using Rollout.Core.Quiet;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;
using Rollout.Web.Quiet;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>When nobody is probed: by everybody known to be read, by participants and administrators to be written.</summary>
internal static class MaintenanceApi
{
    private const string Place = "/programmes/{programme}/maintenance";
    private const int Foreseen = 3;
    private const string Example = """{ "participant": "92", "phase": "test", "cron": "0 22 * * 6", "lasts": "3h", "reason": "Sao lưu hằng tuần" }""";

    public static void MapMaintenance(this RouteGroupBuilder api)
    {
        api.MapGet(Place, Read).WithMetadata(new SignedInOnly(), new ReadableUnderOwn()).WithSummary("Maintenance windows: current, coming, repeated and over");
        api.MapPost(Place, Add).WithMetadata(new SignedInOnly(), new ReadableUnderOwn()).WithSummary("Adds a maintenance window, once or by five fields of crontab at the clock of Asia/Ho_Chi_Minh")
            .WithJson<MaintenanceBody>(Example);
        api.MapDelete(Place + "/{id:long}", End).WithMetadata(new SignedInOnly(), new ReadableUnderOwn()).WithSummary("Ends a maintenance window now");
    }

    private static IResult Read(HttpContext http, QuietDesk desk, QuietHours hours, LiveAccess access, DomainClock clock, Texts texts)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        var now = clock.Now;
        return TypedResults.Ok<object>(desk.Of(person, http.View().Programme).Select(w => Answer(w, hours, now)).ToArray());
    }

    private static IResult Add(HttpContext http, QuietDesk desk, QuietHours hours, DomainClock clock, Texts texts)
    {
        var view = http.View();
        var outcome = desk.Add(http.User, view.Programme.Key, http.Body<MaintenanceBody>().Wish(view.Board.Participants), http.Address());
        if (outcome.Refusal is { } refusal) return Problems.Of(refusal, view.Programme, texts);
        if (outcome.Window is { } window) return TypedResults.Created((string?)null, Answer(window, hours, clock.Now));
        var errors = outcome.Mistakes.Select(m => new { m.Field, m.Message.Code, Message = texts.Say(m.Message) });
        return Problems.Of(StatusCodes.Status422UnprocessableEntity, "quiet.invalid", texts["quiet.invalid", outcome.Mistakes.Length], texts, ("errors", errors));
    }

    private static IResult End(HttpContext http, QuietDesk desk, Texts texts, long id)
    {
        var programme = http.View().Programme;
        return desk.End(http.User, programme.Key, id, http.Address()) switch
        {
            null => Problems.Unknown("maintenance", id.ToString(CultureInfo.InvariantCulture), [], texts),
            { Refusal: { } refusal } => Problems.Of(refusal, programme, texts),
            _ => TypedResults.NoContent(),
        };
    }

    private static object Answer(MaintenanceWindow window, QuietHours hours, DateTimeOffset now) => new
    {
        window.Id,
        Participant = window.Scope.Participant?.Code,
        window.Scope.Phase,
        window.Scope.Role,
        System = window.Scope.SystemKey,
        window.From,
        window.Until,
        window.Cron,
        Lasts = window.Lasts is { } lasts ? string.Create(CultureInfo.InvariantCulture, $"{lasts.TotalMinutes:0}m") : null,
        window.Reason,
        window.By,
        State = window.Until <= now ? "over" : hours.Covers(window, now) ? "current" : "coming",
        Next = QuietHours.Next(window, now).Take(Foreseen).Select(n => new { n.From, n.Until }).ToArray(),
    };
}
