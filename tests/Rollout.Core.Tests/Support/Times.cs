using System.Globalization;

namespace Rollout.Core.Tests.Support;

/// <summary>Instants as clocks in Hà Nội show them.</summary>
internal static class Times
{
    public static readonly DateTimeOffset Now = At("2024-08-01 08:00");

    public static readonly DateTimeOffset Yesterday = Now.AddDays(-1);

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse($"{text} +07:00", CultureInfo.InvariantCulture);
}
