using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Collecting;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The reports that a programme collects: who has handed in, who has not, who was late, and the letter that asks for them. A programme that collects none has none of it.</summary>
internal static class CollectionApi
{
    private const string Place = "/programmes/{programme}/collection";
    private static readonly (string Name, string Says) Report = CollectionQuery.Words[0];

    public static void MapCollection(this RouteGroupBuilder api)
    {
        api.MapGet(Place, Read).WithMetadata(new CollectionQueryCheck(letter: false))
            .WithSummary("Who has handed in the reports that were asked for, who has not, who was late").WithInstants().WithQuery(Report);
        api.MapGet(Place + ".{format}", Download).WithMetadata(new CollectionQueryCheck(letter: false))
            .WithSummary("The same as csv, xlsx, docx, json, html, pdf").WithInstants().WithQuery(Report);
        api.MapGet(Place + "/reminder.{format}", Remind).WithMetadata(new SignedInOnly(), new CollectionQueryCheck(letter: true))
            .WithSummary("The letter that asks for missing reports; the phase is the copy it asks for (monitors)").WithBoardQuery().WithQuery([.. CollectionQuery.Words]);
    }

    private static IResult Read(HttpContext http, CollectionReading reading, Texts texts)
    {
        var view = http.View();
        if (reading.Of(view) is not { } collection) return None(texts);
        return TypedResults.Ok<object>(new
        {
            Programme = view.Programme.Key,
            view.AsOf,
            view.KnownOn,
            Request = collection.Request is { } request ? new { request.Key, request.Number, request.Date, Title = Texts.Of(request.Title) } : null,
            Reports = Asked(http, collection).GroupBy(c => c.Report).Select(r => new
            {
                r.Key.Key,
                Title = Texts.Of(r.Key.Title),
                r.Key.Steps,
                Copies = r.Select(Of),
            }),
            LateConfirmations = collection.LateConfirmations.Select(i => new
            {
                i.WaitsOn,
                i.Participant.Code,
                i.Participant.Name,
                Phase = i.Phase.Key,
                Step = i.Step.Key,
                i.LastDay,
                WorkingDaysLate = i.Days,
            }),
        });
    }

    private static object Of(CollectedCopy copy) => new
    {
        Phase = copy.Phase.Key,
        Deadline = copy.Deadline is { } deadline ? new { deadline.Date, deadline.Exclusive, deadline.Source } : null,
        copy.LastDay,
        Counts = Enum.GetValues<ReceiptState>().ToDictionary(Words.Of, copy.Count, StringComparer.Ordinal),
        Receipts = copy.Receipts.Select(r => new
        {
            r.Participant.Code,
            r.Participant.Name,
            State = Words.Of(r.State),
            ReceivedOn = r.On,
            Precision = r.On is null ? null : Words.Of(r.Precision),
            r.Published,
            WorkingDaysLate = r.Days,
            MissingSteps = r.Open,
            r.Confirmed,
            r.Files,
            Figures = r.Figures.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal),
        }),
    };

    private static IResult Download(HttpContext http, CollectionReading reading, ReportDownload download, Texts texts, string format)
    {
        var view = http.View();
        if (reading.Of(view) is not { } collection) return None(texts);
        return download.Send(http, format, $"{view.Programme.Key}-collection-{view.AsOf:yyyy-MM-dd}", () => reading.Document(collection, Asked(http, collection)));
    }

    private static IResult Remind(HttpContext http, CollectionReading reading, ReportDownload download, LiveAccess access, DomainClock clock, Texts texts, string format)
    {
        var view = http.View();
        if (view.Programme.Collection?.Letter is not { } letter) return Problems.Unknown("document", "reminder", [], texts);
        var (wish, mistake) = CollectionQuery.Read(reading.Of(view)!, letter, view, name => http.Request.Query[name], clock.Now);
        if (mistake is not null) return Problems.Of(mistake, texts);
        if (access.Now(http.User)?.Mandate.Kind != ActorKind.Monitor) return Problems.Forbidden(texts);
        return download.Send(
            http, format, $"{view.Programme.Key}-collection-reminder-{view.Phase.Key}-{view.AsOf:yyyy-MM-dd}", () => CollectionReminder.Of(letter, wish!, DocumentReading.Official));
    }

    private static ImmutableArray<CollectedCopy> Asked(HttpContext http, ReportCollection collection) =>
        CollectionQuery.Report(collection.Form, http.Request.Query["report"]).Report is { } only ? collection.Of(only) : collection.Copies;

    private static ProblemHttpResult None(Texts texts) => Problems.Unknown("document", "collection", [], texts);
}
