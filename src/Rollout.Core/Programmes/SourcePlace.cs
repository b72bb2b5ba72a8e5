using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A place in a document on which the programme rests.</summary>
/// <param name="Document">Key of the document.</param>
/// <param name="Place">Where in it; null where the whole document is meant.</param>
public sealed record SourcePlace(string Document, LocalizedText? Place);
