namespace Rollout.Core.Appendices;

/// <summary>A name as it was found.</summary>
/// <param name="Text">As written, its line breaks made spaces.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Code">The code beside it, where the form has one.</param>
internal sealed record FoundName(string Text, int Line, string? Code = null);
