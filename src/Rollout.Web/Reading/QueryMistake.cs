using System.Collections.Immutable;

namespace Rollout.Web.Reading;

/// <summary>What is wrong with a query or a path: the parameter, why, and what would be right.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Code">The reason's key; its text is <c>query.CODE</c> in the resources.</param>
/// <param name="Value">What was given.</param>
/// <param name="Choices">What may be given.</param>
/// <param name="NotFound">Whether it names a thing that does not exist, rather than being badly said.</param>
public sealed record QueryMistake(string Parameter, string Code, string Value, ImmutableArray<string> Choices, bool NotFound);
