using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Properties;

/// <summary>One command of a story, what came of it, and the board before and after.</summary>
internal sealed record Told(
    StepCommand Command, DateTimeOffset Now, Decision Decision, Board Before, Board After, IReadOnlyList<LedgerEntry> Entries);

/// <summary>Moves told against the rules: commands, decisions, entries and boards.</summary>
internal sealed class Story
{
    private static readonly DateTimeOffset Start = Times.At("2024-08-01 08:00");
    private static readonly Actor File = Actor.Import("import.json");
    private static readonly DocumentReference Letter = new("100/VPCP-KSTT", "VPCP", "2024-08-01");
    private readonly Scribe _scribe = new(LienThong.Programme, LienThong.Few);
    private readonly List<Told> _told = [];
    private DateTimeOffset _now = Start;

    private Story() { }

    public IReadOnlyList<Told> Told => _told;

    public List<LedgerEntry> Entries => _scribe.Entries;

    public Board Board => _scribe.Board;

    public DateTimeOffset End => _told.Select(t => t.Now).Append(Start).Max();

    public static Board Empty { get; } = Board.Empty(LienThong.Programme, LienThong.Few);

    public static Story Of(IEnumerable<Move> moves)
    {
        var story = new Story();
        foreach (var move in moves)
        {
            story._now = story._now.AddMinutes(move.Minutes);
            foreach (var command in story.Commands(move)) story.Tell(command);
        }
        return story;
    }

    private IEnumerable<StepCommand> Commands(Move move)
    {
        var participant = LienThong.Few.Find(move.Code)!.Id;
        var key = new StepKey(participant, move.Phase, move.Step);
        var step = LienThong.Programme.FindStep(move.Step)!;
        return move switch
        {
            Move.Wish w => [Wish(w, key, step)],
            Move.Finish => Finish(participant, move.Phase, step.Part),
            Move.Alone => Alone(key),
            Move.Relapse => Relapse(key),
            Move.Remark r => [new StepCommand.Comment(
                Cast.Of(r.Who, step, participant, LienThong.Programme), key, r.WithFile ? null : "Ý kiến", r.WithFile ? [new(new string('a', 64), "a.pdf")] : [])],
            Move.Sight s => [Sight(s, key)],
            Move.Import i => [new StepCommand.Import(File, key, i.Status, _now.AddMinutes(-i.Back)) { Precision = DatePrecision.Day }],
            Move.Source s => [new StepCommand.StateSource(File, participant, s.Phase, _now.AddMinutes(-s.Back), DatePrecision.Month, Letter)],
            Move.Service s => [new StepCommand.SetService(
                s.Who switch { 0 => File, 1 => People.Btp, _ => People.C06 }, participant, s.State, s.Back is { } back ? _now.AddMinutes(-back) : null, "Vì sao")],
            _ => throw new InvalidOperationException($"Nobody tells {move}."),
        };
    }

    private StepCommand.Change Wish(Move.Wish w, StepKey key, StepDefinition step) =>
        new(Cast.Of(w.Who, step, key.Participant, LienThong.Programme), key, w.To, Cell(key).Version - w.Behind)
        {
            Note = w.Note ? "Vì sao" : null,
            BlockedOn = w.Note ? "c06" : null,
            BlockedKind = w.Note ? "waiting" : null,
            Document = w.Document ? Letter : null,
            At = w.Back is { } back ? _now.AddMinutes(-back) : null,
        };

    private static StepCommand.Observe Sight(Move.Sight s, StepKey key) => new(
        Actor.Probe("probe"), key, s.Seen, s.Seen == VerificationState.Passing ? null : new("participantSystem", "tcp.refused"), s.Passes > 0,
        s is { Passes: 3, Seen: VerificationState.Passing }, s is { Regressed: true, Seen: VerificationState.Failing });

    private IEnumerable<StepCommand> Finish(ParticipantId participant, string phase, string part)
    {
        foreach (var step in LienThong.Programme.Steps.Where(s => s.Part == part))
            foreach (var agency in step.Settlement.Confirmers.IsEmpty ? step.Settlement.MayConfirm : step.Settlement.Confirmers)
            {
                var key = new StepKey(participant, phase, step.Key);
                yield return new StepCommand.Change(Cast.Agency(agency, "third"), key, StepStatus.Done, Cell(key).Version);
            }
    }

    private IEnumerable<StepCommand> Alone(StepKey key)
    {
        foreach (var to in (StepStatus[])[StepStatus.Reported, StepStatus.Done])
            yield return new StepCommand.Change(People.C06, key, to, Cell(key).Version);
    }

    private IEnumerable<StepCommand> Relapse(StepKey key)
    {
        var before = Cell(key).CountsAs;
        foreach (var to in (StepStatus[])[StepStatus.Blocked, before])
            yield return new StepCommand.Change(People.Vpcp, key, to, Cell(key).Version)
            {
                Note = "Vì sao",
                BlockedOn = "participant",
                BlockedKind = "software",
            };
    }

    private StepState Cell(StepKey key) => Board[key.Participant][key.Phase, key.Step];

    private void Tell(StepCommand command)
    {
        var (before, count) = (_scribe.Board, Entries.Count);
        var decision = _scribe.Record(command, _now);
        _told.Add(new(command, _now, decision, before, _scribe.Board, Entries[count..]));
    }
}
