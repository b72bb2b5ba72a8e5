using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A body that knows what in it cannot be understood, beyond the shapes of JSON.</summary>
internal interface ICheckedBody
{
    /// <summary>The first thing that cannot be understood.</summary>
    QueryMistake? Mistake { get; }
}
