namespace Rollout.Core.Calendar;

/// <summary>What makes a day unlike its weekday.</summary>
public enum DayKind
{
    /// <summary>A public holiday, on whatever weekday it falls.</summary>
    Holiday,

    /// <summary>A working day off in lieu of a holiday that fell on a day of rest ("nghỉ bù").</summary>
    InLieu,

    /// <summary>A working day off in exchange for a Saturday ("hoán đổi").</summary>
    SwappedOff,

    /// <summary>A Saturday worked in exchange for a day off ("làm bù").</summary>
    WorkedSaturday,
}
