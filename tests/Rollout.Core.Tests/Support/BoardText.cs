using System.Globalization;
using System.Text;
using Rollout.Core.Boards;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Support;

/// <summary>A board as text, every field of every cell: two boards are the same when their texts are.</summary>
internal static class BoardText
{
    public static string Of(Board board)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"seq {board.Seq}\n");
        foreach (var row in board.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Participant.Code} {row.Service} {string.Join(' ', row.Sources.Select(Instant))}\n");
            foreach (var (measure, period, fact) in row.Measured.All) text.Append(CultureInfo.InvariantCulture, $"  {measure} {period} {fact with { Value = null }} {fact.Value}\n");
            foreach (var phase in board.Programme.Phases)
                foreach (var step in board.Programme.Steps)
                    if (row[phase.Key, step.Key] is { LastSeq: > 0 } cell)
                        text.Append(CultureInfo.InvariantCulture, $"  {phase.Key} {step.Key} {Of(cell)}\n");
        }
        return text.ToString();
    }

    public static string Of(StepState c) => string.Create(CultureInfo.InvariantCulture,
        $"{c.Status} {c.Basis} v{c.Version} since {Instant(c.Since)} {c.Precision} assumed={c.Assumed} out={c.OutOfOrder} {c.Blocker} {c.Document} ") +
        string.Create(CultureInfo.InvariantCulture,
        $"by {c.ReportedBy} [{string.Join(',', c.Confirmed)}] {c.Verification} {Instant(c.VerifiedSince)} {c.FaultMark} {Instant(c.LastAt)} #{c.LastSeq} said {c.Comments}");

    private static string Instant(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "–";
}
