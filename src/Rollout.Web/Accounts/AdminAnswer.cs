using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Web.Accounts;

/// <summary>What came of something that administrators alone may do.</summary>
/// <param name="Value">What was asked for; nothing when there are mistakes.</param>
/// <param name="Mistakes">Why not.</param>
public sealed record AdminAnswer<T>(T? Value, ImmutableArray<FieldMistake> Mistakes)
{
    /// <summary>Done.</summary>
    public static implicit operator AdminAnswer<T>(T value) => new(value, []);

    /// <summary>Not done, because of one thing.</summary>
    public static implicit operator AdminAnswer<T>(FieldMistake mistake) => new(default, [mistake]);

    /// <summary>Whether it was done.</summary>
    public bool Ok => Mistakes.IsEmpty;

    /// <summary>Whether it was refused because the caller is no administrator.</summary>
    public bool Refused => Mistakes is [{ Message: var why }] && why == AdminGate.Refusal.Message;
}
