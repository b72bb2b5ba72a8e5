namespace Rollout.Web.Components.Shared;

/// <content>Of figures.</content>
public static partial class Looks
{
    /// <summary>Nobody has stated a figure: as calm as anything that is not known, and no colour of zero.</summary>
    public static readonly Look Figureless = new("measures.noFigure", "is-unknown", "question");

    /// <summary>As it should be.</summary>
    public static readonly Look Reached = new("measures.reached", "is-pass", "check");

    /// <summary>On the way.</summary>
    public static readonly Look NotReached = new("measures.notReached", "is-progress", "half");

    /// <summary>Beyond the last threshold, on the wrong side.</summary>
    public static readonly Look Crossed = new("measures.crossed", "is-fail", "alert");

    /// <summary>It went the way it should.</summary>
    public static readonly Look Better = new("measures.better", "is-done", "check");

    /// <summary>It went the other way.</summary>
    public static readonly Look Worse = new("measures.worse", "is-fail", "alert");

    /// <summary>A cell of a table that cannot be taken.</summary>
    public static readonly Look BadCell = new("measures.bad", "is-fail", "alert");

    /// <summary>A cell of a table that would be written.</summary>
    public static readonly Look GoodCell = new("measures.writes", "is-done", "check");

    /// <summary>A cell of a table that corrects what was stated.</summary>
    public static readonly Look Correcting = new("measures.corrects", "is-progress", "pen");

    /// <summary>A cell of a table that says what is so already.</summary>
    public static readonly Look SameCell = new("measures.already", "is-none", "dash");
}
