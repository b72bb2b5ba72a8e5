using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>
/// Metadata of an endpoint that takes a body. <see cref="ReadingFilter"/> reads it before it asks who is there, since the contract refuses a
/// body that cannot be read (400) first of all.
/// </summary>
internal interface IRequestBody
{
    /// <summary>Reads the body and leaves it for the endpoint; says what is wrong with it otherwise.</summary>
    Task<QueryMistake?> ReadAsync(HttpContext http);
}
