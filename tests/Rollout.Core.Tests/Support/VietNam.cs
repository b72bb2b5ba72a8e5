using Rollout.Core.Calendar;

namespace Rollout.Core.Tests.Support;

/// <summary>The calendar that the repository keeps.</summary>
internal static class VietNam
{
    public static string Csv { get; } = Repository.Text("data", "holidays", "vn.csv");

    public static WorkingDays Days { get; } = WorkingDaysCsv.Read(("vn.csv", Csv)).Days!;
}
