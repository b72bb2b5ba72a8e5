using System.Collections.Immutable;
using Rollout.Core.Answers;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;
using Rollout.Storage.Contents;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Answers;

/// <summary>An overcome obstacle as people read it.</summary>
/// <param name="Solved">The obstacle.</param>
/// <param name="Step">Its step.</param>
/// <param name="Kind">What it was about, in words.</param>
/// <param name="Participant">Whose; null for the public, which sees kinds and durations only.</param>
/// <param name="WaitedOn">On whom it waited, in words; empty for the public.</param>
/// <param name="Question">What was said when it was blocked.</param>
/// <param name="Closing">What was said when it went on; often nothing.</param>
public sealed record AnswerLine(
    SolvedObstacle Solved, StepDefinition Step, string Kind, Participant? Participant, string WaitedOn, NoteText? Question, NoteText? Closing)
{
    /// <summary>The lines of some obstacles; those of steps that the programme no longer has are left out.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="view">The view.</param>
    /// <param name="solved">The obstacles.</param>
    /// <param name="notes">The notes; null for the public.</param>
    public static ImmutableArray<AnswerLine> Of(Texts texts, BoardView view, ImmutableArray<SolvedObstacle> solved, NoteStore? notes)
    {
        var said = notes?.Find(solved.SelectMany(s => new[] { s.Opened.NoteHash, s.Closed.NoteHash }).OfType<string>());
        NoteText? Note(string? hash) => hash is null ? null : said?.GetValueOrDefault(hash);
        return
        [
            .. from s in solved
               let step = view.Programme.FindStep(s.Step)
               where step is not null
               select new AnswerLine(
                   s, step, KindOf(view.Programme, s.Blocker.Kind), notes is null ? null : view.Board.Find(s.Participant.Code)?.Participant,
                   notes is null ? "" : Looks.Owner(texts, view.Programme, s.Blocker.On, s.Opened.At), Note(s.Opened.NoteHash), Note(s.Closed.NoteHash)),
        ];
    }

    /// <summary>Whether it holds a text, typed with or without marks; who may see less finds less.</summary>
    /// <param name="plain">The text, folded by <see cref="PlainText"/>.</param>
    public bool Holds(string plain) => plain.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words && PlainText.Of(string.Join(
        '\n', [Step.Key, Texts.Of(Step.Title), Kind, WaitedOn, Participant?.Name ?? "", .. Participant?.Aliases ?? [], Question?.Text ?? "", Closing?.Text ?? ""])) is var whole
        && words.All(w => whole.Contains(w, StringComparison.Ordinal));

    /// <summary>A kind of obstacle in words; an unknown key speaks for itself.</summary>
    public static string KindOf(Programme programme, string kind) =>
        Texts.Of(programme.BlockerKinds.FirstOrDefault(k => k.Key == kind).Value ?? LocalizedText.Of(kind));
}
