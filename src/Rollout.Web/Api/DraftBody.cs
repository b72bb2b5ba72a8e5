using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A draft as a request writes it.</summary>
internal sealed record DraftBody(string? Note, string? At, DocumentBody? Document, ImmutableArray<FileBody?>? Files) : ICheckedBody
{
    /// <inheritdoc/>
    public QueryMistake? Mistake =>
        HanoiTime.TryReadSince(At, out _) ? FileBody.Mistake(Files) : new("at", "instant", At!, ["2024-07-15", "2024-07-15T08:00:00+07:00"], NotFound: false);
}
