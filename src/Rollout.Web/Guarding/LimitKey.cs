namespace Rollout.Web.Guarding;

/// <summary>What a request is counted under.</summary>
/// <param name="Area">For what.</param>
/// <param name="Who">Of whom: a key, an account, or an address.</param>
internal readonly record struct LimitKey(LimitedArea Area, string Who);
