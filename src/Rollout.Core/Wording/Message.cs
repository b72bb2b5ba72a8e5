using System.Collections.Immutable;

namespace Rollout.Core.Wording;

/// <summary>
/// Something to be told to a person, before it is put into words: a stable code and the facts the sentence needs. The words live in the
/// resources of whoever shows it, so that the rules know no language.
/// </summary>
/// <param name="Code">The rule's key, for instance <c>gate.missing</c>; part of the public contract (problem documents carry it).</param>
/// <param name="Arguments">What the sentence names, in the order in which its resource numbers them.</param>
public sealed record Message(string Code, ImmutableArray<string> Arguments)
{
    /// <summary>Makes a message from its code and facts.</summary>
    public static Message Of(string code, params ReadOnlySpan<string> arguments) => new(code, [.. arguments]);

    /// <inheritdoc/>
    public bool Equals(Message? other) => other is not null && Code == other.Code && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Arguments.Length);

    /// <inheritdoc/>
    public override string ToString() => Arguments.IsEmpty ? Code : $"{Code}: {string.Join("; ", Arguments)}";
}
