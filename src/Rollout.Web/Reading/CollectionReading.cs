using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Collecting;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Storage.Ledgers;
using Rollout.Web.Resources;

namespace Rollout.Web.Reading;

/// <summary>Which reports came, which did not; read once for a board and a day, however many look.</summary>
public sealed class CollectionReading(WorkingDays days, LedgerReader ledger, Texts texts)
{
    private readonly ConditionalWeakTable<Board, ConcurrentDictionary<DateOnly, ReportCollection?>> _read = [];

    /// <summary>Reads a view; null where the programme collects no reports.</summary>
    public ReportCollection? Of(BoardView view) => view.Programme.Collection is { } form
        ? _read.GetOrCreateValue(view.Board).GetOrAdd(HanoiTime.DayOf(view.AsOf), _ => Read(view, form))
        : null;

    /// <summary>The lists as a document.</summary>
    public ReportDocument Document(ReportCollection collection, ImmutableArray<CollectedCopy> copies) => CollectionReport.Of(
        collection, copies,
        new(
            $"{texts["collection.title"]}: {Texts.Of(collection.Programme.Title)}", Asked(collection), copy => $"{Texts.Of(copy.Report.Title)} · {Texts.Of(copy.Phase.Title)}",
            [.. Columns.Select(c => texts[$"collection.column.{c}"])], state => texts[$"receipt.{Core.Wording.Words.Of(state)}"]),
        Texts.Language);

    /// <summary>Heads of the printed lists.</summary>
    private static string[] Columns { get; } = ["number", "participant", "state", "on", "late", "open", "files"];

    /// <summary>Which letter asks, and until when.</summary>
    private string Asked(ReportCollection collection) => collection.Request is { } request
        ? texts["collection.asked", request.Number, Texts.Of(request.Title)] : "";

    private ReportCollection? Read(BoardView view, CollectionForm form)
    {
        // The store may have moved on since the view was read.
        var entries = ledger.OfSteps(view.Programme.Key, [.. form.Reports.SelectMany(r => r.Steps)], view.Times).RemoveAll(e => e.Seq > view.Board.Seq);
        return ReportCollection.Of(view.Board, view.AsOf, days, entries);
    }
}
