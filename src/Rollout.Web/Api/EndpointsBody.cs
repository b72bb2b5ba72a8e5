using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>All the addresses of a participant, as a request writes them.</summary>
internal sealed class EndpointsBody : List<EndpointBody?>, ICheckedBody
{
    /// <inheritdoc/>
    public QueryMistake? Mistake =>
        FindIndex(item => item is not { Phase: not null, Role: not null, Url: not null }) is >= 0 and var i ? new($"$[{i}]", "body", "", ["phase", "role", "url"], NotFound: false) : null;
}
