using Rollout.Core.Programmes;

namespace Rollout.Web.Components.Guide;

/// <summary>A word as it is explained to people.</summary>
/// <param name="Id">By which it is linked to.</param>
/// <param name="Term">The word.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Source">Where a document says it; null where it is this product's own.</param>
public sealed record GuideWord(string Id, string Term, string Meaning, SourcePlace? Source);
