namespace Rollout.Core.Programmes;

/// <summary>What citizens feel: whether a participant offers the service. A dated fact set by the programme's named agency, not derived from steps.</summary>
public enum ServiceState
{
    /// <summary>Never offered yet.</summary>
    NotYet,

    /// <summary>Offered now.</summary>
    Open,

    /// <summary>Offered before and stopped ("gián đoạn").</summary>
    Interrupted,
}
