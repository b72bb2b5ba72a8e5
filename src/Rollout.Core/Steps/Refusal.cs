using Rollout.Core.Wording;

namespace Rollout.Core.Steps;

/// <summary>Why a command is refused.</summary>
/// <param name="Kind">Of which sort.</param>
/// <param name="Message">The rule's key and what would satisfy it.</param>
public sealed record Refusal(RefusalKind Kind, Message Message)
{
    /// <summary>Refuses by a rule.</summary>
    public static Refusal Rule(string code, params ReadOnlySpan<string> arguments) => new(RefusalKind.Rule, Message.Of(code, arguments));

    /// <summary>Refuses because of who asks.</summary>
    public static Refusal Forbidden(string code, params ReadOnlySpan<string> arguments) => new(RefusalKind.Forbidden, Message.Of(code, arguments));
}
