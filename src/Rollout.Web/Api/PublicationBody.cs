using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Publications;
using Rollout.Core.Wording;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A draft as a request writes it: the present when <c>asOf</c> is absent.</summary>
internal record PublicationBody(string? Phase, string? AsOf, ImmutableArray<PlacingBody?>? Placings, ImmutableArray<string?>? Notes, long? Supersedes) : ICheckedBody
{
    /// <inheritdoc/>
    public virtual QueryMistake? Mistake =>
        string.IsNullOrEmpty(Phase) ? new("$.phase", "body", "", ["test"], NotFound: false)
        : !TryInstant(AsOf, out _) ? new("asOf", "instant", AsOf!, ["2024-07-15", "2024-07-15T08:00:00+07:00"], NotFound: false)
        : Given(Placings).Any(p => p is not { System: not null, Code: not null, Text: not null } || Words.Find<PlacingKind>(p.Kind) is null)
            ? new("$.placings", "body", "", ["system", "code", "kind: row | note", "text"], NotFound: false)
        : Given(Notes).Any(n => n is null) ? new("$.notes", "body", "", [], NotFound: false)
        : null;

    /// <summary>The plan that is meant.</summary>
    public PublicationPlan Plan
    {
        get
        {
            TryInstant(AsOf, out var asOf);
            return new(
                Phase!, asOf, [.. Given(Placings).Select(p => new Placing(p!.System!, p.Code!, Words.Read<PlacingKind>(p.Kind!), p.Text!))], [.. Given(Notes).Select(n => n!)], Supersedes);
        }
    }

    /// <summary>A day means its end, as everywhere where a state is asked for.</summary>
    private static bool TryInstant(string? text, out DateTimeOffset? instant)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return HanoiTime.TryReadSince(text, out instant);
        instant = HanoiTime.EndOf(day);
        return true;
    }

    private static ImmutableArray<T> Given<T>(ImmutableArray<T>? all) => all is { IsDefault: false } given ? given : [];
}
