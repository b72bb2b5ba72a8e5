using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Rollout.Core.Lists;
using Rollout.Core.Maps;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Trends;

namespace Rollout.Documents.Tests.Approved;

/// <summary>The documents of a fixed state, whose pictures somebody has looked at and approved.</summary>
internal static class ApprovedDocuments
{
    private static readonly DateTimeOffset July = Times.At("2024-07-31 23:59");
    private static readonly DateTimeOffset September = Times.At("2024-09-10 08:00");

    private static readonly ReportWords Words = new(
        (cell, known) => !known ? "Chưa có số liệu" : cell.Status switch
        {
            StepStatus.Done => "Hoàn thành",
            StepStatus.InProgress => "Đang thực hiện",
            StepStatus.Reported => "Chờ xác nhận",
            StepStatus.Blocked => "Vướng mắc",
            _ => "Chưa thực hiện",
        },
        basis => basis switch { Basis.Baseline => "Văn bản", Basis.Report => "Báo cáo", _ => "Xác nhận" },
        (status, assumed) => status switch
        {
            ConnectionStatus.Completed => "Hoàn thành",
            ConnectionStatus.InProgress => assumed ? "Đang thực hiện, chưa rõ bước" : "Đang thực hiện",
            ConnectionStatus.NotStarted => "Chưa thực hiện",
            _ => "Chưa có số liệu",
        },
        kind => kind == Core.Boards.AttentionKind.Blocked ? "Vướng mắc" : kind == Core.Boards.AttentionKind.Waiting ? "Chờ xác nhận" : "Lâu chưa chuyển",
        owner => LienThong.Programme.FindOrganisation(owner)?.Names[0].Short.Default ?? "Địa phương");

    public static Dictionary<string, ReportDocument> All()
    {
        var programme = LienThong.Programme;
        var phase = programme.Phases[0];
        var scribe = Later();
        var trend = Trend.Of(LienThong.Empty, phase.Key, scribe.Entries, September);
        return new(StringComparer.Ordinal)
        {
            ["appendix-1"] = AppendixReport.Of(StatusLists.Of(LienThong.WithBaselines().Board, phase.Key, July), "vi", Words),
            ["appendix-2"] = ChecklistReport.Of(programme, programme.Checklist!, scribe.Board.Find("94")!, phase, September, Words, "vi"),
            ["progress"] = ProgressReport.Of(programme.Progress!, new(scribe.Board, phase, September, trend, Outline()), Words, "vi"),
            ["reminder"] = ReminderReport.Of(
                programme.Letter!, new(scribe.Board, phase, September, programme.Systems, [.. scribe.Board.Rows], new(2024, 9, 30), programme.Letter!.Signatures[1]), "vi"),
        };
    }

    /// <summary>Two months later: two provinces more, one that waits on a confirmer, one that is blocked on an agency.</summary>
    private static Scribe Later()
    {
        var scribe = LienThong.WithBaselines();
        scribe.Finishes("94", "1", Times.At("2024-08-06 09:00"));
        scribe.Finishes("94", "2", Times.At("2024-08-20 09:00"));
        scribe.Finishes("79", "2", Times.At("2024-08-28 09:00"));
        scribe.Has("02", "1.1", StepStatus.Reported, Times.At("2024-08-15 09:00"), basis: Basis.Report);
        scribe.Happened(
            "04", "1.3", new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.Blocked, Basis.Report) { Blocker = new("c06", "waiting", StepStatus.NotStarted) },
            Times.At("2024-08-18 09:00"));
        return scribe;
    }

    private static MapOutline Outline()
    {
        using var json = JsonDocument.Parse(Repository.Text("data", "maps", "provinces-63.json"));
        var map = json.RootElement;
        return new(
            740, 980, map.GetProperty("provinces").EnumerateObject().ToFrozenDictionary(p => p.Name, p => new MapOutline.Shape(p.Value.GetProperty("d").GetString()!, 0, 0)),
            [.. map.GetProperty("archipelagos").EnumerateArray().Select(a => new MapOutline.Archipelago(
                a.GetProperty("name").GetString()!, a.GetProperty("code").GetString()!,
                [.. a.GetProperty("points").EnumerateArray().Select(p => (ImmutableArray<double>)[p[0].GetDouble(), p[1].GetDouble()])]))]);
    }
}
