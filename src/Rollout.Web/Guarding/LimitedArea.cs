namespace Rollout.Web.Guarding;

/// <summary>What requests are counted for.</summary>
public enum LimitedArea
{
    /// <summary>Not counted.</summary>
    None,

    /// <summary>Signing in, setting a password, setting up.</summary>
    SignIn,

    /// <summary>The API, by somebody who is known.</summary>
    Api,

    /// <summary>The API, by nobody who is known.</summary>
    PublicApi,
}
