using Rollout.Core.Boards;
using Rollout.Core.Steps;

namespace Rollout.Web.Components.Todo;

/// <summary>What came of one of many.</summary>
/// <param name="Item">What it was about.</param>
/// <param name="Refusal">Why it was not done; null when it was.</param>
public sealed record TaskOutcome(TaskItem Item, Refusal? Refusal);
