using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Rollout.Core.Steps;

namespace Rollout.Web.Accounts;

/// <summary>For whom a second factor is required: the setting <c>Accounts:RequireTwoFactor</c>, a list of kinds of mandates.</summary>
/// <param name="Kinds">The first words of mandates, for instance <c>monitor</c>.</param>
public sealed record TwoFactorRule(ImmutableArray<string> Kinds)
{
    private const string Setting = "Accounts:RequireTwoFactor";

    /// <summary>Reads the setting: a list, or words with commas between.</summary>
    public static TwoFactorRule Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        var kinds = section.GetChildren().Select(c => c.Value ?? "").Append(section.Value ?? "")
            .SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToImmutableArray();
        return kinds.FirstOrDefault(k => !Mandate.Kinds.Contains(k)) is { } unknown
            ? throw new OptionsValidationException(Setting, typeof(TwoFactorRule), [$"{Setting}: {unknown} ({string.Join(", ", Mandate.Kinds)})"])
            : new(kinds);
    }

    /// <summary>Whether a role needs one.</summary>
    public bool Requires(string role) => Kinds.Contains(role.Split(':')[0]);
}
