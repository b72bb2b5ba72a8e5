using System.Net.Mime;
using Rollout.Core.Ledger;
using Rollout.Core.Reports;
using Rollout.Documents;
using Rollout.Storage.Accounts;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The ledger as the page filters it, as files. Contacts are in none of them; people's names and notes only for those who are signed in.</summary>
internal static class ActivityFiles
{
    /// <summary>More lines than this no spreadsheet is read with, and no server should gather at once.</summary>
    public const int MostLines = 100_000;

    // A large spreadsheet is built in memory: one at a time is enough, however many ask.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    public static void MapActivityFiles(this WebApplication app)
    {
        foreach (var format in (string[])["csv", "xlsx"])
            app.MapGet($"/activity.{format}", (HttpContext http, BoardReading boards, ActivityReader ledger, NoteStore notes, PeopleNames names, Texts texts) =>
                AnswerAsync(http, ReportWriters.Find(format)!, boards, ledger, notes, names, texts)).RequireAuthorization(AccessServices.Read).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, IReportWriter writer, BoardReading boards, ActivityReader ledger, NoteStore notes, PeopleNames names, Texts texts)
    {
        string? Word(string name) => http.Request.Query[name];
        var (view, mistake) = boards.Read(Word("programme"), Word("phase"), Word("asOf"), Word("knownOn"));
        if (mistake is not null) return Problems.Of(mistake, texts);
        var reader = Person.Of(http.User);
        var query = ActivityQuery.Read(view!, Word("phase"), name => name == "before" ? null : Word(name), reader);
        if (query.Mistakes is [var first, ..]) return Problems.Of(first, texts);

        await Turn.WaitAsync(http.RequestAborted);
        MemoryStream output;
        try
        {
            output = Write(writer, view!, query.Filter, reader is not null, ledger, notes, names, texts);
        }
        finally
        {
            Turn.Release();
        }
        http.Response.Headers.ContentDisposition = new ContentDisposition { FileName = $"{view!.Programme.Key}-activity-{view.AsOf:yyyy-MM-dd}.{writer.Format}" }.ToString();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(output, writer.ContentType);
    }

    private static MemoryStream Write(
        IReportWriter writer, BoardView view, ActivityFilter filter, bool known, ActivityReader ledger, NoteStore notes, PeopleNames names, Texts texts)
    {
        var entries = ledger.All(filter).Take(MostLines + 1).ToList();
        var isCut = entries.Count > MostLines;
        if (isCut) entries.RemoveAt(MostLines);
        var report = ActivityReport.Of(
            view.Board.Participants, entries, known ? Closed(entries, notes, names, texts) : null, texts["activity.file", Texts.Moment(view.AsOf)],
            isCut ? texts["activity.cut", MostLines] : null, Texts.Language, view.AsOf);
        var output = new MemoryStream();
        writer.Write(report, output);
        output.Position = 0;
        return output;
    }

    private static Func<LedgerEntry, (string Person, string Note)> Closed(List<LedgerEntry> entries, NoteStore notes, PeopleNames names, Texts texts)
    {
        var said = notes.Find(entries.Select(e => e.NoteHash).OfType<string>());
        var called = names.Of(entries.Select(e => e.Actor.Name));
        return e => (
            called.GetValueOrDefault(e.Actor.Name, e.Actor.Name),
            e.NoteHash is { } hash && said.GetValueOrDefault(hash) is { } note ? note.Text ?? texts["note.removed", note.Removal?.Because ?? ""] : "");
    }
}
