namespace Rollout.Core.Participants;

/// <summary>
/// Who a participant is: the set and the code within it. Codes alone are not enough, since the same code means another province in another
/// set (15, 24, 44, 52, 80, 82, 91 from 2025-07-01).
/// </summary>
/// <param name="Set">Key of the participant set, <c>provinces-63</c>.</param>
/// <param name="Code">Code within the set, <c>92</c>.</param>
public readonly record struct ParticipantId(string Set, string Code)
{
    /// <summary>Reads <c>set/code</c>; false when there is not exactly one slash between two words.</summary>
    public static bool TryParse(string? text, out ParticipantId id)
    {
        var parts = text?.Split('/') ?? [];
        id = parts is [{ Length: > 0 }, { Length: > 0 }] ? new(parts[0], parts[1]) : default;
        return id != default;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Set}/{Code}";
}
