using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Web.Resources;
using Rollout.Web.Settings;

namespace Rollout.Web.Reading;

/// <summary>Makes the documents of a view, each from the board it shows.</summary>
public sealed class DocumentReading(TrendReading trend, MapOutlines maps, Texts texts)
{
    // Letters go out in the language of the office that sends them, whoever reads the page.
    internal const string Official = "vi";

    /// <summary>Appendix I.</summary>
    public ReportDocument Appendix(BoardView view) =>
        AppendixReport.Of(StatusLists.Of(view.Board, view.Phase.Key, view.AsOf), Texts.Language, DocumentWords.Of(texts, view.Programme, view.AsOf));

    /// <summary>Appendix II of a participant.</summary>
    public ReportDocument Checklist(BoardView view, ChecklistForm form, ParticipantProgress row) =>
        ChecklistReport.Of(view.Programme, form, row, view.Phase, view.AsOf, DocumentWords.Of(texts, view.Programme, view.AsOf), Texts.Language);

    /// <summary>The progress report.</summary>
    public ReportDocument Progress(BoardView view, ProgressForm form) =>
        ProgressReport.Of(
            form, new(view.Board, view.Phase, view.AsOf, trend.Of(view), maps.Find(view.Programme, view.Board.Participants)), DocumentWords.Of(texts, view.Programme, view.AsOf), Texts.Language);

    /// <summary>The letter that reminds.</summary>
    public static ReportDocument Reminder(LetterForm form, ReminderWish wish) => ReminderReport.Of(form, wish, Official);
}
