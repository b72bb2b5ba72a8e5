using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A way to sign a letter: whose place, by whose order, whose office; never a name.</summary>
/// <param name="Key">Key.</param>
/// <param name="Lines">The lines over the signature, in capitals.</param>
public sealed record LetterSignature(string Key, ImmutableArray<LocalizedText> Lines)
{
    /// <summary>The lines on one, for a choice.</summary>
    /// <param name="language">Two letters.</param>
    public string OneLine(string language) => string.Join(" · ", Lines.Select(l => l.In(language)));
}
