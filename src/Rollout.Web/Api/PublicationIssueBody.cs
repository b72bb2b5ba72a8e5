using System.Globalization;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>Number and date of a letter, with the version their author saw.</summary>
internal sealed record PublicationIssueBody(long? Version, string? Number, string? Date) : ICheckedBody
{
    /// <inheritdoc/>
    public QueryMistake? Mistake =>
        Version is null ? PublicationActBody.NoVersion : Day is null ? new("date", "instant", Date ?? "", ["2024-08-05"], NotFound: false) : null;

    /// <summary>The date.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
