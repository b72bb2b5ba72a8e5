namespace Rollout.Core.Steps;

/// <summary>The state of a step in a participant's checklist.</summary>
public enum StepStatus
{
    /// <summary>Chưa thực hiện.</summary>
    NotStarted,

    /// <summary>Đang thực hiện.</summary>
    InProgress,

    /// <summary>Chờ xác nhận.</summary>
    Reported,

    /// <summary>Hoàn thành.</summary>
    Done,

    /// <summary>Vướng mắc; remembers the status it came from.</summary>
    Blocked,
}
