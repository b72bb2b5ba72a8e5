using System.Collections.Immutable;

namespace Rollout.Core.Programmes;

/// <summary>An agency by key, with the names it bore: a document prints the name valid on its date.</summary>
/// <param name="Key">Short key, used in steps and as fault owner.</param>
/// <param name="Names">Its names, oldest first.</param>
public sealed record Organisation(string Key, ImmutableArray<OrganisationName> Names)
{
    /// <summary>For how many working days it may leave a report unconfirmed, the day of the report not counted; null when nobody has said.</summary>
    public int? ConfirmWithin { get; init; }

    /// <summary>The name it bears on a day; the first one for earlier days.</summary>
    public OrganisationName NameOn(DateOnly day) => Names.LastOrDefault(n => n.From is null || n.From <= day) ?? Names[0];
}
