using Rollout.Core.Boards;
using Rollout.Core.Deadlines;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Deadlines;

/// <summary>A reading of a big board costs what it finds, not what it looks at: every page asks for one.</summary>
public sealed class DueCostTests
{
    private const int Communes = 3_321;

    private static readonly Programme Programme = ProgrammeYaml.Read(
        "lien-thong.yaml",
        Repository.Text("data", "programmes", "lien-thong.yaml").ReplaceLineEndings("\n")
            .Replace("lead: vpcp\n", "lead: vpcp\ndeadlines: { whole: { by: 2024-12-31 } }\n", StringComparison.Ordinal)
            .Replace("- key: c06\n    names", "- key: c06\n    confirmWithin: 3\n    names", StringComparison.Ordinal),
        ["provinces-63"]).Programme!;

    [Theory]
    [InlineData(StepStatus.NotStarted)]
    [InlineData(StepStatus.Reported)]
    [InlineData(StepStatus.Done)]
    public void Thousands_of_rows_that_are_not_soon_due_leave_nothing_behind(StepStatus status)
    {
        var board = Rows(status, Times.At("2024-07-01 08:00"));
        DueReading.Of(board, Times.At("2024-07-01 09:00"), VietNam.Days, "test");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = DueReading.Of(board, Times.At("2024-06-01 09:00"), VietNam.Days);
        Assert.Empty(reading.Items);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void Every_open_cell_of_thousands_of_rows_is_found_when_all_is_late() =>
        Assert.Equal(Communes * Programme.CellCount, DueReading.Of(Rows(StepStatus.InProgress, Times.At("2024-07-01 08:00")), Times.At("2025-02-01 08:00"), VietNam.Days).Items.Length);

    private static Board Rows(StepStatus status, DateTimeOffset since)
    {
        var communes = new ParticipantSet("provinces-63", Enumerable.Range(0, Communes).Select(i => new Participant(new("provinces-63", $"{i:0000}"), $"X{i:0000}", "", "", [], null)));
        var cell = new StepState { Status = status, Basis = Basis.Report, Since = since, LastAt = since };
        return Board.From(
            Programme, communes, communes.All.Select(p => new ParticipantProgress(Programme, p, [.. Enumerable.Repeat(cell, Programme.CellCount)], [null, null], null, null)), 1);
    }
}
