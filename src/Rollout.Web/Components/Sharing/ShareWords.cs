using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Sharing;

/// <summary>Where a step stands, in the words of a chat.</summary>
public static class ShareWords
{
    /// <summary>The text for a step.</summary>
    public static ShareText Of(Texts texts, BoardView view, ParticipantProgress row, StepDefinition step, Uri link)
    {
        var cell = row[view.Phase.Key, step.Key];
        var known = row.Knows(view.Phase.Key, step.Key, view.AsOf);
        var status = texts["share.status", texts[Looks.Of(row, view.Phase.Key, step, view.AsOf).Key]];
        return new(
            $"{texts.WithKind(row.Participant)} · {Texts.Of(view.Phase.Title)}",
            $"{texts["board.step", step.Key]}: {Texts.Of(step.Title)}",
            view.Live ? status : $"{status} ({texts["live.past", Texts.Moment(view.AsOf)]})",
            known && row.Applies(view.Phase.Key, step) ? Waits(texts, view, Waiting.Of(step, cell, view.AsOf), cell) : "", link);
    }

    private static string Waits(Texts texts, BoardView view, Waiting waiting, StepState cell)
    {
        if (waiting.On.IsEmpty) return "";
        var who = texts["share.waits", Looks.Owners(texts, view.Programme, waiting.On, view.AsOf)];
        return waiting is { Since: { } since, For: { } span } ? $"{who}, {texts["share.since", texts.Time(since, cell.Precision), texts.Span(span)]}" : who;
    }
}
