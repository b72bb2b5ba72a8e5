using System.Globalization;
using System.Text;
using Rollout.Core.Boards;
using Rollout.Core.Steps;

namespace Rollout.Storage.Tests.Support;

/// <summary>A board in words, everything that it knows: two boards are equal when their texts are, and a test that fails shows where they part.</summary>
internal static class BoardText
{
    public static string Of(Board board)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{board.Programme.Key} through {board.Seq}");
        foreach (var row in board.Rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{row.Participant.Code} sources {string.Join(' ', row.Sources.Select(Of))} service {row.Service} probing {row.Probing}");
            foreach (var (measure, period, fact) in row.Measured.All)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {measure} {period}: {fact} since {Of(fact.Since)}");
            for (var i = 0; i < row.Cells.Length; i++)
                if (row.Cells[i] != StepState.Initial) text.AppendLine(CultureInfo.InvariantCulture, $"  {i}: {Of(row.Cells[i])}");
        }
        return text.ToString();
    }

    public static string Of(StepState cell) =>
        $"{cell with { Confirmed = [] }} confirmed {string.Join(' ', cell.Confirmed)} since {Of(cell.Since)} verified {Of(cell.VerifiedSince)} last {Of(cell.LastAt)}";

    /// <summary>To the tick, which the record's own text leaves out.</summary>
    private static string Of(DateTimeOffset? instant) => instant?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "-";
}
